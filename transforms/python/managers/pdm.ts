import {
  effectsOf,
  isWithin,
  pythonInstallOf,
  readWords,
  resolvePath,
  type PythonInstall,
  type RunCommand,
} from '../../../src/transform.ts'
import type { Home, WorkPlace, WorkRow } from '../work/package-work.ts'
import {
  activeEnvironment,
  commandsAbove,
  elsewhere,
  isOn,
  tends,
  valueOf,
} from './chosen-environment.ts'
import { withoutPlainProject } from './own-project.ts'
import { isSetOn, pdmSettings } from './settings.ts'
import { verbOf, wordsOf } from './words-of.ts'

/** Verbs that install nothing. https://pdm-project.org/en/latest/reference/cli/ */
const idle = new Set('config export lock build info list search show cache self fix'.split(' '))

/**
 * An active environment is taken, then `.venv` beside the manifest; with `python.use_venv` off, packages go to `__pypackages__`.
 * https://pdm-project.org/en/latest/usage/venv/
 */
export const pdm: WorkRow = {
  reads(command, place) {
    const words = wordsOf(command, 'pdm')
    if (words === undefined) return undefined
    const install = pythonInstallOf(command)
    if (install !== undefined)
      return {
        home: homeOf(install, words, command, place),
        install: withoutPlainProject(install, command, place.facts),
      }
    const { verb } = verbOf(words)
    if (verb === 'run') return undefined
    return verb === undefined || idle.has(verb)
      ? tends
      : {
          home: elsewhere(`runs \`pdm ${verb}\`, whose packages are not followed`),
          install: undefined,
        }
  },
}

const inPackages =
  'installs into __pypackages__, where only the manager and a PYTHONPATH find packages'

/** Made by a RUN, or copied: it is taken where it is there. https://pdm-project.org/en/latest/usage/pep582/ */
function hasPackagesFolder(folder: string, command: RunCommand, { facts }: WorkPlace): boolean {
  const path = `${folder}/__pypackages__`
  return (
    facts.filesIn(path).length > 0 ||
    commandsAbove(command, facts).some((other) =>
      effectsOf(other)?.some((effect) => effect.kind === 'creates' && isWithin(effect.path, path)),
    )
  )
}

function homeOf(
  { folder, isKnown }: PythonInstall,
  words: RunCommand['args'],
  command: RunCommand,
  place: WorkPlace,
): Home {
  if (!isKnown || folder === undefined)
    return elsewhere('has words that are only known when the image is built')
  const { flags } = readWords(words, '--venv')
  if (flags.has('--venv') || flags.has('-g') || flags.has('--global'))
    return elsewhere('installs into an environment that the manager keeps by its name')
  if (isSetOn(pdmSettings, 'python.use_venv', folder, command, place) === false)
    return elsewhere(inPackages)
  if (isOn(valueOf(command, 'PDM_IGNORE_ACTIVE_VENV')) !== true) {
    const active = activeEnvironment(command, place)
    if (active !== undefined) return active
  }
  if (hasPackagesFolder(folder, command, place)) return elsewhere(inPackages)
  const own = resolvePath(folder, '.venv')
  if (own !== undefined && place.made.includes(own)) return { kind: 'environment', folder: own }
  const isInProject = isSetOn(pdmSettings, 'venv.in_project', folder, command, place) !== false
  return isInProject && own !== undefined ? { kind: 'environment', folder: own } : { kind: 'own' }
}
