import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { billOfMaterials } from './lib/supply-chain/bill.ts'
import {
  type Exceptions,
  judgeAudit,
  type Lock,
  type LockedPackage,
  licenceFaults,
  lockFaults,
  type Packages,
  pinFaults,
  scriptFaults,
} from './lib/supply-chain/supply-chain.ts'

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T
const lock = read<Lock>('package-lock.json')
const packages = read<Packages>('package.json')
const exceptions = read<Exceptions>('scripts/lib/supply-chain/exceptions.json')

const base = mkdtempSync(join(tmpdir(), 'yifang-supply-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

/** The real lock file with one package more. */
const withPackage = (more: LockedPackage): Lock => ({
  ...lock,
  packages: {
    ...lock.packages,
    'node_modules/stranger': { version: '1.0.0', license: 'MIT', integrity: `sha512-${'A'.repeat(86)}==`, ...more },
  },
})

describe('what the project takes from others', () => {
  it('has nothing against it', () => {
    expect(lockFaults(lock, packages, exceptions)).toEqual([])
    expect(scriptFaults(lock, packages)).toEqual([])
    expect(licenceFaults(lock, exceptions)).toEqual([])
    const hosts = readdirSync('.ci/hosts').map((file) => [file, readFileSync(join('.ci/hosts', file), 'utf8')] as const)
    expect(hosts.flatMap(([file, text]) => pinFaults(file, text))).toEqual([])
    // A pattern that matches nothing would agree with everything.
    expect(hosts.map(([, text]) => text.match(/@[0-9a-f]{40}/g)?.length ?? 0).reduce((a, b) => a + b)).toBe(3)
  })

  it('is registered for no package that is not there', () => {
    const names = Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1) as string)
    const idle = exceptions.licences
      .flatMap((each) => each.packages)
      .filter(
        (pattern) =>
          !names.some((name) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern)),
      )
    expect(idle).toEqual([])
  })

  it.each<[string, LockedPackage, RegExp]>([
    ['without a digest', { integrity: '' }, /stranger: no SHA-512/],
    ['with a weak digest', { integrity: 'sha1-aaaa' }, /stranger: no SHA-512/],
    [
      'from an address of its own',
      { resolved: 'https://elsewhere.example/x.tgz' },
      /stranger: fetched from an address of its own/,
    ],
    [
      'from a repository',
      { resolved: 'git+ssh://git@host.example/x.git#1' },
      /stranger: fetched from an address of its own/,
    ],
    ['that is a folder', { link: true }, /stranger: a link/],
    ['that runs something', { hasInstallScript: true }, /stranger has an install script/],
    ['under a licence nobody has looked at', { license: 'AGPL-3.0' }, /stranger: licence AGPL-3.0/],
    ['under a licence that is registered for others only', { license: 'LGPL-3.0-or-later' }, /stranger: licence LGPL/],
    ['half under such a licence', { license: 'MIT AND MPL-2.0' }, /stranger: licence MIT AND MPL-2.0/],
    ['without a licence', { license: undefined }, /stranger: licence not stated/],
  ])('is refused %s', (_, more, words) => {
    const changed = withPackage(more)
    const faults = [
      ...lockFaults(changed, packages, exceptions),
      ...scriptFaults(changed, packages),
      ...licenceFaults(changed, exceptions),
    ]
    expect(faults.join('\n')).toMatch(words)
    expect(faults).toHaveLength(1)
  })

  it('may offer a choice of licences', () => {
    expect(licenceFaults(withPackage({ license: '(MIT OR GPL-3.0)' }), exceptions)).toEqual([])
  })

  it('is refused in ranges, with scripts on installing, and beyond the number decided on', () => {
    const loose = { ...packages, dependencies: { ...packages.dependencies, astro: '^7.0.0' } }
    expect(lockFaults(lock, loose, exceptions)).toEqual(['astro: "^7.0.0" is no exact version'])
    expect(lockFaults(lock, packages, { ...exceptions, mostPackages: 10 })[0]).toMatch(/more than the 10/)
    expect(scriptFaults(lock, { ...packages, scripts: { postinstall: 'x' } })[0]).toMatch(/"postinstall"/)
    expect(scriptFaults(lock, { ...packages, allowScripts: { esbuild: true } })).toHaveLength(2)
  })

  it('is refused in CI files under names that can be moved', () => {
    const text =
      '      - uses: actions/checkout@v4\n        node-version: 24\n    container: node:24\nnodeVersion: 24\n'
    expect(pinFaults('x.yml', text)).toEqual([
      'x.yml:1: actions/checkout@v4 is not pinned to a commit',
      'x.yml:2: Node.js 24 is not an exact version',
      'x.yml:3: node:24 is not an exact version',
      'x.yml:4: Node.js 24 is not an exact version',
    ])
  })
})

describe('an audit', () => {
  const report = JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: {
      low: {
        via: [
          { title: 'Trouble', url: 'https://advisories.example/GHSA-aaaa-bbbb-cccc', severity: 'high', name: 'low' },
        ],
      },
      above: { via: ['low'] },
    },
  })
  const excused = (until: string): Exceptions => ({
    ...exceptions,
    advisories: [{ id: 'GHSA-aaaa-bbbb-cccc', package: 'low', why: 'not reachable', until }],
  })

  it('names each advisory once, except those written down, and those only until their day', () => {
    const fault = 'low: high, Trouble (GHSA-aaaa-bbbb-cccc)'
    expect(judgeAudit(report, exceptions, '2026-11-27')).toEqual({ done: true, faults: [fault] })
    expect(judgeAudit(report, excused('2026-12-31'), '2026-11-27')).toEqual({ done: true, faults: [] })
    expect(judgeAudit(report, excused('2026-11-26'), '2026-11-27')).toEqual({ done: true, faults: [fault] })
  })

  it.each([
    ['', 'npm audit gave no report'],
    [
      '{"message":"405 Method Not Allowed - POST https://registry.example/x"}',
      '405 Method Not Allowed - POST the registry',
    ],
    ['{"error":{"summary":"request to https://registry.example failed"}}', 'request to the registry failed'],
    ['{}', 'no report of version 2'],
  ])('that could not be made is not a good one: %s', (text, why) => {
    expect(judgeAudit(text, exceptions, '2026-11-27')).toEqual({ done: false, why })
  })
})

describe('the bill of materials', () => {
  it('lists every package with its digest and licence, and is the same wherever and whenever it is written', {
    timeout: 120_000,
  }, () => {
    const folder = join(base, 'another name')
    mkdirSync(folder)
    for (const file of ['package.json', 'package-lock.json']) cpSync(file, join(folder, file))
    const text = billOfMaterials()
    expect(billOfMaterials(folder)).toBe(text)
    const bill = JSON.parse(text)
    expect([bill.bomFormat, bill.serialNumber, bill.metadata.timestamp]).toEqual(['CycloneDX', undefined, undefined])
    expect(bill.metadata.component.name).toBe('yifang-jiangren')
    const parts = new Map<string, { licenses?: unknown[]; hashes?: unknown[] }>(
      bill.components.map((part: { name: string; version: string }) => [`${part.name}@${part.version}`, part]),
    )
    const missing = Object.entries(lock.packages)
      .filter(([path, { inBundle, license }]) => path && !inBundle && license)
      .map(([path, { version }]) => `${path.split('node_modules/').at(-1)}@${version}`)
      .filter((name) => !parts.get(name)?.licenses?.length || !parts.get(name)?.hashes?.length)
    expect(missing).toEqual([])
  })
})
