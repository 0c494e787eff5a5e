import { dockerfileLine } from '../../facts/evidence.ts'
import { shellOf } from '../../dockerfile/shell/shells.ts'
import type { Facts } from '../../facts/facts.ts'
import type { Process } from '../../facts/follow/process.ts'
import type { StartCommand } from '../../facts/follow/start-command.ts'
import { baseName } from '../../facts/image-path.ts'
import { refuseBuiltUpon } from './built-upon.ts'
import { refuse, type Refusal } from './refuse.ts'
import { refusePurpose } from './started.ts'

/** What no ecosystem can split. */
export function generalRefusal(facts: Facts): Refusal | undefined {
  const { final, start } = facts
  const onbuild = final.stage.instructions.find((instruction) => instruction.keyword === 'ONBUILD')
  if (onbuild !== undefined)
    return refuse(
      'onbuild',
      `Line ${onbuild.line} is carried out by the builds of other images that start from this one; a split would take the build tools away from them.`,
      onbuild.line,
    )
  if (
    final.base.reference.text.includes('windows') ||
    final.stage.instructions.some(
      (instruction) =>
        instruction.keyword === 'SHELL' && /powershell|cmd/i.test(instruction.exec?.[0] ?? ''),
    )
  )
    return refuse(
      'windows-image',
      `${final.base.reference.text} is a Windows image; its commands are not read.`,
      final.stage.from.line,
    )
  if (final.base.family === 'unknown')
    return refuse(
      'unknown-base-image',
      `Line ${final.stage.from.line} starts from ${final.base.reference.text}; what that image brings along (user, entrypoint, environment, certificates) is not known.`,
      final.stage.from.line,
    )
  if (/-?onbuild$/.test(final.base.reference.tag ?? ''))
    return refuse(
      'onbuild',
      `${final.base.reference.text} copies and builds the program by ONBUILD instructions of its own (line ${final.stage.from.line}), which are not in this file.`,
      final.stage.from.line,
    )
  const used = developmentUse(facts) ?? refuseBuiltUpon(facts)
  if (used !== undefined) return used
  const idle = start === undefined ? undefined : idleCommand(start)
  if (idle !== undefined)
    return refusePurpose(
      {
        kind: 'development',
        what: `\`${idle}\`, which only keeps the container open for what is run in it by hand, and what that needs is not known`,
      },
      start?.instruction?.line,
      start?.given === undefined ? [] : [start.given],
    )
  const written = start?.instruction
  const started = start?.processes.filter(isStarted) ?? []
  const isAll = started.length > 0 && started.every(isBracket) && start?.openEnds.length === 0
  if (written !== undefined && isAll)
    return refuse(
      'unknown-start-command',
      `Line ${written.line} is no JSON array, so that a shell takes its "[" for a program. Write its words in double quotes, with commas between them.`,
      written.line,
    )
  // What the base image starts by itself, the base image has.
  const isOwn = start?.instruction !== undefined || start?.given !== undefined
  const open = isOwn ? start.openEnds[0] : undefined
  if (open !== undefined)
    return refuse(
      'unknown-start-command',
      start?.stated.lines.length === 0
        ? `The start command can't be followed: ${open.why}.`
        : `The start command that is stated can't be followed: ${open.why}.`,
      dockerfileLine(open.evidence),
    )
  return undefined
}

/** Work goes on in such an image: it needs the tools, the sources and the dev packages. */
function developmentUse({ project, final }: Facts): Refusal | undefined {
  const usage = project
    .usages()
    .find(
      ({ kind, target }) =>
        kind === 'devcontainer' &&
        (target === undefined || target.toLowerCase() === final.stage.name?.toLowerCase()),
    )
  return usage === undefined
    ? undefined
    : refuse(
        'development-image',
        `${usage.path} builds the dev container from this file, which needs the tools and packages that a runtime stage leaves behind. Give the dev container a Dockerfile, or a target, of its own.`,
      )
}

/** Not only on the way to another. */
const isStarted = ({ name, follows }: Process) =>
  !follows && shellOf(name) === undefined && name !== 'docker-entrypoint.sh'

/** `[ "node", 'server.js' ]`, which is a test of the shell. */
const isBracket = ({ name }: Process) => name?.startsWith('[') === true

/** `sleep infinity`, `tail -f /dev/null`, a bare shell: nothing else is started. */
function idleCommand({ processes, instruction, given }: StartCommand): string | undefined {
  // The base image's own entrypoint runs what follows it.
  const own = processes.filter(({ name }) => name !== 'docker-entrypoint.sh')
  const last = own.at(-1)
  if ((instruction ?? given) === undefined || !own.every(isIdle)) return undefined
  return last?.argv.join(' ')
}

function isIdle({ name, args }: Process): boolean {
  if (shellOf(name) !== undefined)
    return args.every((arg) => arg === undefined || /^-[il]+$|^--login$/.test(arg))
  switch (name === undefined ? undefined : baseName(name)) {
    case 'sleep':
    case 'true':
      return true
    case 'tail':
      return args.includes('/dev/null')
    default:
      return false
  }
}
