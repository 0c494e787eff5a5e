import {
  commandEvidence,
  compilerLibraries,
  findsLibraries,
  installedPackages,
  libraryFinder,
  pythonPackagesOf,
  sourceMentions,
  type RuntimePackage,
} from '../../../src/transform.ts'
import type { PythonApp } from '../app.ts'

/** What compiled packages need where they run, by the compilers that the file installs, and what finds libraries as these do. */
export function librariesOfCompilers(app: PythonApp): readonly RuntimePackage[] {
  const { commands, base } = app.facts.final
  const installed = installedPackages(commands).filter(({ isRemoved }) => !isRemoved)
  const brought = (name: string, by: readonly string[]) => {
    const item = installed.find((each) => by.includes(each.name))
    return item === undefined ? [] : [{ name, evidence: commandEvidence(item.command) }]
  }
  const finder = libraryFinder(base)
  return [
    ...compilerLibraries(base).flatMap(({ compilers, library }) => brought(library, compilers)),
    ...(finder !== undefined && searches(app) ? brought(finder.package, finder.finders) : []),
  ]
}

function searches({ works, facts }: PythonApp): boolean {
  const names = works.flatMap(({ install }) =>
    install === undefined ? [] : pythonPackagesOf(install, facts).packages.map(({ name }) => name),
  )
  return (
    findsLibraries(names) || sourceMentions(facts.project)(/\bfind_library\b|django\.contrib\.gis/)
  )
}
