import {
  parseRun,
  type Installs,
  type Instruction,
  type RunCommand,
  type ShellLink,
  type StageFacts,
  type Step,
} from '../../../src/transform.ts'
import { needsOf, type Needs } from './early-commands.ts'

/** The part of a RUN that works before the sources are there. */
export interface EarlyPart {
  /** Its commands that read manifests; none where the RUN reads no file of the project at all. */
  readonly installs: readonly RunCommand[]
  /** All its commands. */
  readonly commands: readonly RunCommand[]
  /** The RUN up to where it is to be cut, and the commands behind; undefined where all of it works without the sources. */
  readonly cut: { readonly first: string; readonly rest: string } | undefined
}

/** Finds the part of a RUN that can stand above the COPY of the sources into `folder`; undefined where it has none, or can't be cut there. */
export function earlyPart(
  step: Step,
  stage: StageFacts,
  folder: string,
  calls: Installs,
): EarlyPart | undefined {
  const { instruction } = step
  if (stage.unreadable.includes(step) || bindsFiles(instruction)) return undefined
  const links = parseRun(instruction)?.links ?? []
  const commands = stage.commands.filter((command) => command.step === step)
  const needs = links.map((link, i) =>
    needsOfLink(
      link,
      commands.filter((command) => command.linkIndex === i),
      folder,
      calls,
    ),
  )
  const firstLate = needs.indexOf('sources')
  const isWhole = firstLate < 0
  const early = isWhole ? needs : needs.slice(0, firstLate)
  const last = isWhole ? early.length - 1 : early.lastIndexOf('manifests')
  const own = commands.filter(({ linkIndex }) => linkIndex <= last)
  const installs = own.filter((command) => needsOf(command, folder, calls) === 'manifests')
  if (isWhole) return { installs, commands: own, cut: undefined }
  const cut = cutAfter(last, links, needs, instruction)
  return cut === undefined ? undefined : { installs, commands: own, cut }
}

function needsOfLink(
  link: ShellLink,
  commands: readonly RunCommand[],
  folder: string,
  calls: Installs,
): Needs {
  if (link.kind !== 'simple' || link.operator === '&') return 'sources'
  const [command, ...inner] = commands
  return command === undefined || inner.length > 0 ? 'sources' : needsOf(command, folder, calls)
}

/** Two RUNs of one: only a plain `&&` chain, and only where the second needs nothing of the first's shell and takes nothing away that the first left. */
function cutAfter(
  last: number,
  links: readonly ShellLink[],
  needs: readonly Needs[],
  { text, heredocs, flags, form }: Instruction,
): EarlyPart['cut'] {
  const before = links[last]
  const next = links[last + 1]
  if (before === undefined || next === undefined || heredocs.length > 0 || form === 'exec')
    return undefined
  if (flags.length > 0 || needs.slice(0, last + 1).includes('nothing, changes the shell'))
    return undefined
  if (links.some(({ operator, kind }, i) => kind === 'compound' || (i > 0 && operator !== '&&')))
    return undefined
  const gap = text.slice(before.end, next.start)
  const rest = text.slice(next.start).replace(/\r?\n$/, '')
  if (/^[ \t]*#/m.test(gap) || /\b(rm|prune|autoclean|clean|purge|del|autoremove)\b/.test(rest))
    return undefined
  return { first: text.slice(0, before.end), rest }
}

/** A bind mount can bring the sources although no COPY did. */
function bindsFiles({ flags }: Instruction): boolean {
  return flags.some(
    ({ name, value }) => name === 'mount' && !/\btype=(cache|secret|ssh|tmpfs)\b/.test(value ?? ''),
  )
}
