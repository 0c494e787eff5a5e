import { posix } from 'node:path'
import { parseScript } from '../dockerfile/shell/shell.ts'
import { commandOf, commandsOfScript, type Command } from '../facts/commands/command.ts'
import { unknownMark } from '../dockerfile/shell/shell-script.ts'
import { isPosixShell } from '../dockerfile/shell/shells.ts'
import { programsBeside } from '../facts/programs-beside.ts'
import { argumentAt, type Argument, type Call, type CallRow, type Place } from './call.ts'
import {
  isKnown,
  joinPaths,
  literalPath,
  unknownPath,
  workingFolder,
  type PathValue,
} from './path-value.ts'
import { folderOfCommand, isKnownWord, lineStart, lineRoot, valueIn } from './command-folder.ts'
import { useOfRedirect } from './redirects.ts'
import { schemeOf, unlisted, wordOf } from './server-word.ts'
import type { Gap, PathUse, SourceLine, StartedProgram } from './source-facts.ts'
import { markedWord, writtenPaths } from './written-paths.ts'

/** Programs that are started, and files that the shell opens for them. */
export interface StartedCommands {
  readonly programs: readonly StartedProgram[]
  readonly paths: readonly PathUse[]
  readonly gaps: readonly Gap[]
}

/** Stands for what is not known in a line for the shell, which can't know it either. */
const unknownPart = '${UNKNOWN}'
const markOf = (name: string) => (name === 'UNKNOWN' ? unknownMark : undefined)
/** In single quotes the shell leaves it as it is. */
const withMark = (word: string | undefined) => word?.replaceAll(unknownPart, unknownMark)
const knownWord = (word: string | undefined) => (isKnownWord(word) ? word : undefined)

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
  const commands = commandsOfScript(script, lineStart, markOf, true).map((command) => {
    const marked = { ...command, name: withMark(command.name), args: command.args.map(withMark) }
    const known = { name: knownWord(marked.name), args: marked.args.map(knownWord) }
    return { ...command, ...known, own: folderOfCommand(command.cwd, cwd), marked }
  })
  const programs = commands.flatMap(({ name, args, own }): readonly StartedProgram[] => {
    const values = [name, ...args].map((word, i) =>
      word === undefined ? unknownPath : valueIn(own, literalPath(word), i === 0),
    )
    return name === undefined ? [] : [{ name, args, values, cwd: own, at }]
  })
  // Words of a longer text are no literals of the source.
  const named = programs.flatMap(({ name, values }) =>
    (name === 'cd' ? [] : values)
      .filter((value) => isKnown(value) && /[/.]/.test(value.path) && !value.path.startsWith('-'))
      .map((value): PathUse => ({ value, use: 'names', at })),
  )
  const beside = commands.map((command) => {
    const args = command.marked.args.map((word) => knownWord(word) ?? schemeOf(word))
    return besidePrograms({ ...command, args }, command.own, at)
  })
  const opened = commands.map(({ redirects, own }) => openedBy(redirects, own, at))
  const written = commands.map(({ marked, own }) => writesOf(marked, own, at))
  const isUnknown = commands.some(({ name, argv }) => name === undefined && argv.length > 0)
  return {
    programs: [...programs, ...beside.flatMap((found) => found.programs)],
    paths: [...named, ...[...opened, ...written].flatMap(({ paths }) => paths)],
    gaps: [
      ...(isUnknown ? [gap] : []),
      ...[...beside, ...opened, ...written].flatMap(({ gaps }) => gaps),
    ],
  }
}

/** What the redirects of a command read and write. */
function openedBy(
  redirects: Command['redirects'],
  own: PathValue | undefined,
  at: SourceLine,
): Pick<StartedCommands, 'paths' | 'gaps'> {
  const found = redirects.flatMap(({ operator, target }) => {
    const use = useOfRedirect(operator)
    return use === undefined ? [] : [{ use, target: withMark(target) }]
  })
  const isGap = found.some(({ use, target }) => use !== 'reads' && !isKnownWord(target))
  return {
    paths: found.flatMap(({ use, target }): readonly PathUse[] => {
      const word = knownWord(target)
      return word === undefined ? [] : [{ value: valueIn(own, literalPath(word), false), use, at }]
    }),
    gaps: isGap ? [{ what: 'writes', at }] : [],
  }
}

/** What a command writes by itself. Its folder is taken for the place where the line starts, for paths to be told from it. */
function writesOf(
  command: Command,
  own: PathValue | undefined,
  at: SourceLine,
): Pick<StartedCommands, 'paths' | 'gaps'> {
  return writtenPaths(
    { ...command, cwd: lineStart },
    (path) =>
      path.startsWith(lineRoot)
        ? joinPaths([own ?? workingFolder, literalPath(posix.relative(lineStart, path))])
        : literalPath(path),
    at,
  )
}

/** The programs that a command needs besides its own. */
export function besidePrograms(
  command: Parameters<typeof programsBeside>[0],
  cwd: PathValue | undefined,
  at: SourceLine,
): Pick<StartedCommands, 'programs' | 'gaps'> {
  const beside = programsBeside(command)
  return {
    programs: beside.flatMap(({ name, args }) =>
      name === undefined ? [] : [{ name, args, values: [], cwd, at }],
    ),
    gaps: beside.some(({ name }) => name === undefined) ? [{ what: 'starts', at }] : [],
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
  const written = words.map((word) => word.paths()[0] ?? unknownPath)
  const [file] = written
  const values = written.map((value, i) => valueIn(cwd, value, i === 0))
  const own = name ?? file?.path
  // A path of the project is a program as good as a name; another may depend on the environment.
  const isGap = name === undefined && (file?.base !== 'own-folder' || file.isPrefix)
  const gaps: readonly Gap[] = isGap ? [{ what: 'starts', at }] : []
  if (own === undefined || own === '') return { programs: [], paths: [], gaps }
  const program: StartedProgram = { name: own, args, values, cwd, at }
  const list = hasListOfWords === true && words.length === 1 ? following[0] : undefined
  const told = list === undefined ? words.slice(1).map(wordOf) : unlisted(list)
  const beside = besidePrograms({ name: own, args: told, source: undefined }, cwd, at)
  const marked = words.map((word, i) => markedWord(word.text(), written[i]))
  const writes = writesOf(commandOf(marked, lineStart), cwd, at)
  const flag = isPosixShell(own) ? args.findIndex(isCommandFlag) : -1
  const line = flag < 0 ? undefined : words[flag + 2]
  if (line === undefined)
    return {
      programs: [program, ...beside.programs],
      paths: [...writes.paths, ...composedIn(words, at)],
      gaps: [...gaps, ...beside.gaps, ...writes.gaps],
    }
  const inner = commandsIn(line, cwd, at)
  return { ...inner, programs: [program, ...inner.programs], gaps: [...gaps, ...inner.gaps] }
}

/** Words that are put together of a folder and a name: `exec.Command("sh", cwd+"/job.sh")`. A literal is seen where it stands. */
const composedIn = (words: readonly Argument[], at: SourceLine): readonly PathUse[] =>
  words
    .filter((word) => word.text() === undefined)
    .flatMap((word) => word.paths())
    .filter((value) => isKnown(value) && !value.isPrefix && value.path !== '')
    .map((value) => ({ value, use: 'names', at }))

/** `-c`, `-ec`. */
const isCommandFlag = (word: string | undefined) => word !== undefined && /^-[a-z]*c$/.test(word)
