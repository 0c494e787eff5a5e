import { commandsOfScript, parseScript } from '../../../src/transform.ts'
import { callsIn, type Call } from './calls.ts'
import { textOf, type PathContext } from './path-value.ts'
import type { Token } from './tokens.ts'

/** A program that a source starts. */
export interface StartedProgram {
  /** Undefined where it is only known at run time. */
  readonly name: string | undefined
  readonly line: number
}

/** https://www.php.net/manual/en/ref.exec.php */
const functions = /^(exec|shell_exec|system|passthru|popen|proc_open|pcntl_exec)$/

/** The programs that a source starts, by PHP's own functions, by backticks, and by Symfony's and Laravel's Process. */
export function startedPrograms(
  tokens: readonly Token[],
  context: PathContext,
): readonly StartedProgram[] {
  const ticks = tokens.flatMap((token) =>
    token.kind === 'shell' ? [{ name: programOf(token.text), line: token.line }] : [],
  )
  const calls = callsIn(tokens).flatMap((call) =>
    startsProgram(call, tokens) ? [{ name: firstWord(call, context), line: call.line }] : [],
  )
  return [...ticks, ...calls]
}

function startsProgram({ name, kind }: Call, tokens: readonly Token[]): boolean {
  if (kind === 'function') return functions.test(name)
  if (kind === 'new') return name === 'process'
  return (
    name === 'fromshellcommandline' ||
    ((name === 'run' || name === 'start' || name === 'pipe') && usesProcessFacade(tokens))
  )
}

const usesProcessFacade = (tokens: readonly Token[]) =>
  tokens.some(
    (token) =>
      token.kind === 'name' && /^\\?Illuminate\\Support\\Facades\\Process$/.test(token.text),
  )

function firstWord({ args }: Call, context: PathContext): string | undefined {
  const [first] = args
  if (first === undefined) return undefined
  const list = listOf(first)
  const text = textOf(list ?? first, context)
  if (text === undefined) return undefined
  return list !== undefined ? (text.isWhole ? text.value : undefined) : programOf(text.value)
}

/** The first item of `['git', 'status']`. */
function listOf(tokens: readonly Token[]): readonly Token[] | undefined {
  const [open] = tokens
  if (open?.kind !== 'sign' || open.text !== '[') return undefined
  const end = tokens.findIndex(
    (token, at) => at > 0 && token.kind === 'sign' && /^[,\]]$/.test(token.text),
  )
  return tokens.slice(1, end < 0 ? undefined : end)
}

/** The program of a line for the shell, of which only the start may be known. */
function programOf(line: string): string | undefined {
  const word = /^\s*(?:\w+=\S*\s+)*([\w./-]+)(?=\s|$)/.exec(line)
  if (word?.[1] === undefined) return undefined
  const script = parseScript(line)
  const [command] = script === undefined ? [] : commandsOfScript(script, undefined, () => undefined)
  return command?.name ?? word[1]
}
