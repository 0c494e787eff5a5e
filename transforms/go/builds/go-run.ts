import {
  binaryName,
  execText,
  findModule,
  baseName,
  refuse,
  resolvePath,
  splice,
  starter,
  type Facts,
  type Process,
  type Refusal,
  type Rewrite,
  readGoArguments,
  importPathOf,
} from '../../../src/transform.ts'

/** `go run` as a build: the line that makes the binary, where it lies, and the start command that runs it. */
export interface GoRunBuild {
  readonly line: string
  readonly path: string
  /** The main package's folder in the context. */
  readonly folder: string | undefined
  readonly rewrite: Rewrite
}

/**
 * CMD ["go", "run", "./cmd/echo", "-v"]  =>  RUN go build -o echo ./cmd/echo  and  CMD ["./echo", "-v"]
 */
export function buildOfGoRun(process: Process, facts: Facts): GoRunBuild | Refusal {
  const instruction = facts.start?.cmd ?? facts.start?.entrypoint
  const { flags, operands } = readGoArguments(process)
  const files = operands.filter((operand) => operand?.endsWith('.go'))
  const packages = files.length > 0 ? files : operands.slice(0, 1)
  const known = packages.flatMap((word) => word ?? [])
  const [first] = known
  const written = [...flags].map(([name, value]) =>
    value === '' || value === undefined ? name : `${name}=${value}`,
  )
  if (
    instruction === undefined ||
    first === undefined ||
    known.length !== packages.length ||
    flags.has('-exec')
  )
    return refuse(
      'unknown-start-command',
      `${starter(facts.start)} starts \`go run\` in a way that can't be made a build.`,
      instruction?.line,
    )
  const imagePath = resolvePath(process.cwd, first.endsWith('.go') ? '.' : first)
  const folder = imagePath === undefined ? undefined : facts.contextPath(imagePath)
  const module = folder === undefined ? undefined : findModule(facts.project, folder)
  const name = first.endsWith('.go')
    ? baseName(first).slice(0, -'.go'.length)
    : binaryName(folder === undefined ? first : importPathOf(folder, module, imagePath ?? first))
  const path = resolvePath(process.cwd, name)
  if (
    path === undefined ||
    process.cwd !== facts.final.end.workdir ||
    facts.contextPath(path) !== undefined
  )
    return refuse(
      'unknown-start-command',
      `Line ${instruction.line} starts \`go run\` in a folder that can't be told.`,
      instruction.line,
    )
  const text = rewritten(instruction, process, known.length, name)
  if (text === undefined)
    return refuse(
      'unknown-start-command',
      `Line ${instruction.line} starts \`go run\` in a way that can't be made a build.`,
      instruction.line,
    )
  return {
    line: ['go', 'build', ...written, '-o', name, ...known].join(' '),
    path,
    folder,
    rewrite: { instruction, text },
  }
}

/** The start command with the binary in place of `go run`, its packages and its flags. */
function rewritten(
  instruction: {
    readonly text: string
    readonly exec: readonly string[] | undefined
    readonly body: { readonly text: string; readonly offsets: readonly number[] }
  },
  process: Process,
  packages: number,
  name: string,
): string | undefined {
  const text = instruction.text.replace(/\r?\n$/, '')
  const own = process.args.findIndex((arg, i) => i > 0 && arg !== undefined && !arg.startsWith('-'))
  if (instruction.exec !== undefined) {
    const [go, run] = instruction.exec
    if (go !== 'go' || run !== 'run') return undefined
    const rest = instruction.exec.slice(1 + own + packages)
    return `${/^\s*\S+\s+/.exec(text)?.[0] ?? 'CMD '}${execText([`./${name}`, ...rest])}`
  }
  // In shell form the words are replaced where they stand, so that variables and redirections stay as written.
  const match = /(?:^|\s)(go\s+run\s+(?:-\S+\s+)*)/.exec(text)
  const words = process.args.slice(own, own + packages).flatMap((word) => word ?? [])
  if (match === null) return undefined
  const from = match.index + match[0].length - (match[1] ?? '').length
  const phrase = text.slice(from)
  const end = words.reduce(
    (at, word) =>
      at < 0 ? at : phrase.indexOf(word, at) < 0 ? -1 : phrase.indexOf(word, at) + word.length,
    0,
  )
  return end < 0 ? undefined : splice(text, [{ start: from, end: from + end, text: `./${name}` }])
}
