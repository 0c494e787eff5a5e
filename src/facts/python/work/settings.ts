import { record } from '../../../project/formats/loose-data.ts'
import type { RunCommand } from '../../commands/command.ts'
import { tomlIn } from './files-in.ts'
import type { WorkPlace } from './package-work.ts'
import { isOn, valueOf } from './values.ts'
import { verbOf, wordsOf } from '../manager-words.ts'

/** Where a manager keeps its settings beside its variables. */
interface SettingsOf {
  readonly manager: string
  /** A file of the project with settings: 'poetry.toml'. */
  readonly file: string
  /** 'POETRY_VIRTUALENVS_CREATE' of 'virtualenvs.create' */
  readonly variableOf: (name: string) => string
}

/** https://python-poetry.org/docs/configuration/ */
export const poetrySettings: SettingsOf = {
  manager: 'poetry',
  file: 'poetry.toml',
  variableOf: (name) => `POETRY_${name.toUpperCase().replaceAll(/[.-]/g, '_')}`,
}

/** https://pdm-project.org/en/latest/reference/configuration/ */
export const pdmSettings: SettingsOf = {
  manager: 'pdm',
  file: 'pdm.toml',
  variableOf: (name) =>
    `PDM_${(name.split('.')[1] === 'use_venv' ? 'use_venv' : name).toUpperCase().replaceAll('.', '_')}`,
}

/** What is set where a command runs: by its variable, the project's file, or a `config` above it; '' where nothing is, undefined where it is not known. */
export function settingOf(
  { manager, file, variableOf }: SettingsOf,
  name: string,
  folder: string | undefined,
  command: RunCommand,
  place: WorkPlace,
): string | undefined {
  const variable = valueOf(command, variableOf(name))
  if (variable !== '') return variable
  const ofFile = name
    .split('.')
    .reduce<unknown>((data, key) => record(data)[key], tomlIn(folder, file, command, place))
  if (typeof ofFile === 'boolean') return ofFile ? 'true' : 'false'
  if (typeof ofFile === 'string') return ofFile
  for (const other of place.above.toReversed()) {
    const words = wordsOf(other, manager)
    if (words === undefined) continue
    const { verb, rest } = verbOf(words)
    if (verb !== 'config') continue
    const named = rest.filter((word) => word?.startsWith('--') !== true)
    // `settings.virtualenvs.create` is how Poetry before 1.0 called it.
    if (named[0]?.replace(/^settings\./, '') !== name) continue
    return rest.includes('--unset') ? '' : named[1]
  }
  return ''
}

/** The same of one that is on or off; undefined where it is neither. */
export function isSetOn(
  of: SettingsOf,
  name: string,
  folder: string | undefined,
  command: RunCommand,
  place: WorkPlace,
): boolean | undefined {
  return isOn(settingOf(of, name, folder, command, place))
}
