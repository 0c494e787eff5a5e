import {
  pathFrom,
  splice,
  type Copy,
  type Edit,
  type Facts,
  type Instruction,
} from '../../src/transform.ts'
import { isWithin } from '../../src/transform.ts'
import type { ImageUser } from './image-user.ts'
import type { WrittenFolder } from './written-folders.ts'

/** How folders come to belong to a user. */
export interface Gift {
  /** `--chown` at the COPYs that bring them. */
  readonly edits: readonly Edit[]
  /** New lines, for where nothing brings a folder by itself. */
  readonly lines: readonly string[]
}

/** Gives each folder to the user, by the COPY that brings it where there is one; a reason where that can't be done. */
export function giveFolders(
  folders: readonly WrittenFolder[],
  user: ImageUser,
  facts: Facts,
): Gift | { readonly why: string } {
  const edits = new Map<Instruction, Edit>()
  const lines: string[] = []
  const made: string[] = []
  const owned: string[] = []
  let isDeep = false
  for (const { path, files, holdsProgram } of folders) {
    if (holdsProgram) {
      owned.push(path, ...files)
      continue
    }
    const inside = facts.final.copies.filter(
      ({ destination }) => destination !== undefined && isWithin(destination, path),
    )
    for (const copy of inside) {
      const foreign =
        copy.chown !== undefined && copy.chown !== user.owner && copy.chown !== user.name
      if (foreign) return { why: `${path}, where the program writes, belongs to ${copy.chown}` }
      if (copy.chown === undefined) edits.set(copy.step.instruction, withOwner(copy, user))
    }
    if (inside.some((copy) => bringsFolder(copy, path))) continue
    const around = facts.final.copies.filter(
      ({ destination }) =>
        destination !== undefined && isWithin(path, destination) && destination !== path,
    )
    const source = facts.contextPath(path)
    const isCopied = source !== undefined && facts.project.isFolder(source)
    if (
      isCopied &&
      around.some((copy) => copy.from === undefined && copy.paths.some(({ isFolder }) => isFolder))
    )
      lines.push(`COPY --chown=${user.owner} ${source} ${near(path, facts)}`)
    else {
      if (!isCopied) made.push(path)
      owned.push(path)
      isDeep ||= isCopied || inside.length > 0 || around.some(({ from }) => from !== undefined)
    }
  }
  if (owned.length > 0 && facts.final.base.hasShell !== true)
    return { why: `the image has no shell that could make ${owned[0]}, where the program writes` }
  if (owned.length > 0) lines.push(ownLine(made, owned, user, facts, isDeep))
  return { edits: [...edits.values()], lines }
}

function ownLine(
  made: readonly string[],
  owned: readonly string[],
  user: ImageUser,
  facts: Facts,
  isDeep: boolean,
): string {
  const short = (path: string) => near(path, facts).replace(/^\.\/(?=.)/, '')
  const make = made.length === 0 ? '' : `mkdir -p ${made.map(short).join(' ')} && `
  return `RUN ${make}chown ${isDeep ? '-R ' : ''}${user.owner} ${owned.map(short).join(' ')}`
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

function withOwner({ step: { instruction } }: Copy, user: ImageUser): Edit {
  const last = instruction.flags.at(-1)?.end
  const at = last ?? /^\s*\w+/.exec(instruction.text)?.[0].length ?? 0
  const text = splice(instruction.text, [{ start: at, end: at, text: ` --chown=${user.owner}` }])
  return { kind: 'replace', instruction, text: text.replace(/\r?\n$/, '') }
}
