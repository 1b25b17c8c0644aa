import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { billOfMaterials } from './lib/supply-chain/bill.ts'
import {
  type Exceptions,
  judgeAudit,
  type Lock,
  licenceFaults,
  lockFaults,
  type Packages,
  pinFaults,
  scriptFaults,
  summary,
} from './lib/supply-chain/supply-chain.ts'

/**
 * `npm run supply-chain [-- --offline] [-- --bill FILE]`: judges what the project takes from others. Exit 1 when
 * something is wrong; 2 when nothing is, but the registry could not be asked about known vulnerabilities: that is not
 * a pass. `--offline` leaves that question out and says so. `--bill` writes the bill of materials.
 */
const { values } = parseArgs({ options: { offline: { type: 'boolean' }, bill: { type: 'string' } } })
const read = <T>(file: string | URL): T => JSON.parse(readFileSync(file, 'utf8')) as T
const lock = read<Lock>('package-lock.json')
const packages = read<Packages>('package.json')
const exceptions = read<Exceptions>(new URL('lib/supply-chain/exceptions.json', import.meta.url))

const { direct, all, site, licences } = summary(lock, packages)
console.log(
  `${direct} direct dependencies, ${all} packages on all platforms together, ${site} of them not for development.`,
)
console.log(`Licences: ${licences.map(([licence, count]) => `${licence} ${count}`).join(', ')}.`)

const hosts = '.ci/hosts'
const faults = [
  ...lockFaults(lock, packages, exceptions),
  ...scriptFaults(lock, packages),
  ...licenceFaults(lock, exceptions),
  ...readdirSync(hosts).flatMap((file) => pinFaults(join(hosts, file), readFileSync(join(hosts, file), 'utf8'))),
]

if (values.offline) console.log('Known vulnerabilities: not asked (--offline).')
else {
  const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', timeout: 120_000 })
  const audit = judgeAudit(stdout ?? '', exceptions, new Date().toISOString().slice(0, 10))
  if (audit.done) {
    console.log(`Known vulnerabilities: ${audit.faults.length}, beside ${exceptions.advisories.length} exceptions.`)
    faults.push(...audit.faults)
  } else {
    console.error(`Known vulnerabilities: NOT CHECKED, ${audit.why}. This is not a pass.`)
    process.exitCode = 2
  }
}
if (values.bill) writeFileSync(values.bill, billOfMaterials())
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exitCode = 1
