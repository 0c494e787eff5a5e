import type { Evidence } from '../facts/evidence.ts'
import { isProgramPath } from '../knowledge/images/image-folders.ts'
import { rightsOf } from './rights.ts'
import type { ModuleGraph, OuterImport } from './module-graph.ts'
import { isKnown, workingFolder, type PathValue } from './path-value.ts'
import type { Gap, PathUse, SourceLine } from './source-facts.ts'

/** What a program does at run time, each with the line that says so, and what can't be told. Paths are the image's. */
export interface Behaviour {
  readonly imports: readonly OuterImport[]
  readonly reads: readonly { readonly path: string; readonly evidence: Evidence }[]
  readonly writes: readonly {
    readonly path: string
    readonly isFolder: boolean
    readonly evidence: Evidence
  }[]
  readonly starts: readonly {
    readonly name: string
    readonly args: readonly (string | undefined)[]
    readonly evidence: Evidence
  }[]
  readonly listens: readonly { readonly port: number; readonly evidence: Evidence }[]
  readonly namedPorts: readonly {
    readonly port: number
    readonly flag?: string
    readonly evidence: Evidence
  }[]
  readonly environment: readonly { readonly name: string; readonly evidence: Evidence }[]
  readonly rights: readonly { readonly what: string; readonly evidence: Evidence }[]
  /** Folders that it makes and fills where they are not there. */
  readonly absences: readonly { readonly path: string; readonly evidence: Evidence }[]
  readonly gaps: readonly { readonly what: Gap['what']; readonly evidence: Evidence }[]
}

/** Where a program is started whose name only a run shows. */
export function unknownProgram({ modules }: Pick<ModuleGraph, 'modules'>): Evidence | undefined {
  for (const { path, gaps } of modules) {
    const gap = gaps.find(({ what }) => what === 'starts')
    if (gap !== undefined) return { path, ...gap.at }
  }
  return undefined
}

/**
 * Puts together what the modules of a program say. `placesOf` tells where a path of a module can lead in the image, the likeliest first; only
 * that one is written to. What is written and leads nowhere is a gap.
 */
export function behaviourOf(
  { modules, packages, gaps }: Pick<ModuleGraph, 'modules' | 'packages' | 'gaps'>,
  placesOf: (use: PathUse, modulePath: string) => readonly string[],
): Behaviour {
  const lines = <T extends { readonly at: SourceLine }>(
    of: (module: ModuleGraph['modules'][number]) => readonly T[],
  ) =>
    modules.flatMap((module) =>
      of(module).map((item) => ({ ...item, evidence: { path: module.path, ...item.at } })),
    )
  const isAway = isElsewhere(modules, placesOf)
  const uses = lines(({ path, paths }) =>
    paths.map((use) => ({
      ...use,
      // The program may be in another folder by then.
      places: isAway && isWrite(use) && use.value.base === 'cwd' ? [] : placesOf(use, path),
    })),
  )
  return {
    imports: packages,
    reads: uses.flatMap(({ use, places, evidence }) =>
      use === 'reads' ? places.map((path) => ({ path, evidence })) : [],
    ),
    writes: uses.flatMap(({ use, value, places: [path], evidence }) =>
      isWrite({ use }) && path !== undefined
        ? [{ path, isFolder: use === 'writes-folder' || value.isPrefix, evidence }]
        : [],
    ),
    starts: [
      ...lines(({ programs }) => programs),
      // A program that is looked for by its path is started by it.
      ...uses.flatMap(({ use, value, evidence }) =>
        (use === 'reads' || use === 'names') && value.base === 'root' && isProgramPath(value.path)
          ? [{ name: value.path, args: [], evidence }]
          : [],
      ),
    ],
    listens: lines(({ ports }) => ports),
    namedPorts: lines(({ namedPorts }) => namedPorts ?? []),
    environment: lines(({ environment }) => environment),
    rights: lines(rightsOf),
    absences: modules.flatMap(({ path: source, absences = [] }) =>
      absences.flatMap(({ value, at }) => {
        const [path] = placesOf({ value, use: 'names', at }, source)
        return path === undefined ? [] : [{ path, evidence: { path: source, ...at } }]
      }),
    ),
    gaps: [
      ...lines((module) => module.gaps).filter(({ what }) => what !== 'loads'),
      ...uses.flatMap(({ use, places, evidence }) =>
        isWrite({ use }) && places.length === 0 ? [{ what: 'writes' as const, evidence }] : [],
      ),
      ...gaps.map(({ what, path, at }) => ({ what, evidence: { path, ...at } })),
    ],
  }
}

const isWrite = ({ use }: Pick<PathUse, 'use'>) => use === 'writes-file' || use === 'writes-folder'

/** Whether the program goes to a folder that is not shown to be the one it is started in. */
function isElsewhere(
  modules: ModuleGraph['modules'],
  placesOf: (use: PathUse, modulePath: string) => readonly string[],
): boolean {
  return modules.some(({ path, goesTo = [] }) =>
    goesTo.some(({ values, at }) => {
      const placeOf = (value: PathValue) => placesOf({ value, use: 'names', at }, path)
      const [only, ...others] = values
      if (only === undefined || others.length > 0 || !isKnown(only) || only.isPrefix) return true
      const start = placeOf(workingFolder)
      const to = placeOf(only)
      return to.length === 0 || !to.every((folder) => start.includes(folder))
    }),
  )
}
