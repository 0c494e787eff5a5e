import { isPython } from '../../knowledge/python-installs.ts'
import type { RunCommand } from '../commands/command.ts'
import { baseName, resolvePath } from '../image-path.ts'
import { lineage, type StageFacts } from '../stages/stage-facts.ts'
import { pythonInstallOf } from './install-command.ts'
import { readWords } from './words.ts'

/** A virtual environment that a stage has: a folder with packages, console scripts, and links to the Python that made it. */
export interface PythonEnvironment {
  /** Absolute, in the image. */
  readonly folder: string
  readonly command: RunCommand
  readonly stage: StageFacts
}

/** The environments that the commands of a stage make, those of the stages that it is built from first. */
export const environmentsOf = (stage: StageFacts): readonly PythonEnvironment[] =>
  lineage(stage)
    .toReversed()
    .flatMap((each) =>
      each.commands.flatMap((command) =>
        foldersMade(command).map((folder) => ({ folder, command, stage: each })),
      ),
    )

/** The environments that a command makes. */
function foldersMade(command: RunCommand): readonly string[] {
  const { name = '', args, cwd } = command
  const words = isPython(name) ? (args[0] === '-m' ? args.slice(1) : []) : [baseName(name), ...args]
  const [program, ...rest] = words
  const { variable } = command.step
  // https://docs.astral.sh/uv/reference/environment/#uv_project_environment
  const ofUv = variable('UV_PROJECT_ENVIRONMENT') ?? '.venv'
  const at = (paths: readonly string[]) => paths.flatMap((path) => resolvePath(cwd, path) ?? [])
  switch (program) {
    // https://docs.python.org/3/library/venv.html, https://virtualenv.pypa.io/en/stable/cli_interface.html
    case 'venv':
    case 'virtualenv':
      return at(readWords(rest, '--prompt --python -p --creator --seeder --pip').operands)
    case 'uv': {
      // https://docs.astral.sh/uv/reference/cli/#uv-venv
      const { operands } = readWords(rest, '--python -p --prompt --seed --index-url --directory')
      if (operands[0] === 'venv') return at([operands[1] ?? ofUv])
      break
    }
    default:
  }
  const place = placeOfManager(command)
  return place === undefined ? [] : [place]
}

/** The environment that uv, Poetry, Pipenv or PDM makes for its project, where its folder is known. */
export function placeOfManager(command: RunCommand): string | undefined {
  const install = pythonInstallOf(command)
  if (install?.target.kind !== 'environment') return undefined
  const { variable } = command.step
  const isSet = (name: string) => /^(1|true|yes|on)$/i.test(variable(name) ?? '')
  const inProject = resolvePath(install.folder, '.venv')
  switch (install.manager) {
    case 'uv': {
      const named = variable('UV_PROJECT_ENVIRONMENT')
      return named === undefined ? install.target.folder : resolvePath(install.folder, named)
    }
    // https://python-poetry.org/docs/configuration/#virtualenvsin-project
    case 'poetry':
      return isSet('POETRY_VIRTUALENVS_IN_PROJECT') && !isOff(variable('POETRY_VIRTUALENVS_CREATE'))
        ? inProject
        : undefined
    // https://pipenv.pypa.io/en/latest/configuration.html
    case 'pipenv':
      return isSet('PIPENV_VENV_IN_PROJECT') ? inProject : undefined
    default:
      return install.target.folder
  }
}

/** Whether the value of a setting says no. */
export const isOff = (value: string | undefined) => /^(0|false|no|off)$/i.test(value ?? '')
