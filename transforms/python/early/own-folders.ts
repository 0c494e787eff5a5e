import {
  inSource,
  isOn,
  isWithin,
  record,
  resolvePath,
  valueOf,
  verbOf,
  wordsOfManager,
  type InstallSite,
  type PythonInstall,
  type RunCommand,
} from '../../../src/transform.ts'
import type { Table } from './manifest-row.ts'

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

/**
 * Whether the project may have sources to be installed. Poetry looks for a module or a package of the project's name, unless it is told others
 * (https://python-poetry.org/docs/pyproject/#packages); without them it has nothing to install.
 */
export function hasOwnSources(
  { project, source }: InstallSite,
  manifest: Table,
  { manager }: PythonInstall,
): boolean {
  const own = record(record(manifest['tool'])['poetry'])
  const name = own['name'] ?? record(manifest['project'])['name']
  const isTold = ['packages', 'include', 'build', 'scripts', 'plugins'].some(
    (key) => own[key] !== undefined,
  )
  const ofProject = record(manifest['project'])
  const hasScripts = ['scripts', 'gui-scripts', 'entry-points'].some(
    (key) => ofProject[key] !== undefined,
  )
  const { 'build-backend': backend } = record(manifest['build-system'])
  const isPoetry =
    backend === undefined || (typeof backend === 'string' && backend.startsWith('poetry.'))
  if (manager !== 'poetry' || isTold || hasScripts || !isPoetry || typeof name !== 'string')
    return true
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  const folders = [source, inSource(source, 'src')]
  return folders.some((folder) =>
    project.list(folder).some(
      (entry) =>
        entry
          .replace(/\.pyi?$/, '')
          .toLowerCase()
          .replaceAll(/[^a-z0-9]/g, '') === plain,
    ),
  )
}
