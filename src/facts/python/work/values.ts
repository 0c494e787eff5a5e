import type { RunCommand } from '../../commands/command.ts'

/** The value of a variable where a command runs; '' where nothing sets it, undefined where it is not known. */
export function valueOf(command: RunCommand, name: string): string | undefined {
  if (command.assignments.has(name)) return command.assignments.get(name)
  if (command.exported?.has(name) === true) return command.exported.get(name)
  return command.step.isSet(name) ? command.step.variable(name) : ''
}

/** As the managers read it: `1`, `true`, `yes`, `on`; undefined where it says neither. */
export function isOn(value: string | undefined): boolean | undefined {
  const word = value?.toLowerCase() ?? ''
  if (/^(1|true|yes|on|y|t)$/.test(word)) return true
  return /^(0|false|no|off|n|f)$/.test(word) ? false : undefined
}
