import { npmLockedPackages, type Project } from '../../src/transform.ts'

/** What npm's lock file says of the packages at the top of node_modules, and of workspaces. */
export interface LockFile {
  /** Whether a package is there for dev dependencies only; undefined for one that is not at the top. */
  readonly isDevOnly: (name: string) => boolean | undefined
  /** The package that brings a program of node_modules/.bin. */
  readonly packageOfProgram: (program: string) => string | undefined
  /** Whether a folder of workspaces, relative to the context, gets packages in a node_modules of its own: the top has other versions of them. */
  readonly hasOwnPackages: (folder: string) => boolean
}

/** Reads package-lock.json or npm-shrinkwrap.json (lockfileVersion 2 and 3); undefined for others. */
export function readLockFile(project: Project, folder: string): LockFile | undefined {
  const prefix = folder === '' ? '' : `${folder}/`
  const all = npmLockedPackages(
    project.json(`${prefix}npm-shrinkwrap.json`) ?? project.json(`${prefix}package-lock.json`),
  )
  const top = (all ?? []).flatMap(({ folder: name, isForDevelopment, programs }) =>
    name === undefined ? [] : [{ name, isDevOnly: isForDevelopment !== false, programs }],
  )
  if (top.length === 0) return undefined
  const dev = new Map(top.map(({ name, isDevOnly }) => [name, isDevOnly]))
  const byProgram = new Map(
    top.flatMap(({ name, programs }) => programs.map((program) => [program, name] as const)),
  )
  const holders = new Set((all ?? []).flatMap((item) => item.within || []))
  const within = [...holders].map((path) => prefix + path)
  return {
    isDevOnly: (name) => dev.get(name),
    packageOfProgram: (program) => byProgram.get(program),
    hasOwnPackages: (folder) => within.some((path) => `${path}/`.startsWith(`${folder}/`)),
  }
}
