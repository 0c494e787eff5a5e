import {
  parseRun,
  splice,
  type Dockerfile,
  type Instruction,
  type RunCommand,
  type ShellLink,
} from '../../../src/transform.ts'

/** Where a command goes in a RUN, and the text that puts it there. */
export interface Insertion {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Adds a command to a RUN, behind one of its links or at its end, in the way its own are joined and broken into lines; undefined where
 * it would not run, or would hide that a command before it failed.
 */
export function insertCommand(
  instruction: Instruction,
  command: string,
  { escape, lineEnd }: Pick<Dockerfile, 'escape' | 'lineEnd'>,
  stopsAtErrors: boolean,
  linkIndex?: number,
): Insertion | undefined {
  const { text, heredocs, form } = instruction
  const links = parseRun(instruction)?.links ?? []
  // Nothing stands behind an `exit`.
  const at = linkIndex ?? links.findLastIndex((item) => !ends(item))
  const link = links[at]
  if (link === undefined || form === 'exec' || links.some(({ operator }) => operator === '&'))
    return undefined
  const next = links[at + 1]
  if (ends(link) || (next?.operator === '||' && !ends(next))) return undefined
  const insert = (joint: string) => ({ start: link.end, end: link.end, text: joint + command })
  if (heredocs.length > 0) {
    if (!text.slice(0, link.start).includes('\n')) return undefined
    // The next line of a command that has a here-document of its own is that one's.
    const hasInner = text.slice(link.start, link.end).includes('<<')
    const isOwnLine = linkIndex === undefined && next === undefined && stopsAtErrors && !hasInner
    return insert(isOwnLine && lineEnd === '\n' ? `\n${indentAt(text, link.start)}` : ' && ')
  }
  const operator = link.operator === ';' && stopsAtErrors ? ';' : '&&'
  return insert(jointAfter(link, links[at - 1], text, operator, escape + lineEnd))
}

/** What joins a command to a link: on the same line, or broken before or after the operator as the author does it. */
function jointAfter(
  last: ShellLink,
  previous: ShellLink | undefined,
  text: string,
  operator: '&&' | ';',
  lineBreak: string,
): string {
  const after = operator === ';' ? '; ' : ' && '
  const gap = previous === undefined ? '' : text.slice(previous.end, last.start)
  const plain = gap.replaceAll(/^[ \t]*#.*$/gm, '')
  const isBrokenAfter = /(&&|;|\|\|)[^&;|]*\n/.test(plain)
  if (isBrokenAfter) return `${after}${lineBreak}${indentAt(text, last.start)}`
  const isBroken = plain.includes('\n')
  if (!isBroken && !text.slice(last.start, last.end).includes('\n')) return after
  const indent = indentAt(text, isBroken ? last.start : last.end)
  return operator === ';' ? `; ${lineBreak}${indent}` : ` ${lineBreak}${indent}&& `
}

/** The blanks that the line of a position begins with. */
function indentAt(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1)
  return /^[ \t]*/.exec(line)?.[0] ?? ''
}

const ends = ({ commands }: ShellLink) => /^(exit|exec)$/.test(commands[0]?.words[0]?.value ?? '')

/** A command by the rights that another one is given. */
export const withSudo = (text: string, { source }: RunCommand): string =>
  source?.words[0]?.value === 'sudo' ? `sudo ${text}` : text

/** The text of an instruction with spans changed, without its line end. */
export function changed({ text }: Instruction, spans: readonly Insertion[]): string {
  return splice(text, spans).replace(/\r?\n$/, '')
}
