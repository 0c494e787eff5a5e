/** Parser directives: https://docs.docker.com/reference/dockerfile/#parser-directives */
import type { Directive } from '../instruction.ts'
import { SyntaxFault } from '../syntax-fault.ts'

export interface DirectiveReader {
  /** Takes one line after the other, trimmed at its start; the first that is no directive ends them. Throws SyntaxFault. */
  readonly read: (line: string, number: number) => void
  readonly directives: readonly Directive[]
  readonly escape: () => '\\' | '`'
}

// Go's \s, which is ASCII only.
const pattern = /^#[\t\n\f\r ]*([a-zA-Z][a-zA-Z0-9]*)[\t\n\f\r ]*=[\t\n\f\r ]*(.+)$/s
const known = new Set(['syntax', 'escape', 'check'])

/** A value of blanks only keeps its last one, as BuildKit's expression does. */
function trimBlanks(value: string): string {
  let end = value.length
  while (end > 1 && '\t\n\f\r '.includes(value.charAt(end - 1))) end--
  return value.slice(0, end)
}

/** What a comment says if it stands where directives are read; undefined where it never is one. `line` is trimmed at its start. */
export function readDirective(line: string): Omit<Directive, 'line'> | undefined {
  const match = pattern.exec(line)
  const name = match?.[1]?.toLowerCase()
  if (name === undefined || !known.has(name)) return undefined
  return { name, value: trimBlanks(match?.[2] ?? '') }
}

export function readDirectives(): DirectiveReader {
  const directives: Directive[] = []
  let escape: '\\' | '`' = '\\'
  let done = false

  const read = (line: string, number: number): void => {
    if (done) return
    const found = readDirective(line)
    if (found === undefined) {
      done = true
      return
    }
    const { name, value } = found
    if (directives.some((directive) => directive.name === name)) {
      throw invalid(`Only one "# ${name}=" parser directive can be used`, number)
    }
    directives.push({ name, value, line: number })
    if (name === 'check') readChecks(value, number)
    if (name !== 'escape') return
    if (value !== '\\' && value !== '`') {
      throw invalid(`"# escape=${value}" is neither \` nor \\`, number)
    }
    escape = value
  }
  return { read, directives, escape: () => escape }
}

/** Go's strconv.ParseBool. */
const truths = /^(1|t|T|TRUE|true|True)$/
const falsehoods = /^(0|f|F|FALSE|false|False)$/

/** What a `# check=` line says. */
export interface Checks {
  /** Does the build fail where a check finds something? */
  readonly failsBuild: boolean
  /** Checks that are left out. */
  readonly skipped: ReadonlySet<string>
  /** Are some of the experimental ones on? */
  readonly isExperimental: boolean
}

/**
 * `skip=all`, `skip=A,B;error=true`: https://github.com/moby/buildkit/blob/v0.23.2/frontend/dockerfile/linter/linter.go
 * @throws SyntaxFault for what BuildKit does not take
 */
export function readChecks(value: string, line: number): Checks {
  // BuildKit cuts a directive at its first blank, with the parser that it shares with `# syntax=`.
  const [stated = ''] = value.trim().split(' ')
  const [first = '', ...rest] = stated.split(';')
  const options = new Map<string, string>()
  for (const part of rest.length === 0 ? [first] : [first, rest.join(';')]) {
    const [, name, text = ''] = /^([^=]*)=([^]*)$/.exec(part) ?? []
    const key = (name ?? '').trim()
    const option = text.trim()
    const isRead =
      key === 'error'
        ? truths.test(option) || falsehoods.test(option)
        : key === 'skip' || key === 'experimental'
    if (!isRead)
      throw new SyntaxFault(
        `"# check=" has no option "${part.trim()}"`,
        // Its own reader ends at a carriage return.
        value.includes('\r') ? 'unsupported-syntax' : 'invalid-dockerfile',
        line,
      )
    options.set(key, option)
  }
  const skip = options.get('skip') ?? ''
  const isExperimental = options.has('experimental')
  return {
    failsBuild: truths.test(options.get('error') ?? '') && (skip !== 'all' || isExperimental),
    skipped: new Set(skip.split(',').map((name) => name.trim())),
    isExperimental,
  }
}

function invalid(reason: string, line: number): SyntaxFault {
  return new SyntaxFault(reason, 'invalid-dockerfile', line)
}
