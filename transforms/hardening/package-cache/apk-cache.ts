import {
  parseRun,
  readPackageCommand,
  type Instruction,
  type RunCommand,
  type ShellLink,
} from '../../../src/transform.ts'

/** A span of an instruction's text and what stands there instead. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly text: string
}

const elsewhere = /\/var\/cache\/apk|\/etc\/apk\/cache|--cache-dir|setup-apkcache|apk\s+cache/
const fetchesIndex = /^(--update|-U|--update-cache)$/
/** Subcommands that do not look at the index that `apk update` leaves. */
const indexless = /^(add|upgrade|update|del)$/

/** `--no-cache` at each add and upgrade, and no `apk update` before them; none where that is done already, or can't be. */
export function apkSpans(
  instruction: Instruction,
  commands: readonly RunCommand[],
): readonly Span[] {
  const calls = commands.filter(({ name }) => name === 'apk')
  if (elsewhere.test(instruction.text) || instruction.form === 'exec') return []
  if (calls.some((call) => call.source === undefined || !indexless.test(subcommandOf(call))))
    return []
  const fetching = calls.filter((call) => subcommandOf(call) !== 'update')
  const updates = calls.filter((call) => subcommandOf(call) === 'update' && !hasNoCache(call))
  if (fetching.every((call) => subcommandOf(call) === 'del')) return []
  const links = parseRun(instruction)?.links ?? []
  const removed = updates.map((call) => removalOf(call, links, instruction.text))
  if (removed.includes(undefined)) return []
  return [...removed.flatMap((span) => span ?? []), ...fetching.flatMap(noCacheSpan)]
}

/**
 * What lets an add and an upgrade use the packages that a mount keeps, by an index of today as `--no-cache` has it. Undefined where a call
 * can't be changed.
 */
export function apkMountSpans(commands: readonly RunCommand[]): readonly Span[] | undefined {
  const spans: Span[] = []
  let isUpdated = false
  for (const call of commands.filter(({ name }) => name === 'apk')) {
    const verb = subcommandOf(call)
    if (verb === 'update') isUpdated = true
    if (verb !== 'add' && verb !== 'upgrade') continue
    const words = call.source?.words ?? []
    const flag = words.find(({ value }) => value === '--no-cache')
    const at = words.find(({ value }) => value === verb)?.end
    if (at === undefined) return undefined
    const isFresh = isUpdated || call.args.some((arg) => fetchesIndex.test(arg ?? ''))
    if (flag !== undefined) spans.push({ start: flag.start, end: flag.end, text: '--update-cache' })
    else if (!isFresh) spans.push({ start: at, end: at, text: ' --update-cache' })
  }
  return spans
}

/** Whether the command needs an index that an earlier one left in the image. */
export function needsIndex(command: RunCommand, inSameRun: readonly RunCommand[]): boolean {
  if (command.name !== 'apk' || !/^(add|upgrade)$/.test(subcommandOf(command))) return false
  const updated = inSameRun
    .slice(0, inSameRun.indexOf(command))
    .some((other) => other.name === 'apk' && subcommandOf(other) === 'update')
  return (
    !updated && !hasNoCache(command) && !command.args.some((arg) => fetchesIndex.test(arg ?? ''))
  )
}

/** True for `RUN apk update` and nothing else. */
export function isLoneUpdate(commands: readonly RunCommand[]): boolean {
  const [only, ...others] = commands
  return (
    only?.name === 'apk' &&
    others.length === 0 &&
    subcommandOf(only) === 'update' &&
    !hasNoCache(only)
  )
}

function noCacheSpan(call: RunCommand): readonly Span[] {
  if (subcommandOf(call) === 'del' || hasNoCache(call)) return []
  const words = call.source?.words ?? []
  const word = words.find(({ value }) => fetchesIndex.test(value ?? ''))
  if (word !== undefined) return [{ start: word.start, end: word.end, text: '--no-cache' }]
  const subcommand = words.find(({ value }) => value === subcommandOf(call))
  return subcommand === undefined
    ? []
    : [{ start: subcommand.end, end: subcommand.end, text: ' --no-cache' }]
}

/** The link of an `apk update` with what joins it to the next; undefined where it can't be taken out of its chain. */
function removalOf(call: RunCommand, links: readonly ShellLink[], text: string): Span | undefined {
  const link = links[call.linkIndex]
  const next = links[call.linkIndex + 1]
  if (link === undefined || next === undefined || link.kind !== 'simple') return undefined
  if (link.operator === '||' || !/^(&&|;|\n)$/.test(next.operator ?? '')) return undefined
  if (call.args.length > 1 && !call.args.every((arg) => /^(update|-q|--quiet|-v)$/.test(arg ?? '')))
    return undefined
  if (call.redirects.some(({ target }) => target !== '/dev/null')) return undefined
  const hasComment = /^[ \t]*#/m.test(text.slice(link.end, next.start))
  return hasComment ? undefined : { start: link.start, end: next.start, text: '' }
}

/** 'add', as written; '' where apk would not know it either. */
const subcommandOf = ({ name, args }: RunCommand): string =>
  readPackageCommand([name, ...args])?.verb ?? ''

/** `--no-network` fetches nothing that could be left behind. */
const hasNoCache = ({ args }: RunCommand) =>
  args.includes('--no-cache') || args.includes('--no-network')
