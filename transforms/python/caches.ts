import {
  type CacheCleanUp,
  type CachePlace,
  type CacheUse,
  type PythonInstall,
  type RunCommand,
  verbOf,
  wordsOfManager,
} from '../../src/transform.ts'

type Manager = Exclude<PythonInstall['manager'], 'pip'>

interface Caches {
  readonly cache: CacheCleanUp | undefined
  readonly keeps: CacheUse
}

/** What each manager keeps of an install: for the layer, and for the next build. */
export const caches: Readonly<Record<Manager, Caches>> = {
  // https://docs.astral.sh/uv/concepts/cache/, https://docs.astral.sh/uv/guides/integration/docker/#caching
  uv: {
    cache: {
      flag: '--no-cache',
      behind: 'sync',
      variable: 'UV_NO_CACHE',
      isDone: /--no-cache(?!-dir)|--cache-dir|\buv\s+cache\s+(clean|prune)|\.cache\b|UV_NO_CACHE/,
      suits: () => true,
    },
    keeps: {
      folders: (place) => {
        const { command, value } = place
        const mode = value('UV_LINK_MODE')
        const isLinked = !/^(|copy|clone|hardlink)$/.test(mode ?? 'unknown')
        const isMoved = command.args.some((word) =>
          /^--(cache-dir|link-mode|config-file)/.test(word ?? ''),
        )
        const isOff = value('UV_NO_CACHE') !== '' || isLinked || isMoved
        return isOff ? [] : folderOfCache('uv', 'UV_CACHE_DIR', place)
      },
      isEmptiedBy: (command) => verbOf(wordsOfManager(command, 'uv') ?? []).verb === 'cache',
      avoidedBy: '--no-cache',
      // A link can't lead out of the mount: it would copy all the same, and warn of it.
      goesWith: { name: 'UV_LINK_MODE', value: 'copy' },
    },
  },
  // The environments lie beside these two, where no other place is set. https://python-poetry.org/docs/configuration/#cache-dir
  poetry: {
    cache: {
      command: 'rm -rf ~/.cache/pypoetry/artifacts ~/.cache/pypoetry/cache',
      unless: ['POETRY_CACHE_DIR', 'XDG_CACHE_HOME'],
      isDone: /pypoetry|POETRY_CACHE_DIR|\.cache\b|\bpoetry\s+cache\s+clear|--no-cache(?!-dir)/,
    },
    keeps: {
      folders: (place) =>
        isConfigured(place, 'poetry', 'cache-dir')
          ? []
          : folderOfCache('pypoetry', 'POETRY_CACHE_DIR', place).flatMap((folder) => [
              `${folder}/artifacts`,
              `${folder}/cache`,
            ]),
      isLocked: true,
      isEmptiedBy: (command) => verbOf(wordsOfManager(command, 'poetry') ?? []).verb === 'cache',
      avoidedBy: '--no-cache',
    },
  },
  // https://pipenv.pypa.io/en/latest/configuration.html
  pipenv: {
    cache: {
      command: 'rm -rf ~/.cache/pipenv',
      unless: ['PIPENV_CACHE_DIR', 'XDG_CACHE_HOME'],
      isDone: /\.cache\b|PIPENV_CACHE_DIR|--clear/,
    },
    keeps: {
      folders: (place) => folderOfCache('pipenv', 'PIPENV_CACHE_DIR', place),
      isLocked: true,
      isEmptiedBy: (command) => wordsOfManager(command, 'pipenv')?.includes('--clear') === true,
    },
  },
  // With `install.cache` packages are links into it. https://pdm-project.org/en/latest/reference/configuration/
  pdm: {
    cache: undefined,
    keeps: {
      folders: (place) => {
        const isLinked =
          place.value('PDM_INSTALL_CACHE') !== '' || isConfigured(place, 'pdm', 'install.cache')
        const isMoved = isConfigured(place, 'pdm', 'cache_dir')
        return isLinked || isMoved ? [] : folderOfCache('pdm', 'PDM_CACHE_DIR', place)
      },
      isLocked: true,
      isEmptiedBy: (command) => verbOf(wordsOfManager(command, 'pdm') ?? []).verb === 'cache',
    },
  },
}

/** The folder that a variable names; else the usual one of the user's. */
function folderOfCache(
  name: string,
  variable: string,
  { value, home }: CachePlace,
): readonly string[] {
  const own = value(variable)
  const above = value('XDG_CACHE_HOME')
  const usual = above === '' ? home && `${home}/.cache` : above
  const folder = own === '' ? usual && `${usual}/${name}` : own
  return folder === undefined ? [] : [folder]
}

/** Whether a command of the stage, or a file of settings beside the manifest, says something of a setting. */
function isConfigured({ commands, project }: CachePlace, manager: Manager, name: string): boolean {
  const isSetBy = (command: RunCommand) => {
    const { verb, rest } = verbOf(wordsOfManager(command, manager) ?? [])
    return verb === 'config' && rest.some((word) => word === undefined || word === name)
  }
  const last = name.split('.').at(-1) ?? name
  return (
    commands.some(isSetBy) ||
    project
      .files()
      .some(
        (path) => path.endsWith(`${manager}.toml`) && project.read(path)?.includes(last) === true,
      )
  )
}
