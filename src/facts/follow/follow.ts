import { parseScript } from '../../dockerfile/shell/shell.ts'
import { shellOf } from '../../dockerfile/shell/shells.ts'
import { commandOf, commandsOfScript, substituted, type Command } from '../commands/command.ts'
import { lineEvidence, type Evidence } from '../evidence.ts'
import type { Lookup } from '../stages/step.ts'
import type { Launcher, Place, Reading, Started } from './launcher.ts'
import { firstLaunchers, lastLaunchers } from './own-launchers.ts'
import type { Followed, OpenEnd, Process } from './process.ts'
import { sourcedScript } from './shell-launchers.ts'
import { isAllArguments, withArguments } from './with-arguments.ts'
import { lineOfOffset } from '../../dockerfile/line-of-offset.ts'

type Text = Extract<Started, { readonly text: string }>

/** What is met on the way. */
interface Walk {
  readonly place: Place
  readonly launchers: readonly Launcher[]
  readonly found: (Process | OpenEnd)[]
  needsShell: boolean
}

/** How a command was reached. */
interface Trail {
  readonly via: readonly Evidence[]
  readonly bin: string | undefined
  /** Texts that are being followed: to meet one again is a circle. */
  readonly inside: readonly string[]
  readonly assignments: Command['assignments']
  readonly depth: number
}

/** Where a command stands in the Dockerfile or a manifest. */
export interface Origin {
  readonly via: readonly Evidence[]
  readonly bin?: string | undefined
}

const deepest = 60
/** Scripts that start each other in pairs double with each step. */
const most = 3000

/** Follows a command through launchers, package scripts, Makefiles and shell scripts to the programs that do the work. */
export function follow(
  command: Command,
  place: Place,
  launchers: readonly Launcher[],
  origin: Origin,
): Followed {
  const walk: Walk = { place, launchers, found: [], needsShell: false }
  followCommand(walk, command, trailOf(origin))
  return walk
}

/** The same for a text that a shell reads. */
export function followText(
  text: Text,
  place: Place,
  launchers: readonly Launcher[],
  origin: Origin,
): Followed {
  const walk: Walk = { place, launchers, found: [], needsShell: false }
  followLines(walk, text, trailOf(origin))
  return walk
}

const trailOf = ({ via, bin }: Origin): Trail => ({
  via,
  bin,
  inside: [],
  assignments: new Map(),
  depth: 0,
})

function followCommand(walk: Walk, own: Command, trail: Trail): void {
  const { via, bin } = trail
  if (own.argv.length === 0) return
  const assignments = new Map([...trail.assignments, ...(own.exported ?? []), ...own.assignments])
  const command = { ...own, assignments }
  if (own.name === undefined) {
    const why = 'a program is only known when the command runs'
    // In a loop it may be many.
    const isOne = own.link?.kind === 'simple'
    walk.found.push({ ...openEnd(why, trail), ...(isOne ? { isOneCommand: true } : {}) })
    return
  }
  if (trail.depth > deepest || walk.found.length > most)
    return open(walk, 'it starts more than can be followed', trail)
  const reading = read(walk, command, own.name)
  if (reading?.kind !== 'starts' || reading.isHidden !== true)
    walk.found.push({ ...command, via, bin, follows: reading !== undefined })
  if (reading === undefined) return
  if (reading.kind === 'unknown') return open(walk, reading.why, trail)
  for (const started of reading.starts) {
    if ('why' in started) {
      open(walk, started.why, trail)
      continue
    }
    const below: Trail = {
      ...trail,
      bin: started.bin ?? bin,
      assignments: new Map([...assignments, ...(started.assignments ?? [])]),
      depth: trail.depth + 1,
    }
    if ('text' in started) followLines(walk, started, below)
    else
      followCommand(
        walk,
        { ...commandOf(started.words, started.cwd), redirects: own.redirects },
        started.evidence === undefined ? below : { ...below, via: [...via, started.evidence] },
      )
  }
}

function followLines(walk: Walk, started: Text, trail: Trail): void {
  const { cwd, evidence, args = [], isFile = false, shell } = started
  // A checkout on Windows has other line ends than the image that is built elsewhere.
  const text = started.text.replaceAll('\r\n', '\n')
  const key = `${cwd} ${evidence?.path} ${evidence?.line} ${isFile ? '' : text}`
  if (trail.inside.includes(key))
    return open(walk, `${isFile ? evidence?.path : `\`${text}\``} calls itself`, trail)
  walk.needsShell = true
  const { via } = trail
  if (shell !== undefined && shellOf(shell)?.isEverywhere !== true)
    walk.found.push({ ...commandOf([shell], cwd), via, bin: undefined, follows: true })
  const parsed = parseScript(text)
  const below = {
    ...trail,
    via: evidence === undefined ? via : [...via, evidence],
    inside: [...trail.inside, key],
    depth: trail.depth + 1,
  }
  if (parsed === undefined) return open(walk, "the script can't be read", below)
  const lookup: Lookup = (name) =>
    trail.assignments.has(name) ? trail.assignments.get(name) : walk.place.variable(name)
  for (const inner of substituted(parsed, cwd, lookup))
    walk.found.push({ ...inner, via: below.via, bin: below.bin, follows: true })
  const sourced = (command: Command) => sourcedScript(command, walk.place)
  for (const command of commandsOfScript(parsed, cwd, lookup, false, sourced)) {
    const here = isFile ? atLine(below, text, command, evidence?.path) : below
    if (isFile && startsItself(command))
      walk.found.push({ ...command, via: here.via, bin: undefined, follows: true })
    else followCommand(walk, withArguments(command, args), here)
  }
}

/** The line of a script's file that a command stands on, as one more step of the way. */
function atLine(trail: Trail, text: string, { source }: Command, path = ''): Trail {
  if (source === undefined) return trail
  const line = lineOfOffset(text, source.start)
  const evidence = { path, line, text: text.slice(source.start, source.end) }
  return { ...trail, via: [...trail.via, evidence] }
}

/** `exec gosu app "$0" "$@"`: the same lines again, with the rights of another user. */
const startsItself = ({ source }: Command) =>
  source?.words.some(({ raw }) => /^"?\$(0|\{0\}|BASH_SOURCE)"?$/.test(raw)) === true &&
  source.words.some(isAllArguments)

const openEnd = (why: string, { via }: Trail): OpenEnd => ({
  why,
  via,
  evidence: via.at(-1) ?? lineEvidence(undefined),
})

function open(walk: Walk, why: string, trail: Trail): void {
  walk.found.push(openEnd(why, trail))
}

function read({ place, launchers }: Walk, command: Command, name: string): Reading | undefined {
  const plain = shellOf(name)?.name ?? name.replace(/^\/(usr\/(local\/)?)?s?bin\//, '')
  const call = { command, name: plain, args: command.args, cwd: command.cwd, place }
  for (const row of [...firstLaunchers, ...launchers, ...lastLaunchers]) {
    if (row.names?.has(plain) === false) continue
    const reading = row.read(call)
    if (reading !== undefined) return reading
  }
  return undefined
}
