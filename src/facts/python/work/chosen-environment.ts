import type { RunCommand } from '../../commands/command.ts'
import { resolvePath } from '../../image-path.ts'
import { elsewhere, type Home, type WorkPlace } from './package-work.ts'
import { activatedAbove } from './venv.ts'
import { valueOf } from './values.ts'

/** The environment that VIRTUAL_ENV names, or whose `activate` the same RUN has read; undefined where none is active. */
export function activeEnvironment(
  command: RunCommand,
  { above, made }: WorkPlace,
): Home | undefined {
  const value = activatedAbove(command, above) ?? valueOf(command, 'VIRTUAL_ENV')
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
