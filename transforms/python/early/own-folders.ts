import {
  isOn,
  isWithin,
  resolvePath,
  valueOf,
  verbOf,
  wordsOfManager,
  type InstallSite,
  type PythonInstall,
  type RunCommand,
} from '../../../src/transform.ts'

/** The folder among the sources that an install may make its environment in; undefined where that lies elsewhere. */
export function besideManifest(
  { folder, stage }: InstallSite,
  command: RunCommand,
  { manager, target }: PythonInstall,
): string | undefined {
  if (target.kind === 'interpreter') return undefined
  const named = valueOf(command, manager === 'uv' ? 'UV_PROJECT_ENVIRONMENT' : 'VIRTUAL_ENV')
  const path = resolvePath(folder, named === undefined || named === '' ? '.venv' : named)
  if (path !== undefined && !isWithin(path, folder)) return undefined
  const isOfImage =
    manager === 'poetry' &&
    (isOn(valueOf(command, 'POETRY_VIRTUALENVS_CREATE')) === false ||
      stage.commands.some((other) => {
        const { verb, rest } = verbOf(wordsOfManager(other, 'poetry') ?? [])
        const words = rest.filter((word) => word?.startsWith('-') === false)
        return (
          verb === 'config' &&
          words[0]?.endsWith('virtualenvs.create') === true &&
          isOn(words[1]) === false
        )
      }))
  if (isOfImage) return undefined
  return path === undefined || path === folder
    ? '.venv'
    : path.slice(folder === '/' ? 1 : folder.length + 1)
}
