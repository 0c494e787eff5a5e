import {
  commandsOfScript,
  folderOf,
  parseScript,
  resolvePath,
  type Behaviour,
  type Evidence,
} from '../../src/transform.ts'
import { readPath, splitArguments } from './path-expression.ts'
import type { GoCall } from './source-file.ts'
import type { ProgramSources, SourceFile } from './program-sources.ts'

/** Calls that write files, and which of their literals is the path. */
const writers: readonly { readonly call: RegExp; readonly what: 'file' | 'folder' }[] = [
  { call: /^os\.(Create|WriteFile|OpenFile|Rename|Truncate)$|^ioutil\.WriteFile$/, what: 'file' },
  { call: /^os\.(Mkdir|MkdirAll)$/, what: 'folder' },
  {
    call: /^(sqlite|gormlite)\.Open$|^bolt\.Open$|^bbolt\.Open$|^buntdb\.Open$|^storm\.Open$/,
    what: 'file',
  },
  {
    call: /^badger\.(Open|DefaultOptions)$|^leveldb\.OpenFile$|^pebble\.Open$|^pogreb\.Open$|^bitcask\.Open$/,
    what: 'folder',
  },
  { call: /\.SaveUploadedFile$|^excelize\.SaveAs$/, what: 'file' },
]
/** sql.Open("sqlite3", path) and its like. */
const openers = /^(sql|sqlx|gorm|xorm)\.(Open|Connect|MustConnect|MustOpen|NewEngine)$/
const temporary = /^os\.(CreateTemp|MkdirTemp|TempDir)$|^ioutil\.Temp(File|Dir)$/

/** What the sources say of files that are written, ports and programs. Paths are taken from the folder the program is started in. */
export function behaviourOf(sources: ProgramSources, cwd: string | undefined): Behaviour {
  const writes: { path: string; evidence: Evidence }[] = []
  const programs: { name: string; evidence: Evidence }[] = []
  let writesElsewhere =
    sources.gap === undefined ? undefined : `what the program writes can't be told: ${sources.gap}`
  for (const file of sources.files) {
    for (const call of file.calls) {
      const evidence: Evidence = { path: file.path, line: call.line, text: textOf(call) }
      const written = writtenBy(call, file)
      if (written === unknownPath)
        writesElsewhere ??= `${file.path}:${call.line} writes to a path that is computed at run time`
      else if (written !== undefined) {
        const path = resolvePath(cwd, written)
        if (path === undefined)
          writesElsewhere ??= `${file.path}:${call.line} writes to "${written}"`
        else if (!isTransient(path)) writes.push({ path, evidence })
      }
    }
    programs.push(...programsOf(file))
  }
  return { writes: unique(writes), writesElsewhere, ports: portsOf(sources), programs }
}

/** The folder that a call writes into; 'unknown' where it is computed. */
function writtenBy(call: GoCall, file: SourceFile): string | undefined {
  if (temporary.test(call.name)) return undefined
  if (openers.test(call.name)) return databaseFolder(call)
  const writer = writers.find((row) => row.call.test(call.name))
  if (
    writer === undefined ||
    (call.name === 'os.OpenFile' && !/O_(CREATE|WRONLY|RDWR|APPEND)/.test(call.text))
  )
    return undefined
  const expression = readPath(call.text, file.constants)
  if (expression.kind === 'unknown')
    return /os\.TempDir\(\)/.test(call.text) ? undefined : unknownPath
  if (expression.kind === 'below') return expression.folder
  const path = expression.path.replace(/^file:/, '').replace(/\?.*$/, '')
  if (path === ':memory:' || path === '') return undefined
  return writer.what === 'folder' ? path : folderOf(path)
}

/** Stands for a path that is computed at run time. */
const unknownPath = '\0'

/** sql.Open("sqlite3", path). */
function databaseFolder({ literals }: GoCall): string | undefined {
  const [driver = '', source] = literals
  if (!driver.startsWith('sqlite')) return undefined
  const path = source?.replace(/^file:/, '').replace(/\?.*$/, '')
  if (path === undefined) return unknownPath
  return path === ':memory:' || path === '' ? undefined : folderOf(path)
}

const isTransient = (path: string) => /^\/(tmp|dev|proc|var\/tmp)(\/|$)/.test(path)

/** Calls that start a program, and which of their arguments names it. */
const starters: ReadonlyMap<string, number> = new Map([
  ['exec.Command', 0],
  ['exec.CommandContext', 1],
  ['exec.LookPath', 0],
  ['syscall.Exec', 0],
  ['os.StartProcess', 0],
])

function programsOf(
  file: SourceFile,
): readonly { readonly name: string; readonly evidence: Evidence }[] {
  return file.calls.flatMap((call) => {
    const at = starters.get(call.name)
    if (at === undefined) return []
    const args = splitArguments(call.text)
    const expression = readPath(args[at] ?? '', file.constants)
    const name = expression.kind === 'path' ? expression.path : unknownProgram
    const evidence: Evidence = { path: file.path, line: call.line, text: textOf(call) }
    return [name, ...programsOfShell(name, args.slice(at + 1), file)].map((program) => ({
      name: program,
      evidence,
    }))
  })
}

/** What the line of `exec.Command("sh", "-c", "convert a b")` calls; of one that is computed, nobody can tell. */
function programsOfShell(
  name: string,
  [flag, line]: readonly string[],
  { constants }: SourceFile,
): readonly string[] {
  if (!/(^|\/)(sh|bash|ash|dash)$/.test(name) || flag !== '"-c"' || line === undefined) return []
  const text = readPath(line, constants)
  const script = text.kind === 'path' ? parseScript(text.path) : undefined
  if (script === undefined) return [unknownProgram]
  return commandsOfScript(script, undefined, () => undefined).map(
    (command) => command.name ?? unknownProgram,
  )
}

/** Stands for a program whose name is computed at run time. */
export const unknownProgram = ''

/** Ports in `http.ListenAndServe(":8080", ...)`, `Run(":8080")`, `Listen(":8080")`. */
function portsOf({ files }: ProgramSources): readonly number[] {
  const ports = files.flatMap((file) =>
    file.literals.flatMap(({ value, call }) =>
      /ListenAndServe(TLS)?$|(^|\.)(Run|Start|Listen)$/.test(call)
        ? (/^[\w.]*:(\d{1,5})$/.exec(value)?.[1] ?? [])
        : [],
    ),
  )
  return [...new Set(ports.map(Number))]
}

function textOf({ name, literals }: GoCall): string {
  return `${name}(${literals.map((literal) => JSON.stringify(literal)).join(', ')})`
}

function unique(writes: readonly { readonly path: string; readonly evidence: Evidence }[]) {
  return writes.filter((write, i) => writes.findIndex((other) => other.path === write.path) === i)
}
