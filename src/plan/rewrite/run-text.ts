import { dropLinks, parseRun } from '../../dockerfile/shell/shell.ts'
import { isParseFailure, parseDockerfile } from '../../dockerfile/parse/parse.ts'
import { splice, type Edit } from '../../dockerfile/splice.ts'
import { hasWord } from '../../dockerfile/patterns/as-pattern.ts'
import type { Instruction } from '../../dockerfile/instruction.ts'
import type { ShellLink } from '../../dockerfile/shell/shell-script.ts'
import type { RunCommand } from '../../facts/commands/command.ts'
import {
  hasOwnOptions,
  readInstall,
  writeInstall,
  type Install,
} from '../../knowledge/package-managers.ts'
import { partOf } from './part-text.ts'
import type { CommandPlace } from '../place/command-place.ts'

/** A command of a RUN and its place. */
export interface PlacedCommand {
  readonly command: RunCommand
  readonly place: CommandPlace
}

/**
 * A RUN for the runtime stage: without the commands and packages that only the build needs. The rest of the author's chain stays as it
 * was. Undefined where the chain can't be taken apart.
 */
export function runtimeText(
  { instruction }: RunCommand['step'],
  placed: readonly PlacedCommand[],
): string | undefined {
  const isDropped = ({ place }: PlacedCommand) => place.kind === 'build' || place.kind === 'leaves'
  const dropped = new Set(linksOf(placed.filter(isDropped)))
  const kept = placed.filter(({ command }) => !dropped.has(command.link ?? noLink))
  const mixes = placed.some(
    (item) => dropped.has(item.command.link ?? noLink) && !isDropped(item) && !isNeutral(item),
  )
  if (mixes) return undefined
  const short = dropLinks(instruction, [...dropped, ...unusedAnswers(instruction, [...dropped])])
  if (short === undefined) return undefined
  return withEdits(short, instruction, kept)
}

/** `tag=$(git describe)`: what a program says, of which only the commands that are dropped make use. */
function unusedAnswers(instruction: Instruction, dropped: readonly ShellLink[]) {
  if (dropped.length === 0) return []
  const isDropped = ({ start }: ShellLink) => dropped.some((link) => link.start === start)
  const links = parseRun(instruction)?.links.filter((link) => !isDropped(link)) ?? []
  return links.filter(({ kind, commands, end }) => {
    const [only, ...more] = commands
    return (
      kind === 'simple' &&
      more.length === 0 &&
      only !== undefined &&
      only.words.length === 0 &&
      only.redirects.length === 0 &&
      only.inner.length > 0 &&
      only.assignments.every(
        ({ name }) =>
          !links.some(
            (link) =>
              link.start >= end && hasWord(instruction.text.slice(link.start, link.end), name),
          ),
      )
    )
  })
}

const noLink: ShellLink = { start: -1, end: -1, operator: undefined, kind: 'simple', commands: [] }

const linksOf = (placed: readonly PlacedCommand[]) =>
  placed.flatMap(({ command }) => (command.link === undefined ? [] : [command.link]))

const isNeutral = ({ place }: PlacedCommand) => place.kind === 'neutral'

/** Writes the shorter lists of packages into the commands that install them, and the part of a `chown` that the runtime stage needs. */
function withEdits(
  text: string,
  instruction: Instruction,
  kept: readonly PlacedCommand[],
): string | undefined {
  if (!kept.some(({ place }) => /^(packages|part)$/.test(place.kind))) return text
  const order = [...new Set(linksOf(kept).map(({ start }) => start))].sort((a, b) => a - b)
  const links = linksIn(text, instruction)
  if (links?.length !== order.length) return undefined
  const edits: Edit[] = []
  let hasLists = false
  for (const { command, place } of kept) {
    if (readInstall(command.argv)?.action === 'update') hasLists = true
    if (!/^(packages|part)$/.test(place.kind) || command.link === undefined) continue
    const link = links[order.indexOf(command.link.start)]
    if (link?.kind !== 'simple') return undefined
    if (place.kind === 'part') edits.push(...partOf(command, link, place))
    if (place.kind !== 'packages') continue
    const { manager, names, takesRecommended } = place.packages
    // What is set for the command alone stays: `ACCEPT_EULA=Y apt-get install ...`
    const program = link.commands[0]?.words[0]
    if (program === undefined) return undefined
    const { lists, install } = installCommands(writeInstall(manager, names))
    if (!hasLists && lists !== '') edits.push({ start: link.start, end: link.start, text: lists })
    hasLists = true
    const call = readInstall(command.argv)
    const isOwn = takesRecommended || (call !== undefined && hasOwnOptions(call))
    const text = isOwn ? ownCall(command, call, link, names) : undefined
    edits.push({ start: program.start, end: link.end, text: text ?? install })
  }
  return splice(text, edits)
}

/** The author's own call with the names that are left: its options stay, and what packages recommend comes along. */
function ownCall(
  { argv }: RunCommand,
  call: Install | undefined,
  link: ShellLink,
  names: readonly string[],
): string | undefined {
  const words = link.commands[0]?.words ?? []
  if (call === undefined || words.length !== argv.length) return undefined
  const named = new Set(call.packages.map(({ index }) => index))
  const options = words.flatMap(({ raw }, i) => (named.has(i) ? [] : [raw]))
  return [...options, ...names].join(' ')
}

/** The install of `RUN apt-get update && apt-get install -y NAMES && rm ...` for use inside a chain. Cleaning up is the work of another rule. */
function installCommands(line: string): { readonly lists: string; readonly install: string } {
  const links = line.slice('RUN '.length).split(' && ')
  const commands = links.filter((link) => !link.startsWith('rm '))
  return {
    lists: commands
      .slice(0, -1)
      .map((link) => `${link} && `)
      .join(''),
    install: commands.at(-1) ?? '',
  }
}

function linksIn(text: string, { text: whole }: Instruction): readonly ShellLink[] | undefined {
  const escape = /`[ \t]*\r?\n/.test(whole) && !/\\[ \t]*\r?\n/.test(whole)
  const head = `${escape ? '# escape=`\n' : ''}FROM scratch\n`
  const parsed = parseDockerfile(head + text)
  if (isParseFailure(parsed)) return undefined
  const run = parsed.instructions[1]
  return run?.text === text ? parseRun(run)?.links : undefined
}
