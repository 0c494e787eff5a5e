import { commandOf } from './command.ts'
import type { Instruction } from '../dockerfile/instruction.ts'
import { lineEvidence, type Evidence } from './evidence.ts'
import type { Project } from '../project/project.ts'
import type { Copy } from './copy.ts'
import { argvOf } from './evaluate-config.ts'
import { follow, type Process, type Walk } from './follow.ts'
import type { StageFacts } from './stage-facts.ts'

export type { Process } from './follow.ts'

/** ENTRYPOINT and CMD together, followed through package scripts and entrypoint scripts to what runs. */
export interface StartCommand {
  /** The instruction that decides; undefined where both come from the base image. */
  readonly instruction: Instruction | undefined
  readonly entrypoint: Instruction | undefined
  readonly cmd: Instruction | undefined
  /** As Docker runs it: ENTRYPOINT's strings, then CMD's. */
  readonly argv: readonly string[]
  /** True where a shell of the image reads it (shell form, `sh -c`, scripts with a shell's #! line). */
  readonly needsShell: boolean
  /** In the order they are met; what launches others comes before what it launches. */
  readonly processes: readonly Process[]
  /** Places where the way can't be followed further: a script that is not in the context, words that are not known. */
  readonly openEnds: readonly { readonly why: string; readonly evidence: Evidence }[]
}

/** Follows the start command of a stage; undefined where neither the file nor the base image has one. */
export function followStart(
  facts: StageFacts,
  copies: readonly Copy[],
  project: Project,
): StartCommand | undefined {
  const entrypoint = facts.steps.findLast((step) => step.instruction.keyword === 'ENTRYPOINT')
  const cmd = facts.steps.findLast((step) => step.instruction.keyword === 'CMD')
  const { config } = facts
  const argv = [...(config.Entrypoint ?? []), ...(config.Cmd ?? [])]
  if (argv.length === 0) return undefined
  const walk: Walk = { facts, copies, project, processes: [], openEnds: [], needsShell: false }
  const decides = entrypoint ?? cmd
  const evidence = lineEvidence(decides?.instruction, decides?.instruction.text ?? argv.join(' '))
  const entry =
    entrypoint === undefined
      ? (config.Entrypoint ?? [])
      : argvOf(entrypoint.instruction, entrypoint.shell)
  // With a shell-form ENTRYPOINT, CMD is never read.
  const isShellEntry = entrypoint !== undefined && entrypoint.instruction.form === 'shell'
  const words = isShellEntry ? entry : [...entry, ...(config.Cmd ?? [])]
  if (
    [entrypoint, isShellEntry ? undefined : cmd].some((step) => step?.instruction.form === 'shell')
  )
    walk.needsShell = true
  follow(walk, commandOf(words, facts.end.workdir), [evidence], 0)
  return {
    instruction: decides?.instruction,
    entrypoint: entrypoint?.instruction,
    cmd: cmd?.instruction,
    argv: words,
    needsShell: walk.needsShell,
    processes: walk.processes,
    openEnds: walk.openEnds,
  }
}
