import { isRecord, record, text } from '../formats/loose-data.ts'
import type { LockedPackage, LockFile } from './locked-tree.ts'

/** A package as npm's lock file has it. */
export interface NpmLockedPackage extends LockedPackage {
  /** Its folder in node_modules, which an alias names otherwise than the package; undefined in that of another package. */
  readonly folder: string | undefined
  /** The folder whose node_modules holds it, '' for the project's own; undefined where the lock file doesn't tell. */
  readonly within: string | undefined
  /** 'optional' for one that both development and an optional dependency bring: production installs it, too. */
  readonly isForDevelopment: boolean | 'optional'
  /** What it puts into node_modules/.bin. */
  readonly programs: readonly string[]
}

/**
 * The packages of package-lock.json or npm-shrinkwrap.json, of any version; undefined for what is none.
 * https://docs.npmjs.com/cli/configuring-npm/package-lock-json
 */
export function npmLockedPackages(json: unknown): readonly NpmLockedPackage[] | undefined {
  if (!isRecord(json)) return undefined
  const { packages, dependencies } = json
  if (isRecord(packages)) return byFolder(packages)
  return isRecord(dependencies) ? nested(dependencies) : undefined
}

export function readNpmLock(json: unknown): LockFile | undefined {
  const all = npmLockedPackages(json)
  return all === undefined
    ? undefined
    : { all, production: () => all.filter(({ isForDevelopment }) => isForDevelopment !== true) }
}

function byFolder(packages: Record<string, unknown>): readonly NpmLockedPackage[] {
  return Object.entries(packages).flatMap(([path, entry]) => {
    const [, above, name] = /^(.*?\/)?node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path) ?? []
    return name === undefined || !isRecord(entry)
      ? []
      : [
          {
            name: text(entry['name']) ?? name,
            version: text(entry['version']) ?? '',
            node: text(record(entry['engines'])['node']) ?? '*',
            folder: above === undefined ? name : undefined,
            within: above?.slice(0, -1) ?? '',
            isForDevelopment:
              entry['dev'] === true || (entry['devOptional'] === true ? 'optional' : false),
            programs: programsOf(name, entry['bin']),
          },
        ]
  })
}

/** `bin` is a file for the package's own name, or one for each name: https://docs.npmjs.com/cli/configuring-npm/package-json#bin */
function programsOf(name: string, bin: unknown): readonly string[] {
  if (typeof bin === 'string') return [name.replace(/^@[^/]+\//, '')]
  return Object.keys(record(bin))
}

/** The first version repeats neither what a package wants of Node nor its programs, and its nesting is not node_modules'. */
function nested(dependencies: Readonly<Record<string, unknown>>): readonly NpmLockedPackage[] {
  return Object.entries(dependencies).flatMap(([name, written]): readonly NpmLockedPackage[] => {
    const entry = record(written)
    const version = text(entry['version']) ?? ''
    const isForDevelopment = entry['dev'] === true
    return [
      {
        name,
        version,
        node: undefined,
        folder: undefined,
        within: undefined,
        isForDevelopment,
        programs: [],
      },
      ...nested(record(entry['dependencies'])),
    ]
  })
}
