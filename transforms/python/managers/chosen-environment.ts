import { resolvePath, type RunCommand } from '../../../src/transform.ts'
import { activatedBy } from '../work/venv.ts'
import type { Home, WorkPlace } from '../work/package-work.ts'

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

/** The commands that are carried out before one; of one in a script, those of the lines above the script's. */
export function commandsAbove(
  command: RunCommand,
  { final: { commands } }: WorkPlace['facts'],
): readonly RunCommand[] {
  const at = commands.indexOf(command)
  return at < 0
    ? commands.filter(({ step }) => step.index < command.step.index)
    : commands.slice(0, at)
}

/** The environment that VIRTUAL_ENV names, or whose `activate` the same RUN has read; undefined where none is active. */
export function activeEnvironment(
  command: RunCommand,
  { facts, made }: WorkPlace,
): Home | undefined {
  const above = commandsAbove(command, facts)
  const activated = above.flatMap((other) =>
    other.step === command.step ? (activatedBy(other) ?? []) : [],
  )
  const value = activated.at(-1) ?? valueOf(command, 'VIRTUAL_ENV')
  if (value === '') return undefined
  const folder = value === undefined ? undefined : resolvePath(command.cwd, value)
  return folder !== undefined && made.includes(folder)
    ? { kind: 'environment', folder }
    : elsewhere('installs into the environment of VIRTUAL_ENV, which nothing in the file makes')
}

/** A folder that a manager makes its environment in. */
export const inFolder = (folder: string | undefined): Home =>
  folder === undefined
    ? elsewhere('makes its environment in a folder that is not known')
    : { kind: 'environment', folder }

/** @param why goes on behind 'Line 7' */
export const elsewhere = (why: string): Home => ({ kind: 'elsewhere', why })

/** It tends a manager, and installs nothing. */
export const tends = { home: { kind: 'nowhere' }, install: undefined } as const
