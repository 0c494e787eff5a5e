import type { RunCommand } from '../../commands/command.ts'
import { resolvePath } from '../../image-path.ts'
import { pythonInstallOf, type PythonInstall } from '../install-command.ts'
import { activeEnvironment } from './chosen-environment.ts'
import { elsewhere, tends, type Home, type WorkPlace, type WorkRow } from './package-work.ts'
import { isSetOn, poetrySettings, settingOf } from './settings.ts'
import { verbOf, wordsOf } from '../manager-words.ts'

/** Verbs that install nothing of the project. https://python-poetry.org/docs/cli/ */
const idle = new Set(
  'config export lock check cache about show version build search self help list debug source'.split(
    ' ',
  ),
)

/**
 * An active environment is taken before anything else; then `.venv` beside the manifest where there is one, or `virtualenvs.in-project` asks
 * for it; with `virtualenvs.create false` the packages go among those of the image's Python, else into an environment in Poetry's cache.
 * https://python-poetry.org/docs/configuration/#virtualenvscreate, https://python-poetry.org/docs/managing-environments/
 */
export const poetry: WorkRow = {
  reads(command, place) {
    const words = wordsOf(command, 'poetry')
    if (words === undefined) return undefined
    const install = pythonInstallOf(command)
    if (install !== undefined) return { home: homeOf(install, command, place), install }
    const { verb } = verbOf(words)
    if (verb === 'run') return undefined
    return verb === undefined || idle.has(verb)
      ? tends
      : {
          home: elsewhere(`runs \`poetry ${verb}\`, whose packages are not followed`),
          install: undefined,
        }
  },
}

function homeOf({ folder, isKnown }: PythonInstall, command: RunCommand, place: WorkPlace): Home {
  if (!isKnown || folder === undefined)
    return elsewhere('has words that are only known when the image is built')
  const active = activeEnvironment(command, place)
  if (active !== undefined) return active
  // Which Python runs Poetry, an environment on PATH or the image's own, decides then.
  if (place.active !== undefined)
    return elsewhere('is run by the Python of an environment that VIRTUAL_ENV does not name')
  const own = resolvePath(folder, '.venv')
  const inProject = isSetOn(poetrySettings, 'virtualenvs.in-project', folder, command, place)
  const isMade = own !== undefined && place.made.includes(own)
  if (isMade && inProject !== false) return { kind: 'environment', folder: own }
  const create = settingOf(poetrySettings, 'virtualenvs.create', folder, command, place)
  if (create === undefined) return elsewhere('installs where a setting says that is not known')
  if (/^(false|0)$/i.test(create)) return { kind: 'image' }
  return inProject === true && own !== undefined
    ? { kind: 'environment', folder: own }
    : { kind: 'own' }
}
