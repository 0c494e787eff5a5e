import { readFileSync, realpathSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { codeOf, toApplyError } from '../apply-error.ts'
import { removeNewFile, writeFile } from '../write-file.ts'
import { contentHash, type RecordedFile, type RecordedGroup } from './record.ts'

/** A file on its way back: from what stands there now to what stood there before, null for none. */
export interface Back {
  readonly path: string
  readonly from: string
  readonly to: string | null
}

/** What becomes of a recorded file: it goes back, it is as it was before already, or it is left, which has a reason in a sentence. */
export type Fate = { readonly file: RecordedFile } & (
  | { readonly kind: 'back'; readonly back: Back }
  | { readonly kind: 'done' }
  | { readonly kind: 'left'; readonly why: string }
)

/** A group and what becomes of its files, the Dockerfile first: what it counts on goes only where it goes. */
export interface GroupFate {
  readonly group: RecordedGroup
  readonly fates: readonly Fate[]
}

/** What a group of a run finds: a later one of the same run may have gone back before it. */
interface Found {
  readonly text: string | Buffer | undefined
}

/** What would become of the groups of a run; the last one goes back first. Writes nothing. */
export function planBack(groups: readonly RecordedGroup[]): readonly GroupFate[] {
  const seen = new Map<string, Found>()
  return groups.toReversed().map((group) => ({
    group,
    fates: together(group.files.toReversed(), (file) => {
      const fate = fateOf(file, seen.get(file.path))
      if (fate.kind === 'back') seen.set(file.path, { text: fate.back.to ?? undefined })
      return fate
    }),
  }))
}

/** Takes back what can be, in order. Gives what became of it; a file that can't be written is left, with what belongs to it. */
export function takeBack(plan: readonly GroupFate[]): readonly GroupFate[] {
  return plan.map(({ group, fates }) => {
    const planned = new Map(fates.map((fate) => [fate.file, fate]))
    const carryOut = (file: RecordedFile): Fate => {
      const fate = planned.get(file) ?? fateOf(file, undefined)
      return fate.kind === 'back' ? carriedOut(file, fate.back) : fate
    }
    return {
      group,
      fates: together(
        fates.map(({ file }) => file),
        carryOut,
      ),
    }
  })
}

/** Files of a group, the Dockerfile first: where it stays, what it counts on stays, too. */
function together(
  files: readonly RecordedFile[],
  settle: (file: RecordedFile) => Fate,
): readonly Fate[] {
  const fates: Fate[] = []
  for (const file of files) {
    const first = fates[0]
    fates.push(
      first?.kind === 'left'
        ? { file, kind: 'left', why: `It belongs to ${basename(first.file.path)}, which stays.` }
        : settle(file),
    )
  }
  return fates
}

function carriedOut(file: RecordedFile, back: Back): Fate {
  try {
    if (back.to === null) removeNewFile({ path: back.path, after: back.from })
    else writeFile({ path: back.path, before: back.from, after: back.to })
    return { file, kind: 'back', back }
  } catch (error) {
    return { file, kind: 'left', why: toApplyError(error).message }
  }
}

function fateOf(file: RecordedFile, found: Found | undefined): Fate {
  const { path, before, after } = file
  const left = (why: string): Fate => ({ file, kind: 'left', why })
  try {
    const text = found === undefined ? textAt(path) : found.text
    if (text === undefined)
      return before === null ? { file, kind: 'done' } : left('It is not there any more.')
    const hash = contentHash(text)
    if (before !== null && hash === before.hash) return { file, kind: 'done' }
    if (hash !== after) return left('It has been changed since.')
    if (found === undefined && realpathSync(path) !== path)
      return left('Its path leads elsewhere now.')
    const mode = before === null ? undefined : statSync(path).mode & 0o7777
    if (before !== null && mode !== undefined && mode !== before.mode)
      return left(`Its mode was ${before.mode.toString(8)} and is ${mode.toString(8)} now.`)
    const from = text.toString()
    return { file, kind: 'back', back: { path, from, to: before === null ? null : before.text } }
  } catch (error) {
    return left(`It can't be read (${codeOf(error) ?? String(error)}).`)
  }
}

/** Undefined where there is no file, or no folder for it. */
function textAt(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if (/^ENO(ENT|TDIR)$/.test(codeOf(error) ?? '')) return undefined
    throw error
  }
}
