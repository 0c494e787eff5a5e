import { parseScript } from '../dockerfile/shell/shell.ts'
import { commandsOfScript } from '../facts/command.ts'
import { isPosixShell } from '../dockerfile/shell/shells.ts'
import { argumentAt, type Argument, type Call, type CallRow, type Place } from './call.ts'
import { literalPath, unknownPath, type PathValue } from './path-value.ts'
import type { Gap, PathUse, SourceLine, StartedProgram } from './source-facts.ts'

/** Programs that are started, and files that the shell opens for them. */
export interface StartedCommands {
  readonly programs: readonly StartedProgram[]
  readonly paths: readonly PathUse[]
  readonly gaps: readonly Gap[]
}

/** Stands for what is not known in a line for the shell, which can't know it either. */
const unknownPart = '$UNKNOWN'

/** The commands of a line for the shell. */
export function commandsIn(
  line: Argument,
  cwd: PathValue | undefined,
  at: SourceLine,
): StartedCommands {
  const text = line.text(unknownPart) ?? line.text()
  const script = text === undefined ? undefined : parseScript(text)
  const gap: Gap = { what: 'starts', at }
  if (script === undefined) return { programs: [], paths: [], gaps: [gap] }
  const commands = commandsOfScript(script, undefined, () => undefined, true)
  const programs = commands.flatMap(({ name, args }): readonly StartedProgram[] =>
    name === undefined ? [] : [{ name, args, values: [name, ...args].map(valueOfWord), cwd, at }],
  )
  const paths = commands.flatMap(({ redirects }) =>
    redirects.flatMap(({ operator, target }): readonly PathUse[] => {
      const use = useOfRedirect(operator)
      return use === undefined || target === undefined
        ? []
        : [{ value: literalPath(target), use, at }]
    }),
  )
  const isUnknown = commands.some(({ name, argv }) => name === undefined && argv.length > 0)
  return { programs, paths, gaps: isUnknown ? [gap] : [] }
}

/** `cmd > file`, `cmd < file`; undefined where a descriptor or a text is meant. */
export function useOfRedirect(operator: string): PathUse['use'] | undefined {
  switch (operator) {
    case '>':
    case '>>':
    case '>|':
    case '&>':
    case '&>>':
      return 'writes-file'
    case '<':
      return 'reads'
    default:
      return undefined
  }
}

/** The program that a call names word by word; the commands behind it where that is `sh -c`. */
export function startedBy(
  call: Call,
  place: Place,
  { hasListOfWords }: CallRow,
  cwd: PathValue | undefined,
): StartedCommands {
  const { at } = call
  const first = argumentAt(call, place)
  if (first === undefined) return { programs: [], paths: [], gaps: [] }
  const following = typeof place === 'number' ? call.args.slice(place + 1) : []
  const words = first.items() ?? [
    first,
    ...(following[0]?.items() ?? (hasListOfWords === true ? [] : following)),
  ]
  const [name, ...args] = words.map((word) => word.text())
  const values = words.map((word) => word.paths()[0] ?? unknownPath)
  const [file] = values
  const own = name ?? file?.path
  // A path of the project is a program as good as a name; another may depend on the environment.
  const isGap = name === undefined && (file?.base !== 'own-folder' || file.isPrefix)
  const gaps: readonly Gap[] = isGap ? [{ what: 'starts', at }] : []
  if (own === undefined || own === '') return { programs: [], paths: [], gaps }
  const program: StartedProgram = { name: own, args, values, cwd, at }
  const flag = isPosixShell(own) ? args.findIndex(isCommandFlag) : -1
  const line = flag < 0 ? undefined : words[flag + 2]
  if (line === undefined) return { programs: [program], paths: [], gaps }
  const inner = commandsIn(line, cwd, at)
  return { ...inner, programs: [program, ...inner.programs], gaps: [...gaps, ...inner.gaps] }
}

/** `-c`, `-ec`. */
const isCommandFlag = (word: string | undefined) => word !== undefined && /^-[a-z]*c$/.test(word)

const valueOfWord = (word: string | undefined) =>
  word === undefined ? unknownPath : literalPath(word)
