import { checkMountValue } from './check-mount.ts'
import { copyOf } from '../copy.ts'
import { ExpansionError, type Lookup } from '../words/lex-state.ts'
import { expand, isPlain } from '../words/lex.ts'
import type { Instruction } from '../instruction.ts'
import { SyntaxFault } from '../syntax-fault.ts'

/**
 * A word with its variables; undefined where one is not known.
 * @throws SyntaxFault where BuildKit cannot expand it, whatever the variables are
 */
export function expandKnown(raw: string, lookup: Lookup, escape: string): string | undefined {
  if (isPlain(raw)) return raw
  return wordsOf(raw, lookup, { escape })?.text
}

function wordsOf(raw: string, lookup: Lookup, options: Parameters<typeof expand>[2]) {
  try {
    const expansion = expand(raw, lookup, options)
    return expansion.unknown ? undefined : expansion
  } catch (error) {
    if (!(error instanceof ExpansionError)) throw error
    throw new SyntaxFault(`${shorten(raw)} can't be expanded: ${error.message}`)
  }
}

/** Fails for values for which the build fails when it comes to the instruction. Throws SyntaxFault. */
export function checkValues(instruction: Instruction, lookup: Lookup, escape: string): void {
  const { keyword, words, exec } = instruction
  const known = (raw: string): string | undefined => expandKnown(raw, lookup, escape)
  const args = exec ?? words.map(({ raw }) => raw)
  switch (keyword) {
    case 'COPY':
    case 'ADD':
      return checkCopy(instruction, known)
    case 'ENV':
    case 'LABEL':
    case 'ARG':
      return checkAssignments(keyword, args, known)
    case 'WORKDIR':
    case 'USER':
      args.forEach(known)
      return
    case 'VOLUME':
      if (!args.map(known).includes('')) return
      throw new SyntaxFault('A VOLUME is an empty string')
    case 'STOPSIGNAL':
      return args.map(known).forEach(checkSignal)
    case 'EXPOSE':
      for (const word of args) {
        wordsOf(word, lookup, { escape })?.words.forEach(checkPort)
      }
      return
    case 'RUN':
      for (const { name, value = '' } of instruction.flags) {
        if (name === 'mount') checkMountValue(value, known)
      }
      return
    default:
  }
}

function checkAssignments(
  keyword: string,
  args: readonly string[],
  known: (raw: string) => string | undefined,
): void {
  const [first] = args
  if (keyword !== 'ARG' && first?.includes('=') === false) {
    args.forEach(known)
    return
  }
  for (const word of args) {
    const equals = word.indexOf('=')
    // The name of an ARG is not expanded, nor is it unquoted.
    if (keyword !== 'ARG') known(word.slice(0, equals))
    if (equals >= 0) known(word.slice(equals + 1))
  }
}

function checkCopy(instruction: Instruction, known: (raw: string) => string | undefined): void {
  const { sources, destination, chown, chmod } = copyOf(instruction)
  known(chown ?? '')
  const mode = known(chmod ?? '')
  const checksum = instruction.flags.find(({ name }) => name === 'checksum')?.value
  known(checksum ?? '')
  known(destination)
  const paths = sources.map(known)
  for (const { body, expand: expands } of instruction.heredocs) {
    if (expands) wordsOf(body, () => undefined, { escape: '\\', skipQuotes: true })
  }
  if (mode !== undefined && mode !== '') checkMode(mode)
  if (instruction.keyword === 'COPY') {
    const remote = paths.find(
      (path) => path !== undefined && /^(https?:\/\/|git:\/\/|git@)/.test(path),
    )
    if (remote === undefined) return
    throw new SyntaxFault(`COPY cannot take ${remote}; ADD can`)
  }
  if (checksum === undefined || checksum === '') return
  checkDigest(known(checksum))
  if (paths.length !== 1) throw new SyntaxFault('--checksum goes with one source only')
  const [path] = paths
  if (path === undefined || /^(https?|git|ssh):\/\/|^[\w.-]+@/.test(path)) return
  throw new SyntaxFault('--checksum requires a URL or a git repository as the source')
}

const digestLengths: ReadonlyMap<string, number> = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
])

/** https://pkg.go.dev/github.com/opencontainers/go-digest#Digest.Validate */
function checkDigest(digest: string | undefined): void {
  if (digest === undefined) return
  const [, algorithm = '', hex = ''] = /^([^:]*):([0-9a-f]+)$/.exec(digest) ?? []
  if (digestLengths.get(algorithm) === hex.length) return
  throw new SyntaxFault(`--checksum=${shorten(digest)} is no digest`)
}

function checkMode(mode: string): void {
  const symbolic = /^[ugoa]*[-+=][rwxXstugo]*(?:[-+=][rwxXstugo]*)*$/
  const isValid = /^\d/.test(mode)
    ? /^[0-7]+$/.test(mode) && Number.parseInt(mode, 8) <= 0o7777
    : mode.split(',').every((clause) => symbolic.test(clause))
  if (!isValid) throw new SyntaxFault(`--chmod=${mode} is no file mode`)
}

function checkSignal(signal: string | undefined): void {
  if (signal === undefined) return
  const name = signal.toUpperCase().replace(/^SIG/, '')
  if (/^[+-]?\d+$/.test(signal) ? Number(signal) !== 0 : isSignal(name)) return
  throw new SyntaxFault(`${signal} is no signal`)
}

const isSignal = (name: string) => signals.has(name) || realTimeSignal.test(name)

const signals = new Set(
  'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ'.split(
    ' ',
  ),
)

const realTimeSignal = /^(RTMIN(\+([1-9]|1[0-5]))?|RTMAX(-([1-9]|1[0-4]))?)$/

/** `80`, `80/tcp`, `8000-8010/udp`, and what `docker run -p` takes: `127.0.0.1:8080:80`. */
function checkPort(spec: string): void {
  const parts = spec.split(':')
  const [port = '', protocol] = (parts.at(-1) ?? '').split('/')
  const container = rangeOf(port)
  const hostPort = parts.at(-2) ?? ''
  const host = hostPort === '' ? undefined : rangeOf(hostPort)
  const isValid =
    container !== undefined &&
    /^(tcp|udp|sctp)?$/i.test(protocol ?? '') &&
    (hostPort === '' ||
      (host !== undefined && (container.size === 1 || host.size === container.size)))
  if (!isValid) throw new SyntaxFault(`EXPOSE ${shorten(spec)} is no port`)
}

function rangeOf(text: string): { readonly size: number } | undefined {
  const [first = '', last = first] = text.split('-')
  if (!/^\d+$/.test(first) || !/^\d+$/.test(last)) return undefined
  const size = Number(last) - Number(first) + 1
  return size < 1 || Number(last) > 65_535 ? undefined : { size }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text
}
