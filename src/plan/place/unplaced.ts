import type { RunCommand } from '../../facts/commands/command.ts'
import { isPosixShell } from '../../dockerfile/shell/shells.ts'
import type { Step } from '../../facts/stages/step.ts'
import { refuse, type Refusal } from '../refusals/refuse.ts'

/** The refusal for a RUN that can't be put in a stage; `what` says what it does. */
export function unplaced(step: Step, what: string): Refusal {
  const { line } = step.instruction
  return refuse(
    'unplaced-command',
    `Line ${line} ${what}; whether run time needs what it does can't be known.`,
    line,
  )
}

/** The refusal for a command that sets up something that the runtime stage has, and that can't be repeated there. */
export const unrepeated = (command: RunCommand): Refusal =>
  unplaced(command.step, `runs \`${describe(command)}\`, which the runtime stage would do without`)

/** The refusal for a command below the sources that nobody knows. */
export function unknownCommand(
  step: Step,
  command: RunCommand,
  commands: readonly RunCommand[],
): Refusal {
  const { line } = step.instruction
  const isDownload =
    isPosixShell(command.name) &&
    commands.some(
      (other) => other.linkIndex === command.linkIndex && /^(curl|wget)$/.test(other.name ?? ''),
    )
  const what = isDownload
    ? 'a script from the network; whether run time needs what it installs'
    : `\`${describe(command)}\`; whether run time needs what it does`
  return refuse(
    'unplaced-command',
    `Line ${line} runs ${what} can't be known. Move it above the COPY of the sources if both stages need it.`,
    line,
  )
}

function describe(command: RunCommand): string {
  const text =
    command.source === undefined
      ? command.argv.map((word) => word ?? '?').join(' ')
      : command.step.instruction.text.slice(command.source.start, command.source.end)
  const line = text.replace(/\s*\\?\r?\n\s*/g, ' ')
  return line.length > 60 ? `${line.slice(0, 57)}...` : line
}
