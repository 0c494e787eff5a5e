import { factsOfStage, type Facts } from '../../../facts/facts.ts'
import { commandEvidence, type Evidence } from '../../../facts/evidence.ts'
import { pythonInstallOf } from '../../../facts/python/install-command.ts'
import { pythonPackagesOf } from '../../../facts/python/packages.ts'
import { pypiPackage, pypiPackagesOfModule } from '../../../knowledge/pypi-packages/index.ts'
import type { ModuleGraph } from '../../../programs/module-graph.ts'
import { mountsOf } from '../../../facts/run-mounts.ts'
import { rememberOf } from '../../../dockerfile/remember.ts'
import type { PackageNeed } from '../seen/package-needs.ts'
import { installsOfProgram } from './installs.ts'
import type { PythonNeed, PythonNeeds } from './python-need.ts'
import { startsPython } from './starts.ts'

const none: PythonNeeds = { packages: [], gap: undefined }

/** What the author's file installs for a program of Python that the container starts; nothing for other programs. */
export const pythonNeeds = rememberOf((facts: Facts): PythonNeeds => {
  if (!startsPython(facts)) return none
  const lists = installsOfProgram(facts).map(({ command, stage }) => {
    const install = pythonInstallOf(command)
    const found =
      install === undefined
        ? undefined
        : pythonPackagesOf(install, factsOfStage(facts, stage), mountsOf(command.step))
    const evidence = commandEvidence(command)
    return {
      packages: found?.packages ?? [],
      gap: found?.isWhole === true ? undefined : fileOr(found?.gap?.evidence, evidence),
      evidence,
    }
  })
  const found = lists.flatMap(({ packages, evidence }) =>
    packages.map((item): PythonNeed => ({
      name: item.name,
      ...(item.version === undefined ? {} : { version: item.version }),
      ...(item.isWheel === undefined ? {} : { isWheel: item.isWheel }),
      row: pypiPackage(item.name),
      // A package that the command itself names.
      evidence: fileOr(item.evidence, evidence),
    })),
  )
  return {
    packages: [...new Map(found.map((item) => [item.name, item])).values()],
    gap: lists.find(({ gap }) => gap !== undefined)?.gap,
  }
})

/** What the command itself says has the command's own line. */
const fileOr = (found: Evidence | undefined, command: Evidence) =>
  found === undefined || found.path === command.path ? command : found

/** The packages that modules of a program import and no list of the project names: those that others bring, or that a gap hides. */
export function importedNeeds(
  graphs: readonly ModuleGraph[],
  { packages }: PythonNeeds,
): readonly PythonNeed[] {
  const listed = new Set(packages.map(({ name }) => name))
  const found = graphs.flatMap(({ modules }) =>
    modules
      .filter(({ path }) => path.endsWith('.py'))
      .flatMap(({ path, imports }) =>
        imports.flatMap(({ specifier, at }): readonly PythonNeed[] => {
          const [module = ''] = specifier.split(/[.:]/, 1)
          const names = module === '' ? [] : pypiPackagesOfModule(module)
          // One of several that bring the same module is listed: `psycopg2-binary`.
          if (names.some((name) => listed.has(name))) return []
          return names.flatMap((name) => {
            const row = pypiPackage(name)
            return row === undefined ? [] : [{ name, row, evidence: { path, ...at } }]
          })
        }),
      ),
  )
  return [...new Map(found.map((item) => [item.name, item])).values()]
}

/** What packages need beside libraries, in the words in which those of other languages say it. */
export const packageNeedsOf = (
  packages: readonly PythonNeed[],
  cwd: string | undefined,
): readonly PackageNeed[] =>
  packages.flatMap(({ name, row, evidence }) => {
    if (row === undefined) return []
    const { names, programs, keepsBase, files, writesAnywhere, source } = row
    return [
      {
        name,
        cwd,
        evidence,
        row: {
          names,
          source,
          ...(programs === undefined ? {} : { programs }),
          ...(keepsBase === undefined ? {} : { keepsBase }),
          ...(files === undefined ? {} : { files }),
          ...(writesAnywhere === undefined ? {} : { writesAnywhere }),
        },
      },
    ]
  })
