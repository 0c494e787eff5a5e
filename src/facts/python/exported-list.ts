import type { RunCommand } from '../commands/command.ts'
import { resolvePath } from '../image-path.ts'
import { pythonInstallOf } from './install-command.ts'
import { managerWords } from './manager-words.ts'
import type { PythonInstall } from './python-install.ts'
import { readWords } from './words.ts'

/**
 * How managers write what their lock file has as a file of requirements, and install the same.
 * https://github.com/python-poetry/poetry-plugin-export, https://docs.astral.sh/uv/reference/cli/#uv-export,
 * https://pdm-project.org/en/latest/reference/cli/#export, https://pipenv.pypa.io/en/latest/commands.html#requirements
 */
const exports: ReadonlyMap<string, readonly [verb: string, install: string]> = new Map([
  ['poetry', ['export', 'install']],
  ['uv', ['export', 'sync']],
  ['pdm', ['export', 'install']],
  ['pipenv', ['requirements', 'sync']],
])

/** The install by a manager's lock file that a file of requirements stands for: `poetry export -o list.txt`. The last command that writes it counts. */
export function exportedInto(
  path: string,
  commands: readonly RunCommand[],
): PythonInstall | undefined {
  const writers = commands.filter((command) => writtenBy(command).includes(path))
  const last = writers.at(-1)
  return last === undefined ? undefined : exportOf(last)
}

/** The paths that a command's output goes to. */
function writtenBy({ args, cwd, redirects }: RunCommand): readonly string[] {
  const { flags } = readWords(args, '-o --output --output-file')
  const named = ['-o', '--output', '--output-file'].flatMap((flag) => flags.get(flag) ?? [])
  const told = redirects.flatMap(({ operator, target }) =>
    operator.startsWith('>') ? (target ?? []) : [],
  )
  return [...named, ...told].flatMap((word) => resolvePath(cwd, word) ?? [])
}

function exportOf(command: RunCommand): PythonInstall | undefined {
  const [manager = '', verb, ...args] = managerWords(command) ?? []
  const [own, install] = exports.get(manager) ?? []
  if (own === undefined || install === undefined || verb !== own) return undefined
  const found = pythonInstallOf({
    ...command,
    name: manager,
    args: [install, ...args],
    argv: [manager, install, ...args],
  })
  if (found === undefined) return undefined
  // Unlike its install, Poetry's export has no groups but the main one.
  const hasDev =
    manager === 'poetry'
      ? found.named.includes('dev') || found.named.includes('*') || args.includes('--dev')
      : found.hasDev
  return { ...found, hasDev }
}
