import {
  parseRun,
  splice,
  type Dockerfile,
  type Instruction,
  type ShellLink,
} from '../../src/transform.ts'

/**
 * Adds commands to the end of a RUN, in the way its own are joined and broken into lines; undefined where they would not run,
 * or would hide that a command before them failed.
 */
export function appendCommands(
  instruction: Instruction,
  commands: readonly string[],
  { escape, lineEnd }: Pick<Dockerfile, 'escape' | 'lineEnd'>,
  stopsAtErrors: boolean,
): { readonly at: number; readonly text: string } | undefined {
  const links = parseRun(instruction)?.links ?? []
  const last = links.at(-1)
  if (last === undefined || instruction.form === 'exec') return undefined
  if (links.some(({ operator }) => operator === '&') || /^(exit|exec)$/.test(programOf(last)))
    return undefined
  const { text } = instruction
  if (instruction.heredocs.length > 0) {
    const isScript = text.slice(0, last.start).includes('\n')
    if (!isScript || !stopsAtErrors || lineEnd !== '\n') return undefined
    const line = `\n${indentAt(text, last.start)}`
    return { at: last.end, text: commands.map((command) => line + command).join('') }
  }
  const isBySemicolon = last.operator === ';' && stopsAtErrors
  const joint = jointBefore(last, links.at(-2), text, isBySemicolon ? ';' : '&&', escape + lineEnd)
  return { at: last.end, text: commands.map((command) => joint + command).join('') }
}

/** What joins the next command to the last: on the same line, or broken before or after the operator as the author does it. */
function jointBefore(
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

const programOf = ({ commands }: ShellLink) => commands[0]?.words[0]?.value ?? ''

/** The text of an instruction with spans changed, without its line end. */
export function changed(
  { text }: Instruction,
  spans: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): string {
  return splice(text, spans).replace(/\r?\n$/, '')
}
