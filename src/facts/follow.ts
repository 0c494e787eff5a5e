import { parseScript } from '../dockerfile/shell/shell.ts'
import { lineEvidence, type Evidence } from './evidence.ts'
import type { Project } from '../project/project.ts'
import { commandsOfScript, programIndex, type Command, commandOf } from './command.ts'
import { contextPathOf, type Copy } from './copy.ts'
import { isWaiter, scriptOf, unwrap } from './launchers.ts'
import type { StageFacts } from './stage-facts.ts'

/** A command that runs when the container starts, and how the start command leads to it. */
export interface Process extends Command {
  /** From the Dockerfile's line down to where the command is written. */
  readonly via: readonly Evidence[]
  /** True where the process is started by something else that is in `processes` too: `npm` before what its script runs. */
  readonly follows: boolean
}

/** A way through package scripts, entrypoint scripts and launchers, and what is met on it. */
export interface Walk {
  readonly facts: StageFacts
  readonly copies: readonly Copy[]
  readonly project: Project
  readonly processes: Process[]
  readonly openEnds: { readonly why: string; readonly evidence: Evidence }[]
  needsShell: boolean
}

const maxDepth = 12

export function follow(
  walk: Walk,
  command: Command,
  via: readonly Evidence[],
  depth: number,
): void {
  const at = via.at(-1) ?? lineEvidence(undefined)
  if (depth > maxDepth) {
    walk.openEnds.push({ why: 'the start command calls itself', evidence: at })
    return
  }
  const { name } = command
  if (name === undefined) {
    walk.openEnds.push({ why: 'a program is not known before the container runs', evidence: at })
    return
  }
  const script = scriptOf(command, walk.project, (path) =>
    contextPathOf(walk.copies, path, walk.project),
  )
  const isRead = script?.text !== undefined && !isWaiter(name)
  const inner = isRead ? undefined : unwrap(command)
  if (inner !== undefined) {
    walk.processes.push({ ...command, via, follows: true })
    return follow(walk, inner, via, depth + 1)
  }
  const shellText = shellTextOf(command)
  if (shellText !== undefined) {
    walk.needsShell = true
    // Every image with a shell has sh.
    if (!/(^|\/)sh$/.test(name))
      walk.processes.push({ ...commandOf([name], command.cwd), via, follows: true })
    return followText(walk, shellText, command, [], via, depth)
  }
  if (script === undefined) {
    walk.processes.push({ ...command, via, follows: false })
    return
  }
  walk.processes.push({ ...command, via, follows: true })
  if (script.needsShell) walk.needsShell = true
  const { interpreter } = script
  if (interpreter !== undefined)
    walk.processes.push({ ...commandOf([interpreter], command.cwd), via, follows: true })
  if (script.text === undefined) {
    walk.openEnds.push({ why: script.why, evidence: at })
    return
  }
  followText(
    walk,
    // A checkout on Windows has other line ends than the image that is built elsewhere.
    script.text.replaceAll('\r\n', '\n'),
    { ...command, cwd: script.cwd },
    script.args,
    [...via, ...script.evidence],
    depth,
    script.evidence.length > 0 && script.isFile ? script.evidence[0]?.path : undefined,
  )
}

function followText(
  walk: Walk,
  text: string,
  from: Command,
  args: readonly (string | undefined)[],
  via: readonly Evidence[],
  depth: number,
  file?: string,
): void {
  const parsed = parseScript(text)
  if (parsed === undefined) {
    walk.openEnds.push({
      why: 'the script can not be read',
      evidence: via.at(-1) ?? lineEvidence(undefined, text),
    })
    return
  }
  const env = (name: string) =>
    walk.facts.end.env.has(name) ? walk.facts.end.env.get(name) : undefined
  for (const command of commandsOfScript(parsed, from.cwd, env)) {
    const where: Evidence[] =
      file === undefined || command.source === undefined
        ? []
        : [
            {
              path: file,
              line: lineAt(text, command.source.start),
              text: text.slice(command.source.start, command.source.end),
            },
          ]
    const passesArguments =
      command.source?.words.some((word) => /^"?\$[@*]"?$/.test(word.raw)) ?? false
    const next = passesArguments ? withArguments(command, args) : command
    // `exec "$@"` without arguments ends the script.
    if (next.argv.length === 0) continue
    follow(walk, next, [...via, ...where], depth + 1)
  }
}

/** Puts the script's own arguments where it says "$@". */
function withArguments(command: Command, args: readonly (string | undefined)[]): Command {
  const argv = (command.source?.words ?? []).flatMap((word, i) =>
    /^"?\$[@*]"?$/.test(word.raw) ? args : [command.argv[i]],
  )
  const at = programIndex(argv)
  return { ...command, argv: argv.slice(at), name: argv[at], args: argv.slice(at + 1) }
}

/** The text of `/bin/sh -c text`. */
function shellTextOf(command: Command): string | undefined {
  if (!/(^|\/)(sh|bash|ash|dash)$/.test(command.name ?? '')) return undefined
  const at = command.args.findIndex((arg) => arg !== undefined && /^-[a-z]*c$/.test(arg))
  return at < 0 ? undefined : command.args[at + 1]
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
