import {
  needsOfModule,
  withoutMajor,
  type GoModuleNeeds,
} from '../../knowledge/go-modules/module-needs.ts'
import type { Evidence } from '../evidence.ts'
import type { ProgramSources } from './program-sources.ts'

/** A module that a program imports, with what it needs of the image. */
export interface ModuleNeed {
  readonly name: string
  readonly row: GoModuleNeeds
  readonly evidence: Evidence
}

/** What the modules need that a program imports. Of one that keeps files nothing is said where the program says in which place. */
export function moduleNeedsOf({
  graph,
  files,
}: Pick<ProgramSources, 'graph' | 'files'>): readonly ModuleNeed[] {
  const told = files.flatMap(({ keepers }) => [...keepers].map(withoutMajor))
  const isTold = (name: string) =>
    told.some((module) => module === name || module.startsWith(`${name}/`))
  return graph.packages.flatMap(({ name: importPath, path, at }) =>
    needsOfModule(importPath).flatMap(({ name, row }): readonly ModuleNeed[] =>
      row.writesAnywhere === true && isTold(name) ? [] : [{ name, row, evidence: { path, ...at } }],
    ),
  )
}

/** Why it can't be told where a program writes: a module keeps files, and no call that is read says where. */
export function unknownStore(sources: Pick<ProgramSources, 'graph' | 'files'>): string | undefined {
  const store = moduleNeedsOf(sources).find(({ row }) => row.writesAnywhere === true)
  return store && `${store.name} keeps files where only a run shows`
}
