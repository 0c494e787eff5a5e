import type { RunCommand } from '../../commands/command.ts'
import { effectsOf } from '../../effects/effects.ts'
import { isWithin, resolvePath } from '../../image-path.ts'
import { filesCopiedInto } from '../../stages/copy.ts'
import { pythonInstallOf, type PythonInstall } from '../install-command.ts'
import { readWords } from '../words.ts'
import { activeEnvironment } from './chosen-environment.ts'
import { elsewhere, tends, type Home, type WorkPlace, type WorkRow } from './package-work.ts'
import { isSetOn, pdmSettings } from './settings.ts'
import { isOn, valueOf } from './values.ts'
import { verbOf, wordsOf } from '../manager-words.ts'

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
    if (install !== undefined) return { home: homeOf(install, words, command, place), install }
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
function hasPackagesFolder(folder: string, { final, project, above }: WorkPlace): boolean {
  const path = `${folder}/__pypackages__`
  return (
    filesCopiedInto(final.copies, path, project).length > 0 ||
    above.some((other) =>
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
  if (hasPackagesFolder(folder, place)) return elsewhere(inPackages)
  const own = resolvePath(folder, '.venv')
  if (own !== undefined && place.made.includes(own)) return { kind: 'environment', folder: own }
  const isInProject = isSetOn(pdmSettings, 'venv.in_project', folder, command, place) !== false
  return isInProject && own !== undefined ? { kind: 'environment', folder: own } : { kind: 'own' }
}
