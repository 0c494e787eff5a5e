import { posix } from 'node:path'
import { parseScript } from '../../dockerfile/shell/shell.ts'
import type { ShellScript } from '../../dockerfile/shell/shell-script.ts'
import { commandsOfScript, type Command } from '../../facts/commands/command.ts'
import type { Language } from '../language.ts'
import { joinPaths, literalPath, ownFolder, unknownPath, type PathValue } from '../path-value.ts'
import { useOfRedirect } from '../redirects.ts'
import type { PathUse, SourceFacts, SourceLine } from '../source-facts.ts'
import { sourceLines } from '../source-lines.ts'
import { besidePrograms } from '../started-commands.ts'
import { writtenPaths } from '../written-paths.ts'

/** Stands for the folder that the script is started in: deep enough to go up from. */
const startFolder = '/\0'.repeat(12)

/** `cd "$(dirname "$0")"`, as scripts have it. */
const ownFolders = [
  '$(dirname "$0")',
  '$(dirname $0)',
  '$(dirname -- "$0")',
  '$(dirname "${BASH_SOURCE[0]}")',
  '$(dirname -- "${BASH_SOURCE[0]}")',
  '$(dirname "$BASH_SOURCE")',
  '${0%/*}',
]

/** Scripts of the shell. */
export const shell = (files: { readonly isFile: (path: string) => boolean }): Language => ({
  endings: ['.sh', '.bash'],
  interpreters: ['sh', 'bash', 'ash', 'dash'],
  read: readShell,
  resolve: () => ({ kind: 'nowhere' }),
  fileOf: (path) => (files.isFile(path) ? path : undefined),
})

type Found = Omit<SourceFacts, 'path' | 'environment' | 'ports'>

/** Reads a script of the shell; undefined where it does not parse. `env` is what the image's ENV says. */
export function readShell(
  path: string,
  text: string,
  env: (name: string) => string | undefined,
): SourceFacts | undefined {
  const script = parseScript(text)
  if (script === undefined) return undefined
  const lineOf = sourceLines(text)
  const found: Found[] = []
  let isInOwnFolder = false
  for (const command of commandsOfScript(script, startFolder, env)) {
    const at = lineOf(command.source?.start ?? command.link?.start ?? 0)
    const folder = folderOf(command.cwd, isInOwnFolder)
    const values = valuesOf(command, folder)
    if (command.name === 'cd')
      isInOwnFolder = values[0]?.base === 'own-folder' && values[0].path === ''
    found.push(readCommand(command, folder, values, at))
  }
  return {
    path,
    imports: found.flatMap(({ imports }) => imports),
    paths: found.flatMap(({ paths }) => paths),
    programs: found.flatMap(({ programs }) => programs),
    ports: [],
    environment: environmentOf(script, lineOf),
    gaps: found.flatMap(({ gaps }) => gaps),
  }
}

const nothing: Found = { imports: [], paths: [], programs: [], gaps: [] }

function readCommand(
  command: Command,
  cwd: PathValue,
  values: readonly PathValue[],
  at: SourceLine,
): Found {
  const { name, args, source, link } = command
  const made = writtenPaths(command, (path) => folderOf(path, false), at)
  const paths = [...made.paths, ...openedBy(command, cwd, at), ...namedBy(values, at)]
  const [first = unknownPath] = values
  switch (name) {
    case undefined: {
      const value = belowOwnFolder(source?.words[0]?.raw)
      if (value.base === 'own-folder') {
        const program = { name: value.path, args, values: [value, ...values], cwd, at }
        return { ...nothing, paths, programs: [program] }
      }
      // `exec "$@"` runs what the caller names.
      const isCaller = command.argv.length === 0 || source?.words.at(-1)?.raw === '"$@"'
      return { ...nothing, paths, gaps: isCaller ? [] : [{ what: 'starts', at }] }
    }
    case 'source':
    case '.':
      if (first.base === 'unknown') return { ...nothing, gaps: [{ what: 'loads', at }] }
      return {
        ...nothing,
        imports: [{ specifier: first.path, value: first, isCertain: link?.kind === 'simple', at }],
      }
    case 'eval':
      return { ...nothing, paths, gaps: [{ what: 'loads', at }] }
    default: {
      const program = joinPaths([cwd, literalPath(name)])
      const beside = besidePrograms(command, cwd, at)
      return {
        ...nothing,
        paths,
        programs: [{ name, args, values: [program, ...values], cwd, at }, ...beside.programs],
        gaps: [...beside.gaps, ...made.gaps],
      }
    }
  }
}

/** The words after the program as paths. */
function valuesOf({ argv, args, source }: Command, cwd: PathValue): readonly PathValue[] {
  const raws = source?.words.slice(argv.length - args.length).map(({ raw }) => raw) ?? []
  return args.map((word, i) =>
    word === undefined ? belowOwnFolder(raws[i]) : joinPaths([cwd, literalPath(word)]),
  )
}

/** Where a command runs. */
function folderOf(cwd: string | undefined, isInOwnFolder: boolean): PathValue {
  if (cwd === undefined) return isInOwnFolder ? ownFolder : unknownPath
  return cwd.startsWith('/\0')
    ? { base: 'cwd', path: posix.relative(startFolder, cwd), isPrefix: false }
    : literalPath(cwd)
}

/** `"$(dirname "$0")/job.js"` */
function belowOwnFolder(raw: string | undefined): PathValue {
  const word = raw?.startsWith('"') === true && raw.endsWith('"') ? raw.slice(1, -1) : (raw ?? '')
  const start = ownFolders.find((item) => word === item || word.startsWith(`${item}/`))
  const rest = start === undefined ? '$' : word.slice(start.length + 1)
  return rest.includes('$') || rest.includes('`') ? unknownPath : { ...ownFolder, path: rest }
}

/** What the shell opens for a command. */
function openedBy(command: Command, cwd: PathValue, at: SourceLine): readonly PathUse[] {
  return command.redirects.flatMap(({ operator, target }): readonly PathUse[] => {
    const use = useOfRedirect(operator)
    return use === undefined || target === undefined
      ? []
      : [{ value: joinPaths([cwd, literalPath(target)]), use, at }]
  })
}

const namedBy = (values: readonly PathValue[], at: SourceLine): readonly PathUse[] =>
  values.flatMap((value) =>
    value.base !== 'unknown' && /[/.]/.test(value.path) && !/^-|[\s:*?$]/.test(value.path)
      ? [{ value, use: 'names', at }]
      : [],
  )

/** The variables that words ask for before the script sets them. */
function environmentOf(
  { links }: ShellScript,
  lineOf: (offset: number) => SourceLine,
): SourceFacts['environment'] {
  const found = new Map<string, SourceLine>()
  const own = new Set<string>()
  for (const command of links.flatMap(({ commands }) => commands)) {
    const at = lineOf(command.start)
    const ask = (name: string) => {
      if (/^[A-Za-z_]\w*$/.test(name) && !own.has(name) && !found.has(name)) found.set(name, at)
      return ''
    }
    for (const word of [...command.words, ...command.assignments.map(({ value }) => value)])
      word.expand(ask)
    for (const { name } of command.assignments) own.add(name)
  }
  return [...found].map(([name, at]) => ({ name, at }))
}
