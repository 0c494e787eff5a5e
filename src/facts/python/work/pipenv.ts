import type { RunCommand } from '../../commands/command.ts'
import { resolvePath } from '../../image-path.ts'
import { pythonInstallOf, type PythonInstall } from '../install-command.ts'
import { activeEnvironment } from './chosen-environment.ts'
import { fileAt } from './files-in.ts'
import { elsewhere, tends, type Home, type WorkPlace, type WorkRow } from './package-work.ts'
import { isOn, valueOf } from './values.ts'
import { verbOf, wordsOf } from '../manager-words.ts'

/** Verbs that install nothing. https://pipenv.pypa.io/en/latest/commands.html */
const idle = new Set('lock requirements check graph verify audit scripts'.split(' '))

/**
 * `--system` goes to the first python3 on PATH, an environment's too; without it an active environment is taken, then `.venv` beside the
 * Pipfile where PIPENV_VENV_IN_PROJECT asks for it, else one in a folder of Pipenv's own.
 * https://pipenv.pypa.io/en/latest/configuration.html, https://pipenv.pypa.io/en/latest/docker.html
 */
export const pipenv: WorkRow = {
  reads(command, place) {
    const words = wordsOf(command, 'pipenv')
    if (words === undefined) return undefined
    const install = pythonInstallOf(command)
    if (install !== undefined) return { home: homeOf(install, command, place), install }
    const { verb } = verbOf(words)
    if (verb === 'run') return undefined
    const isIdle = verb === undefined ? !words.some(choosesPython) : idle.has(verb)
    return isIdle
      ? tends
      : {
          home: elsewhere(`runs \`pipenv ${words[0]}\`, whose packages are not followed`),
          install: undefined,
        }
  },
}

/** `pipenv --python 3.9` makes an environment. */
const choosesPython = (word: string | undefined) =>
  word === undefined || /^--(python|three|two|rm)\b/.test(word)

function homeOf(
  { folder, isKnown, target }: PythonInstall,
  command: RunCommand,
  place: WorkPlace,
): Home {
  if (!isKnown || folder === undefined)
    return elsewhere('has words that are only known when the image is built')
  if (target.kind === 'interpreter')
    return place.active === undefined
      ? { kind: 'image' }
      : { kind: 'environment', folder: place.active }
  if (isOn(valueOf(command, 'PIPENV_IGNORE_VIRTUALENVS')) !== true) {
    const active = activeEnvironment(command, place)
    if (active !== undefined) return active
  }
  // A Pipfile in a folder above is found, too: which folder has the environment is sure only where it stands in this one.
  const hasManifest = fileAt(resolvePath(folder, 'Pipfile'), command, place) !== undefined
  if (!hasManifest || valueOf(command, 'PIPENV_PIPFILE') !== '')
    return elsewhere('installs for a Pipfile that is not in the folder it runs in')
  const own = resolvePath(folder, '.venv')
  const inProject = valueOf(command, 'PIPENV_VENV_IN_PROJECT')
  const isMade = own !== undefined && place.made.includes(own)
  return own !== undefined && (isMade || isOn(inProject) === true)
    ? { kind: 'environment', folder: own }
    : { kind: 'own' }
}
