import { isRecord, type Project } from '../../src/transform.ts'

/** What npm's lock file says of the packages at the top of node_modules. */
export interface LockFile {
  /** Whether a package is there for dev dependencies only; undefined for one that is not at the top. */
  readonly isDevOnly: (name: string) => boolean | undefined
  /** The package that brings a program of node_modules/.bin. */
  readonly packageOfProgram: (program: string) => string | undefined
}

/** Reads package-lock.json or npm-shrinkwrap.json (lockfileVersion 2 and 3); undefined for others. https://docs.npmjs.com/cli/configuring-npm/package-lock-json */
export function readLockFile(project: Project, folder: string): LockFile | undefined {
  const prefix = folder === '' ? '' : `${folder}/`
  const json =
    project.json(`${prefix}npm-shrinkwrap.json`) ?? project.json(`${prefix}package-lock.json`)
  if (!isRecord(json) || !isRecord(json['packages'])) return undefined
  const dev = new Map<string, boolean>()
  const programs = new Map<string, string>()
  for (const [path, entry] of Object.entries(json['packages'])) {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1]
    if (name === undefined || !isRecord(entry)) continue
    dev.set(name, entry['dev'] === true || entry['devOptional'] === true)
    const bin = entry['bin']
    if (typeof bin === 'string') programs.set(name.replace(/^@[^/]+\//, ''), name)
    else if (isRecord(bin)) for (const program of Object.keys(bin)) programs.set(program, name)
  }
  return {
    isDevOnly: (name) => dev.get(name),
    packageOfProgram: (program) => programs.get(program),
  }
}
