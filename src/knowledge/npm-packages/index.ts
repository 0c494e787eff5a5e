import { packagesWithArchivers } from './archivers.ts'
import { packagesOfDatabases } from './databases.ts'
import { packagesWithDrivers } from './drivers.ts'
import { packagesWithFiles } from './files.ts'
import { packagesWithLibraries } from './libraries.ts'
import type { NpmPackage } from './npm-package.ts'
import { packagesWithPrograms } from './programs.ts'
import { packagesWithStores } from './stores.ts'

export type { NpmPackage } from './npm-package.ts'

const rows: readonly NpmPackage[] = [
  ...packagesWithPrograms,
  ...packagesWithArchivers,
  ...packagesWithLibraries,
  ...packagesWithFiles,
  ...packagesOfDatabases,
  ...packagesWithStores,
  ...packagesWithDrivers,
]
const byName = new Map<string, NpmPackage[]>()
const byCommand = new Map<string, NpmPackage[]>()
for (const row of rows) {
  const [index, keys] = row.commands === undefined ? [byName, row.names] : [byCommand, row.commands]
  for (const key of keys.split(' ')) index.set(key, [...(index.get(key) ?? []), row])
}

/** What a package needs where it is loaded. */
export const needsOfPackage = (name: string): readonly NpmPackage[] => byName.get(name) ?? []

/** What a program of a package needs where it is started. */
export const needsOfCommand = (program: string): readonly NpmPackage[] =>
  byCommand.get(program) ?? []

/**
 * Packages that need something of the image wherever they are, so that a lock file is asked for them. Short names are parts of others', and
 * would be found in every one.
 */
export const needyPackages: readonly string[] = [...byName.keys()].filter(
  (name) => name.length > 5 && needsOfPackage(name).some(isOfSystem),
)

/** Whether it counts although nobody names it: what it needs is no file of the project. */
export function isOfSystem({ programs, libraries, keepsBase, writesAnywhere }: NpmPackage) {
  return [programs, libraries, keepsBase, writesAnywhere].some((need) => need !== undefined)
}

/** Whether it keeps files where only a run shows. */
export const isStore = ({ writesAnywhere, writesWhereLoaded }: NpmPackage) =>
  writesAnywhere === true || writesWhereLoaded === true

/** Whether it keeps a file of which the program has to say where it is. */
export const isToldWhere = ({ writesWhereTold }: NpmPackage) => writesWhereTold === true
