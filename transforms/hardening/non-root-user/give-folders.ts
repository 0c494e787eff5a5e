import {
  effectsOf,
  findStage,
  isWithin,
  leavesOf,
  pathFrom,
  resolvePath,
  type Copy,
  type Edit,
  type Facts,
  type Instruction,
  type Step,
} from '../../../src/transform.ts'
import type { ImageUser } from './image-user.ts'
import { withOwner } from './give-copies.ts'
import type { WrittenFolder } from './written-folders.ts'

/** How folders come to belong to a user. */
export interface Gift {
  /** `--chown` at the COPYs that bring them. */
  readonly edits: readonly Edit[]
  /** A new line, for where nothing brings a folder by itself. */
  readonly lines: readonly string[]
  /** True where the line makes all the folders that it gives away. */
  readonly isMade: boolean
}

/**
 * Gives each folder to the user, by the COPY that brings it where there is one; a reason where that can't be done. A COPY gives an owner
 * to what it makes: a folder that is there already keeps its own.
 */
export function giveFolders(
  folders: readonly WrittenFolder[],
  user: ImageUser,
  facts: Facts,
): Gift | { readonly why: string } {
  const edits = new Map<Instruction, Edit>()
  const made: string[] = []
  const owned: string[] = []
  const ofProgram: string[] = []
  const touched: string[] = []
  let isDeep = false
  for (const { path, files, made: ofRuns, holdsProgram } of folders) {
    const { copies } = facts.final
    if (holdsProgram) {
      ofProgram.push(path, ...ofRuns)
      touched.push(...ofRuns)
      for (const file of files) {
        // It may not be there to be given away.
        const unsure = copies.find(
          ({ from, sources }) => from !== undefined && sources.includes(`${file}*`),
        )
        if (unsure === undefined) ofProgram.push(file)
        else if (unsure.chown === undefined)
          edits.set(unsure.step.instruction, withOwner(unsure, user))
      }
      continue
    }
    const inside = copies.filter(({ destination }) => isBelow(destination, path))
    const foreign = inside.find(
      ({ chown }) => chown !== undefined && chown !== user.owner && chown !== user.name,
    )
    if (foreign !== undefined)
      return { why: `${path}, where the program writes, belongs to ${foreign.chown}` }
    const [first] = inside
    if (first !== undefined && bringsFolder(first, path) && !isMadeBefore(path, first, facts)) {
      for (const copy of inside)
        if (copy.chown === undefined) edits.set(copy.step.instruction, withOwner(copy, user))
      continue
    }
    const isThere = copies.some((copy) => bringsWith(copy, path, facts))
    const isFilled = isFilledByRun(path, facts)
    if (!(isThere && isInContext(path, facts)) && !isFilled && !isMadeByRun(path, facts))
      made.push(path)
    owned.push(path)
    isDeep ||= isThere || inside.length > 0 || isFilled || ofRuns.length > 0
  }
  const all = [...ofProgram, ...owned]
  const [first] = all
  if (first !== undefined && facts.final.base.hasShell !== true)
    return {
      why: `the image has no shell that could ${made.includes(first) ? 'make' : 'give away'} ${first}, where the program writes`,
    }
  // What lies beside the program stays root's.
  const groups = isDeep ? [ofProgram, owned] : [all]
  const lines =
    all.length === 0
      ? []
      : [ownLine({ made, touched }, groups, user, facts, (group) => isDeep && group === owned)]
  return { edits: [...edits.values()], lines, isMade: made.length === all.length }
}

const isBelow = (path: string | undefined, folder: string) =>
  path !== undefined && isWithin(path, folder)

/** Whether a COPY of a folder around it brings a folder along. */
function bringsWith(copy: Copy, path: string, { stages, project }: Facts): boolean {
  const { destination, from, sources, paths } = copy
  if (destination === undefined || destination === path || !isWithin(path, destination))
    return false
  const below = path.slice(destination === '/' ? 1 : destination.length + 1)
  if (from === undefined)
    return paths.some(
      ({ source, isFolder }) =>
        isFolder && project.isFolder([source, below].filter(Boolean).join('/')),
    )
  const stage = findStage(stages, from)
  return sources.some(
    (source) =>
      stage === undefined ||
      stage.steps.some(({ workdir }) => workdir === resolvePath('/', source)) ||
      stage.copies.some((other) => other.destination === resolvePath('/', source)),
  )
}

/**
 * A folder of the sources is there, with files: an empty one may be this machine's alone, for git keeps none. What a build may make is made where it
 * did not: `mkdir -p` leaves a folder as it is.
 */
function isInContext(path: string, { contextPath, project }: Facts): boolean {
  const source = contextPath(path)
  return source !== undefined && project.files(source).length > 0
}

/** Whether a folder is there before a COPY into it: by a WORKDIR, a command, another COPY, or a stage below. */
function isMadeBefore(path: string, { step }: Copy, facts: Facts): boolean {
  const { final } = facts
  const isEarlier = (other: { readonly step: Step }) => other.step.index < step.index
  return (
    final.parent !== undefined ||
    final.steps.some(({ index, workdir }) => index <= step.index && isBelow(workdir, path)) ||
    final.copies.filter(isEarlier).some((copy) => bringsWith(copy, path, facts)) ||
    final.commands
      .filter(isEarlier)
      .some((command) =>
        (effectsOf(command) ?? []).some(
          (effect) => effect.kind === 'creates' && isBelow(effect.path, path),
        ),
      )
  )
}

/** Whether the author's own line makes it: `RUN mkdir -p /data`. */
const isMadeByRun = (path: string, { final }: Facts) =>
  final.commands.some((command) =>
    (effectsOf(command) ?? []).some(
      (effect) => effect.kind === 'creates' && effect.isFolder && effect.path === path,
    ),
  )

/** Whether the author's own lines make something in it, and so the folder, too: `RUN mkdir -p /data/uploads`, or a build that fills it. */
const isFilledByRun = (path: string, facts: Facts) =>
  facts.final.commands.some(
    (command) =>
      (effectsOf(command) ?? []).some(
        (effect) =>
          effect.kind === 'creates' && effect.path !== path && isWithin(effect.path, path),
      ) || (leavesOf(command, facts)?.paths ?? []).some((made) => isWithin(made.path, path)),
  )

function ownLine(
  { made, touched }: { readonly made: readonly string[]; readonly touched: readonly string[] },
  groups: readonly (readonly string[])[],
  user: ImageUser,
  facts: Facts,
  isDeep: (group: readonly string[]) => boolean,
): string {
  const short = (path: string) => near(path, facts).replace(/^\.\/(?=.)/, '')
  const make = made.length === 0 ? '' : `mkdir -p ${made.map(short).join(' ')} && `
  // Nobody sees for sure that the RUN has made it.
  const touch = touched.length === 0 ? '' : `touch ${touched.map(short).join(' ')} && `
  const give = groups
    .filter((group) => group.length > 0)
    .map(
      (group) => `chown ${isDeep(group) ? '-R ' : ''}${user.owner} ${group.map(short).join(' ')}`,
    )
  return `RUN ${make}${touch}${give.join(' && ')}`
}

/** As an author would write it: below the working directory relative to it, else absolute. */
function near(path: string, { final }: Facts): string {
  const { workdir } = final.end
  return workdir === path ? path : pathFrom(workdir, path)
}

/** Whether a COPY brings just this folder. */
function bringsFolder({ destination, sources, paths, from, step }: Copy, path: string): boolean {
  const to = step.instruction.exec?.at(-1) ?? step.instruction.words.at(-1)?.raw ?? ''
  if (destination !== path || sources.length !== 1) return false
  if (from === undefined) return paths.length === 1 && paths[0]?.isFolder === true
  // A file that is copied to `./` would not make the folder's contents.
  return !/(^|\/)\.{1,2}\/?$/.test(to) && !/\/[^/]+\.\w+$/.test(sources[0] ?? '')
}
