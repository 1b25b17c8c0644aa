import { spawnSync } from 'node:child_process'
import { steadyBill } from './supply-chain.ts'

/**
 * The bill of materials (CycloneDX, JSON) of the project in this folder, from its lock file; asks no network.
 * @throws when npm cannot write one
 */
export function billOfMaterials(cwd = process.cwd()): string {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--sbom-type', 'application'],
    { cwd, encoding: 'utf8', maxBuffer: 50_000_000 },
  )
  if (status !== 0) throw new Error(`npm sbom failed: ${stderr}`)
  return steadyBill(stdout)
}
