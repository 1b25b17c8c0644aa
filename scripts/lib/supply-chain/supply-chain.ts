/**
 * What the project takes from others, judged: the lock file, licences, install scripts, references of CI files,
 * known vulnerabilities. Pure; reading files and asking npm is the caller's.
 */

/** A package in a lock file of version 3, as far as it is judged. */
export interface LockedPackage {
  version?: string
  resolved?: string
  integrity?: string
  license?: string
  link?: boolean
  /** Comes inside the package above it, whose digest covers it. */
  inBundle?: boolean
  dev?: boolean
  optional?: boolean
  hasInstallScript?: boolean
}

/** A lock file. */
export interface Lock {
  lockfileVersion: number
  packages: Record<string, LockedPackage>
}

/** `package.json`, as far as it is judged. */
export interface Packages {
  scripts?: Record<string, string>
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  allowScripts?: Record<string, boolean>
}

/** What is allowed although the rules would not: `exceptions.json`, with the reason for each. */
export interface Exceptions {
  licences: Array<{ licence: string; packages: string[]; why: string }>
  /** `id` is that of the advisory (GHSA-…); after `until` (a day) it counts again. */
  advisories: Array<{ id: string; package: string; why: string; until: string }>
  /** More packages than this are a decision, not an accident. */
  mostPackages: number
}

/** Licences anybody may use in anything, on naming the authors at most. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** Everything installed: path in the lock file and package, the project itself apart. */
const installed = (lock: Lock): Array<[string, LockedPackage]> => Object.entries(lock.packages).filter(([path]) => path)

/** What is wrong with the lock file itself: nothing in it may be exchanged without being noticed. */
export function lockFaults(lock: Lock, packages: Packages, { mostPackages }: Exceptions): string[] {
  const wanted = { ...packages.dependencies, ...packages.devDependencies, ...packages.optionalDependencies }
  return [
    ...(lock.lockfileVersion === 3 ? [] : [`the lock file has version ${lock.lockfileVersion}, not 3`]),
    ...Object.entries(wanted)
      .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
      .map(([name, version]) => `${name}: "${version}" is no exact version`),
    ...installed(lock).flatMap(([path, { integrity, resolved, link, inBundle }]) => [
      ...(link ? [`${path}: a link to a folder`] : []),
      ...(inBundle || /^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')
        ? []
        : [`${path}: no SHA-512 in the lock file`]),
      // Without an address a package comes from the registry that npm is set to, and from nowhere else.
      ...(resolved ? [`${path}: fetched from an address of its own, ${resolved}`] : []),
    ]),
    ...(installed(lock).length > mostPackages
      ? [`${installed(lock).length} packages, more than the ${mostPackages} that were decided on`]
      : []),
  ]
}

/** Packages that would run something while they are installed, and scripts of ours that would. */
export function scriptFaults(lock: Lock, { scripts = {}, allowScripts = {} }: Packages): string[] {
  const ours = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'].filter((name) => name in scripts)
  const theirs = installed(lock)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => nameOf(path))
  return [
    ...ours.map((name) => `package.json has a script "${name}", which runs on installing`),
    ...theirs
      .filter((name) => allowScripts[name] !== false)
      .map((name) => `${name} has an install script that allowScripts does not refuse`),
    ...Object.entries(allowScripts)
      .filter(([, allowed]) => allowed)
      .map(([name]) => `allowScripts lets ${name} run`),
  ]
}

/** Licences that are neither allowed nor registered. */
export function licenceFaults(lock: Lock, exceptions: Exceptions): string[] {
  return installed(lock)
    .filter(([path, { license }]) => !isLicensed(license, nameOf(path), exceptions))
    .map(
      ([path, { license }]) => `${nameOf(path)}: licence ${license ?? 'not stated'} is neither allowed nor registered`,
    )
}

/** SPDX: of alternatives one is enough, of conjunctions all are needed. */
function isLicensed(expression = 'not stated', name: string, exceptions: Exceptions): boolean {
  const isFine = (licence: string) =>
    ALLOWED.has(licence) ||
    exceptions.licences.some((each) => each.licence === licence && each.packages.some((pattern) => fits(name, pattern)))
  return expression
    .replace(/[()]/g, '')
    .split(/\s+OR\s+/)
    .some((alternative) => alternative.split(/\s+AND\s+/).every(isFine))
}

const fits = (name: string, pattern: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern

/** How many packages there are, and under which licences. */
export function summary(
  lock: Lock,
  packages: Packages,
): { direct: number; all: number; site: number; licences: [string, number][] } {
  const all = installed(lock)
  const counted = Map.groupBy(all, ([, { license }]) => license ?? 'not stated')
  return {
    direct: Object.keys({ ...packages.dependencies, ...packages.devDependencies, ...packages.optionalDependencies })
      .length,
    all: all.length,
    site: all.filter(([, { dev }]) => !dev).length,
    licences: [...counted]
      .map(([licence, list]): [string, number] => [licence, list.length])
      .sort((a, b) => b[1] - a[1]),
  }
}

/**
 * References of CI files that somebody else could move: actions not named by a full commit, images and Node.js not
 * named by an exact version.
 */
export function pinFaults(file: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const at = `${file}:${index + 1}`
    const action = /\buses:\s*(\S+)/.exec(line)?.[1]
    if (action && !/@[0-9a-f]{40}$/.test(action)) return [`${at}: ${action} is not pinned to a commit`]
    const image = /\b(?:image|container):\s*(\S+)/.exec(line)?.[1]
    if (image && !/:\d+\.\d+\.\d+/.test(image)) return [`${at}: ${image} is not an exact version`]
    const node = /\bnode-?version:\s*(\S+)/i.exec(line)?.[1]
    return node && !/^\d+\.\d+\.\d+$/.test(node) ? [`${at}: Node.js ${node} is not an exact version`] : []
  })
}

/** What `npm audit --json` says, as far as it is judged. */
interface AuditReport {
  auditReportVersion?: number
  vulnerabilities?: Record<
    string,
    { via: Array<string | { title: string; url: string; severity: string; name: string }> }
  >
  message?: string
  error?: { summary?: string }
}

/** The outcome of an audit: done, with what it found, or not done, with the reason. */
export type Audit = { done: true; faults: string[] } | { done: false; why: string }

/**
 * Judges a report of `npm audit --json`. A report that is none, because nobody could be asked, is not a good one.
 * @param today decides which exceptions still hold, `2026-11-27`
 */
export function judgeAudit(text: string, { advisories }: Exceptions, today: string): Audit {
  let report: AuditReport
  try {
    report = JSON.parse(text) as AuditReport
  } catch {
    return { done: false, why: 'npm audit gave no report' }
  }
  if (report.auditReportVersion !== 2 || !report.vulnerabilities) {
    const said = report.message ?? report.error?.summary ?? 'no report of version 2'
    // The host's name is nobody's business.
    return { done: false, why: said.replace(/https?:\/\/\S+/g, 'the registry') }
  }
  const found = new Map<string, string>()
  for (const { via } of Object.values(report.vulnerabilities)) {
    for (const each of via) {
      if (typeof each === 'string') continue
      const id = each.url.split('/').at(-1) ?? each.url
      const excused = advisories.some((one) => one.id === id && one.package === each.name && one.until >= today)
      if (!excused) found.set(id, `${each.name}: ${each.severity}, ${each.title} (${id})`)
    }
  }
  return { done: true, faults: [...found.values()].sort() }
}

/**
 * A bill of materials as `npm sbom` writes it, the same for the same lock file: without the hour it was made, its
 * serial number, and the name of the folder it was made in.
 */
export function steadyBill(text: string): string {
  const bill = JSON.parse(text) as {
    serialNumber?: string
    metadata?: { timestamp?: string; tools?: unknown; component?: { name?: string; 'bom-ref'?: string } }
    components?: Array<{ 'bom-ref': string }>
    dependencies?: Array<{ ref: string; dependsOn?: string[] }>
  }
  delete bill.serialNumber
  const { metadata, components, dependencies } = bill
  if (metadata) {
    delete metadata.timestamp
    delete metadata.tools
    const { component } = metadata
    if (component) component.name = component['bom-ref']?.replace(/@[^@]*$/, '') ?? ''
  }
  components?.sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1))
  dependencies?.sort((a, b) => (a.ref < b.ref ? -1 : 1))
  return `${JSON.stringify(bill, null, 1)}\n`
}
