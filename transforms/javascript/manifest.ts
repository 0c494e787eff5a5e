import {
  folderOf,
  isRecord,
  jsonFault,
  lineOfOffset,
  majorOfRange,
  type Project,
} from '../../src/transform.ts'

/** Scripts that an install runs, with npm, yarn and pnpm. https://docs.npmjs.com/cli/using-npm/scripts#life-cycle-operation-order */
export const installScripts = [
  'preinstall',
  'install',
  'postinstall',
  'prepublish',
  'preprepare',
  'prepare',
  'postprepare',
] as const

/** A package.json, as far as it is understood. */
export interface Manifest {
  /** In the context. */
  readonly path: string
  readonly text: string
  readonly main: string | undefined
  readonly isModule: boolean
  readonly scripts: ReadonlyMap<string, string>
  /** dependencies and optionalDependencies: name => range. */
  readonly dependencies: ReadonlyMap<string, string>
  readonly devDependencies: ReadonlyMap<string, string>
  readonly hasWorkspaces: boolean
  /** 'yarn@4.5.0+sha512...' */
  readonly packageManager: string | undefined
  readonly engines: string | undefined
}

/** The range of a package in package.json, by the names it has had; undefined where it has none of them. */
export function rangeOf(
  manifest: Pick<Manifest, 'dependencies' | 'devDependencies'> | undefined,
  ...names: readonly string[]
): string | undefined {
  return names
    .map((name) => manifest?.dependencies.get(name) ?? manifest?.devDependencies.get(name))
    .find((range) => range !== undefined)
}

/** The major version that a package's range starts at; undefined for tags, links and no package at all. */
export function majorOf(
  manifest: Pick<Manifest, 'dependencies' | 'devDependencies'> | undefined,
  ...names: readonly string[]
): number | undefined {
  return majorOfRange(rangeOf(manifest, ...names))
}

/** The major version of a package manager that package.json pins: 10 of `pnpm@10.1.0`. */
export function pinnedMajor(
  manifest: Pick<Manifest, 'packageManager'> | undefined,
  program: 'pnpm' | 'yarn',
): number | undefined {
  const [name, version = ''] = manifest?.packageManager?.split('@') ?? []
  const major = Number.parseInt(version, 10)
  return name !== program || Number.isNaN(major) ? undefined : major
}

/** Why a package.json that is in the context can't be used, as a sentence without its full stop; undefined where there is none, and where it can. */
export function manifestFault(project: Project, path: string | undefined): string | undefined {
  if (path === undefined || !project.isFile(path) || readManifest(project, path) !== undefined)
    return undefined
  const text = project.read(path)
  const why =
    text === undefined
      ? 'it is no text, or larger than 2 MB'
      : project.json(path) === undefined
        ? jsonFault(text)
        : 'it holds no object'
  return `${path} can't be read: ${why}`
}

/** Reads a package.json of the context; undefined where there is none, or where it is not an object. */
export function readManifest(project: Project, path: string): Manifest | undefined {
  const json = project.json(path)
  if (!isRecord(json)) return undefined
  const folder = folderOf(path) === '.' ? '' : `${folderOf(path)}/`
  return {
    path,
    text: project.read(path) ?? '',
    main: stringIn(json, 'main'),
    isModule: json['type'] === 'module',
    scripts: scriptsOf(json),
    dependencies: new Map([
      ...stringsIn(json, 'dependencies'),
      ...stringsIn(json, 'optionalDependencies'),
    ]),
    devDependencies: stringsIn(json, 'devDependencies'),
    hasWorkspaces:
      json['workspaces'] !== undefined || project.isFile(`${folder}pnpm-workspace.yaml`),
    packageManager: stringIn(json, 'packageManager'),
    engines: isRecord(json['engines']) ? stringIn(json['engines'], 'node') : undefined,
  }
}

/** The scripts of a package.json that was parsed. */
export function scriptsOf(json: unknown): ReadonlyMap<string, string> {
  return isRecord(json) ? stringsIn(json, 'scripts') : new Map()
}

/** True where only the dev dependencies have a package. */
export function isDevDependency(manifest: Manifest, name: string): boolean {
  return manifest.devDependencies.has(name) && !manifest.dependencies.has(name)
}

/** The line of a dependency or another key of package.json; undefined where it can't be told. */
export function lineOfKey(manifest: Manifest, section: string, key: string): number | undefined {
  const start = manifest.text.indexOf(`"${section}"`)
  const at = start < 0 ? -1 : manifest.text.indexOf(`"${key}"`, start)
  return at < 0 ? undefined : lineOfOffset(manifest.text, at)
}

export function stringIn(record: Record<string, unknown>, key: string): string | undefined {
  const value = record[key]
  return typeof value === 'string' ? value : undefined
}

function stringsIn(record: Record<string, unknown>, key: string): ReadonlyMap<string, string> {
  const value = record[key]
  const strings = new Map<string, string>()
  if (!isRecord(value)) return strings
  for (const [name, text] of Object.entries(value))
    if (typeof text === 'string') strings.set(name, text)
  return strings
}
