import {
  dropLinks,
  factsOfText,
  parseRun,
  splice,
  type Facts,
  type Instruction,
  type RunCommand,
  type ShellLink,
  type StageFacts,
  type Step,
} from '../../../../src/transform.ts'
import type { Insertion } from '../insert-command.ts'
import type { CacheMount, KnownUse } from './cache-use.ts'
import { countOperands, effectOn, wordsInside } from './clean-ups.ts'
import { withMounts } from './mount-text.ts'
import { homeOf } from './plan-mounts.ts'

/** A RUN that gets mounts. */
export interface MountedRun {
  readonly stage: StageFacts
  readonly step: Step
  readonly mounts: readonly CacheMount[]
  readonly uses: readonly KnownUse[]
}

/**
 * The text of a RUN with its mounts, and without what would empty them or keep them from being used. `more` are changes besides. Undefined
 * where one of the author's clean-ups can't be taken out.
 */
export function mountedText(
  { stage, step, mounts, uses }: MountedRun,
  more: readonly Insertion[],
  { dockerfile, project }: Facts,
): string | undefined {
  const { instruction } = step
  const commands = stage.commands.filter((command) => command.step === step)
  const dropped: ShellLink[] = []
  const spans: Insertion[] = [...more, ...uses.flatMap(unavoided), ...uses.flatMap(settled)]
  for (const command of commands) {
    const effects = mounts.map(({ target }) =>
      effectOn(command, target, homeOf(target), (other) =>
        uses.some(({ use }) => use.isEmptiedBy(other)),
      ),
    )
    if (effects.includes('empties')) {
      const isAlone = command.link?.kind === 'simple'
      if (!isAlone) return undefined
      dropped.push(command.link)
    } else if (effects.includes('empties-some')) {
      const inside = wordsInside(
        command,
        mounts.map(({ target }) => target),
        homeOf(mounts[0]?.target ?? ''),
      )
      // With all its words gone there would be an `rm -rf` of nothing.
      const isAll = inside.length === countOperands(command)
      if (inside.length === 0) return undefined
      if (!isAll)
        spans.push(...inside.map(({ start, end }) => wordSpan(instruction.text, start, end)))
      else if (command.link?.kind === 'simple') dropped.push(command.link)
      else return undefined
    }
  }
  const text = splice(instruction.text, spans)
  const kept = withoutLinks(instruction, text, dropped, { dockerfile, project })
  return kept === undefined
    ? undefined
    : withMounts(instruction, kept, mounts, dockerfile).replace(/\r?\n$/, '')
}

/** The flag that says not to use the cache, gone. */
function unavoided({ command, use }: KnownUse): readonly Insertion[] {
  const { avoidedBy } = use
  // A word with a variable has no value.
  const word = command.source?.words.find(({ value }) => value !== undefined && value === avoidedBy)
  if (word === undefined) return []
  return [wordSpan(command.step.instruction.text, word.start, word.end)]
}

/** The variable that goes with a mount, before the command that nobody has set it for. */
function settled({ command, use: { goesWith } }: KnownUse): readonly Insertion[] {
  const { source, step, assignments, exported } = command
  if (goesWith === undefined || source === undefined || step.instruction.form === 'exec') return []
  const { name, value } = goesWith
  const isSet = step.isSet(name) || assignments.has(name) || exported?.has(name) === true
  return isSet ? [] : [{ start: source.start, end: source.start, text: `${name}=${value} ` }]
}

/** A word with the blanks before it, and the line that it had for itself. */
function wordSpan(text: string, start: number, end: number): Insertion {
  const before = /[ \t]*(?:[\\`][ \t]*\r?\n[ \t]*)?$/.exec(text.slice(0, start))?.[0] ?? ''
  return { start: start - before.length, end, text: '' }
}

/** The text without these links of the instruction, which its other changes have not touched. */
function withoutLinks(
  instruction: Instruction,
  text: string,
  dropped: readonly ShellLink[],
  { dockerfile, project }: Pick<Facts, 'dockerfile' | 'project'>,
): string | undefined {
  if (dropped.length === 0) return text
  const again =
    text === instruction.text ? instruction : parsedAgain(text, dockerfile.escape, project)
  if (again === undefined) return undefined
  const marks = new Set(dropped.map(wordsOf))
  return dropLinks(
    again,
    (parseRun(again)?.links ?? []).filter((link) => marks.has(wordsOf(link))),
  )
}

const wordsOf = ({ commands }: ShellLink) =>
  JSON.stringify(commands.map(({ words }) => words.map(({ raw }) => raw)))

function parsedAgain(
  text: string,
  escape: '\\' | '`',
  project: Facts['project'],
): Instruction | undefined {
  const head = escape === '`' ? '# escape=`\n' : ''
  return factsOfText(`${head}FROM scratch\n${text}`, project)?.stages[0]?.steps[0]?.instruction
}

/** Whether a command's cache is in a mount of its RUN. */
export const isKept = (command: RunCommand, run: MountedRun | undefined): boolean =>
  run?.uses.some(
    (use) =>
      use.command.source === command.source &&
      use.mounts.length > 0 &&
      use.mounts.every(({ target }) => run.mounts.some((mount) => mount.target === target)),
  ) === true
