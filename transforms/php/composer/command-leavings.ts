import { ownValue } from '../../../src/transform.ts'
import { file, type Left } from '../frameworks/framework.ts'

/** Commands of composer that change no project: https://getcomposer.org/doc/03-cli.md */
const idle = new Set(
  (
    'about audit browse check-platform-reqs clear-cache config diagnose depends fund help licenses list outdated prohibits search ' +
    'self-update show status suggests validate why why-not'
  ).split(' '),
)

export const isIdle = (name: string): boolean => idle.has(name)

/** Those that work on composer's own files and folders, or say what else they run. */
const own = new Set(
  'install update require remove reinstall dump-autoload run exec create-project init bump archive'.split(
    ' ',
  ),
)

/** Of plug-ins. https://symfony.com/doc/current/configuration.html#configuring-environment-variables-in-production */
const ofPlugins: Readonly<Record<string, readonly Left[]>> = {
  'dump-env': [file('.env.local.php')],
  'symfony:dump-env': [file('.env.local.php')],
  recipes: [],
  'symfony:recipes': [],
  normalize: [],
}

/** What a command of composer leaves beside the packages, relative to the project; undefined where that is not known. */
export function commandLeavings(name: string): readonly Left[] | undefined {
  return idle.has(name) || own.has(name) ? [] : ownValue(ofPlugins, name)
}
