import {
  isWithin,
  lineage,
  type Facts,
  type RunCommand,
  type StageFacts,
  type Step,
} from '../../../src/transform.ts'

/** A step behind another one that sees what that one leaves, in its stage or in one that is built from it. */
export interface LaterStep {
  readonly stage: StageFacts
  readonly step: Step
}

/** What comes behind a step, in its stage and in those that are built from it. */
export function stepsBehind(
  step: Step,
  stage: StageFacts,
  { stages }: Facts,
): readonly LaterStep[] {
  return stages.flatMap((other) =>
    lineage(other).includes(stage)
      ? other.steps
          .filter((item) => other !== stage || item.index > step.index)
          .map((item) => ({ stage: other, step: item }))
      : [],
  )
}

/**
 * Whether a later RUN names one of these folders (absolute), or what lies in or around one: it copies them, or it fails where they are gone, as
 * `rm -r` does. `rm -f` takes it as it comes.
 */
export function isNamedLater(
  folders: readonly string[],
  step: Step,
  stage: StageFacts,
  facts: Facts,
): boolean {
  return stepsBehind(step, stage, facts).some(({ stage: other, step: later }) => {
    const { keyword, text } = later.instruction
    if (keyword === 'ONBUILD' || other.unreadable.includes(later))
      return folders.some((folder) => text.includes(folder))
    return other.commands.some(
      (command) =>
        command.step === later && !isForced(command) && pathsOf(command).some(touches(folders)),
    )
  })
}

const touches = (folders: readonly string[]) => (path: string) =>
  path.length > 1 && folders.some((folder) => isWithin(path, folder) || isWithin(folder, path))

/** `rm -rf X` */
const isForced = ({ name, args }: RunCommand) =>
  name === 'rm' && args.some((arg) => /^(-[a-zA-Z]*f[a-zA-Z]*|--force)$/.test(arg ?? ''))

/** The absolute paths among the words of a command: '~/.npm/*' is '/root/.npm'. */
const pathsOf = ({ source, args }: RunCommand): readonly string[] =>
  (source?.words.map(({ value, raw }) => value ?? raw.replaceAll(/["']/g, '')) ?? args).flatMap(
    (word = '') => {
      const path = word
        .replace(/^(~|\$HOME|\$\{HOME\})(?=\/|$)/, '/root')
        .replace(/\*.*$/, '')
        .replace(/\/+$/, '')
      return path.startsWith('/') ? [path] : []
    },
  )
