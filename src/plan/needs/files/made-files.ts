import { commandOf } from '../../../facts/command.ts'
import { effectsOf } from '../../../facts/effects/effects.ts'
import type { Evidence } from '../../../facts/evidence.ts'
import { lineEvidence } from '../../../facts/evidence.ts'
import { placeIn, type Facts } from '../../../facts/facts.ts'
import { findBinaries, isGo, placesOf } from '../../../facts/go/build-command.ts'
import { namedByGenerators } from '../../../facts/go/generators.ts'
import { follow } from '../../../facts/follow/follow.ts'
import { isProcess } from '../../../facts/follow/process.ts'
import { homeOf } from '../../../facts/home-of-root.ts'
import { isTransient, isWithin, resolvePath } from '../../../facts/image-path.ts'
import { absolutePath, type PathValue } from '../../../programs/path-value.ts'
import type { SourceLine } from '../../../programs/source-facts.ts'
import { leavesOf } from '../../../facts/tool-rows.ts'
import { viewOf, type StageView } from '../../view/stage-view.ts'
import { packagePaths } from './beside-modules.ts'
import { processesOf, scriptOf } from '../seen/entries.ts'
import type { FileNeed } from '../seen/file-need.ts'
import { followerOf } from '../seen/see-programs.ts'
import type { Seen } from '../seen/seen-program.ts'

interface Wanted {
  readonly path: string
  readonly evidence: Evidence
  /** Undefined where it is only read. */
  readonly startedBy?: 'container' | 'sources' | undefined
}

interface Made {
  readonly path: string
  readonly isFolder: boolean
}

/**
 * Files that the program reads or starts, and that no copy brings: a RUN is shown to make them, by what its commands do or by the writes of
 * the script that it runs.
 */
export function madeNeeds(seen: Seen, facts: Facts, view: StageView): readonly FileNeed[] {
  const wanted = wantedPaths(seen, facts).filter(
    ({ path }) =>
      facts.contextPath(path) === undefined && !isTransient(path) && view.has(path) === 'no',
  )
  if (wanted.length === 0) return []
  const made = madeBy(facts)
  const author = viewOf(facts.final, facts)
  return wanted.flatMap(({ path, evidence, startedBy }): readonly FileNeed[] => {
    const found =
      heldBy(path, made) ??
      (mayBeThere(path, startedBy, author) ? { path, isFolder: false } : undefined)
    return found === undefined ? [] : [{ ...found, contextPath: undefined, evidence }]
  })
}

/** What the container starts is there, or it never ran; what a source starts may be of another machine: `/usr/sbin/nginx`. */
function mayBeThere(path: string, by: Wanted['startedBy'], author: StageView): boolean {
  if (by === undefined) return false
  return by === 'container' ? author.has(path) !== 'no' : author.isMade(path) !== 'no'
}

/** What is made at a path, or the folder or link that it lies in. */
function heldBy(path: string, made: readonly Made[]): Made | undefined {
  const found = made.find((item) => isWithin(path, item.path))
  return found === undefined || found.path === path ? found : { ...found, isFolder: true }
}

function wantedPaths({ programs, packages, uses }: Seen, facts: Facts): readonly Wanted[] {
  const read = programs.flatMap(({ graph, entry, foldersOf }) =>
    graph.modules.flatMap((module) => {
      const pathsOf = (value: PathValue, at: SourceLine, startedBy?: 'sources') =>
        foldersOf(module.path).flatMap((ownFolder): readonly Wanted[] => {
          const path = absolutePath(value, { cwd: entry.cwd, ownFolder, home: homeOf(facts.final) })
          return path === undefined
            ? []
            : [{ path, startedBy, evidence: { path: module.path, ...at } }]
        })
      return [
        ...module.paths
          .filter(({ use, value }) => use !== 'names' || value.base === 'home')
          .flatMap(({ value, at }) => pathsOf(value, at)),
        ...module.programs.flatMap(({ name, values: [value], at }) =>
          value === undefined || !name.includes('/') ? [] : pathsOf(value, at, 'sources'),
        ),
      ]
    }),
  )
  const named = processesOf(facts).flatMap(({ name, args, cwd, via }) => {
    const evidence = via.at(-1)
    if (evidence === undefined) return []
    return [name?.includes('/') === true ? name : undefined, ...args].flatMap(
      (word, i): readonly Wanted[] => {
        const path =
          word === undefined || /^-|:\/\//.test(word) ? undefined : resolvePath(cwd, word)
        if (path === undefined || path === cwd) return []
        return [{ path, evidence, startedBy: i === 0 ? 'container' : undefined }]
      },
    )
  })
  return [
    ...read,
    ...named,
    ...programs.flatMap(packagePaths),
    ...uses,
    ...packages.flatMap(({ row, cwd, evidence }) =>
      (row.files ?? []).flatMap((file) => {
        const path = resolvePath(cwd, file)
        return path === undefined ? [] : [{ path, evidence }]
      }),
    ),
  ]
}

const madeBefore = new WeakMap<Facts, readonly Made[]>()

/** What the RUNs of the file are shown to make, each command followed to the programs that do the work. */
function madeBy(facts: Facts): readonly Made[] {
  const known = madeBefore.get(facts)
  if (known !== undefined) return known
  const { final, stages, project, launchers } = facts
  const place = placeIn(final, stages, project)
  const see = followerOf(facts)
  const made = final.commands.flatMap((command): readonly Made[] => {
    const own = effectsOf(command)
    if (own !== undefined) return createdBy(own)
    const leaves = leavesOf(command, facts)
    if (leaves?.isAll === true) return leaves.paths
    const via = [lineEvidence(command.step.instruction)]
    const words = commandOf(
      command.argv.flatMap((word) => word ?? []),
      command.cwd,
    )
    return follow(words, place, launchers, { via })
      .found.filter(isProcess)
      .flatMap((process) => {
        const script = scriptOf(process)
        const path = script === undefined ? undefined : resolvePath(process.cwd, script)
        const source = path === undefined ? undefined : facts.contextPath(path)
        return [
          ...(leaves?.paths ?? []),
          ...createdBy(effectsOf(process) ?? []),
          ...(source === undefined || !project.isFile(source)
            ? []
            : see(process.cwd)([source]).modules.flatMap((module) =>
                module.paths.flatMap(({ use, value }): readonly Made[] => {
                  const folder = facts.imagePath(module.path)?.replace(/\/[^/]*$/, '')
                  const target = absolutePath(value, {
                    cwd: process.cwd,
                    ownFolder: folder,
                  })
                  return target === undefined || (use !== 'writes-file' && use !== 'writes-folder')
                    ? []
                    : [{ path: target, isFolder: use === 'writes-folder' || value.isPrefix }]
                }),
              )),
        ]
      })
  })
  const built = findBinaries(facts).flatMap((binary) => placesOf(binary, facts))
  const generates = final.commands.some((command) => isGo(command, 'generate'))
  // The file before the folder that it lies in, for both may be named.
  const generated = (generates ? namedByGenerators(facts) : [])
    .toSorted((a, b) => b.length - a.length)
    .map((path) => ({ path, isFolder: false }))
  const all = [...made, ...built.map((path) => ({ path, isFolder: false })), ...generated]
  madeBefore.set(facts, all)
  return all
}

const createdBy = (effects: NonNullable<ReturnType<typeof effectsOf>>): readonly Made[] =>
  effects.flatMap((effect) => (effect.kind === 'creates' ? [effect] : []))
