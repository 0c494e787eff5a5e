import {
  baseName,
  factsOfStage,
  innerCommands,
  isPosixShell,
  readPackageCommand,
  usagesOf,
  type Command,
  type Facts,
  type StageFacts,
  type Step,
} from '../../../src/transform.ts'
import { stepsBehind } from './later-use.ts'

/** A package manager whose installs read what an earlier `update` has left. */
export type Lists = 'apt' | 'apk'

const actionOf = ({ name, args }: Command, lists: Lists) => {
  const call = readPackageCommand([name, ...args])
  return call?.manager === lists ? call.action : undefined
}
const fetches = (action: string | undefined) => action === 'install' || action === 'upgrade'

/** What installs packages of the system in ways of its own. */
const installers = new Set(
  'gdebi aptitude tasksel dselect add-apt-repository ansible ansible-playbook puppet chef-client chef-solo salt-call'.split(
    ' ',
  ),
)
/** What runs a script that is named behind it. */
const interpreters = /^(python[\d.]*|perl|ruby|node|php)$/

/** Whether a later RUN, in this stage or one that is built from it, installs packages without an update of its own. */
export function needsLists(step: Step, stage: StageFacts, facts: Facts): boolean {
  return stepsBehind(step, stage, facts).some(({ step: item, stage: other }) => {
    const { keyword, text } = item.instruction
    if (keyword === 'ONBUILD') return asksInText(text, 'apt')
    if (keyword !== 'RUN') return false
    if (other.unreadable.includes(item)) return /apt/.test(text)
    const own = factsOfStage(facts, other)
    const commands = other.commands
      .filter((command) => command.step === item)
      .flatMap((command): readonly Command[] => {
        const { commands: inner, isWhole } = innerCommands(command, own)
        return isWhole ? inner : [command, ...inner]
      })
    return asks(commands, 'apt', (command) => runsScript(command, facts))
  })
}

/** Whether something installs packages by the lists once the image is there: its container, or a build that starts from it. */
export function isAskedLater(lists: Lists, facts: Facts): boolean {
  const { start, health, overrides } = facts
  const rows = [start?.processes, health?.processes, ...overrides.map(({ processes }) => processes)]
  return (
    rows.some((processes = []) => asks(processes, lists)) ||
    usagesOf(facts).some(
      ({ carriesOut }) => carriesOut !== undefined && asksInText(carriesOut, lists),
    )
  )
}

const asksInText = (text: string, lists: Lists) =>
  new RegExp(`\\b${lists}\\b`).test(text) && !/\bupdate\b/.test(text)

function asks(
  commands: readonly Command[],
  lists: Lists,
  mayInstall: (command: Command) => boolean = () => false,
): boolean {
  return commands.some(
    (command, i) =>
      (fetches(actionOf(command, lists)) ||
        (lists === 'apt' && (isInstaller(command) || mayInstall(command)))) &&
      !commands.slice(0, i).some((before) => actionOf(before, lists) === 'update'),
  )
}

const isInstaller = (command: Command): boolean => {
  const { name = '' } = command
  const isOther = name.startsWith('apt') && actionOf(command, 'apt') === undefined
  return isOther || installers.has(baseName(name))
}

/** A script whose commands are not in the Dockerfile; one of the context that never says apt is none. */
function runsScript({ name = '', args }: Command, { project }: Facts): boolean {
  const isShell = isPosixShell(name) || name === 'source' || name === '.'
  const isOther = interpreters.test(baseName(name))
  if (!isShell && !isOther && !name.endsWith('.sh')) return false
  if (args.includes('-c')) return false
  const file =
    isShell || isOther ? args.find((arg) => arg !== undefined && !arg.startsWith('-')) : name
  const base = file?.split('/').at(-1)
  const known =
    base === undefined ? [] : project.files().filter((path) => path.split('/').at(-1) === base)
  if (known.length === 0) return !isOther
  return known.some((path) => /\bapt/.test(project.read(path) ?? 'apt'))
}
