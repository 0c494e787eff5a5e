import {
  baseName,
  effectsOf,
  isWithin,
  resolvePath,
  type RunCommand,
} from '../../../src/transform.ts'
import type { PhpApp } from '../app.ts'
import { iniFolder } from './extensions.ts'
import { serverFolders, setupPrograms } from '../tables/server-places.ts'
import type { Part } from './part.ts'

/** Apache's and nginx' files and modules, php.ini, log folders, locales, cron: whatever changes the image that runs goes there. */
export function serverSetupPart(app: PhpApp): Part {
  const compiles = app.extensions.filter(({ kind }) => kind === 'compile')
  const lastCompile = Math.max(-1, ...compiles.map(({ command }) => command.step.index))
  return {
    placeCommand: (command) => {
      const program = baseName(command.name ?? '')
      if (setupPrograms.has(program)) return 'run'
      const paths = changedPaths(command)
      if (paths.length === 0 || !paths.every(isOfServer)) return undefined
      // What comes over with the ini files of extensions.
      const isEarly = command.step.index <= lastCompile
      return isEarly && paths.every((path) => isWithin(path, iniFolder)) ? 'build' : 'run'
    },
  }
}

const isOfServer = (path: string) =>
  serverFolders.some((folder) => isWithin(path, folder) || path.startsWith(`${folder}/`)) ||
  /^\/etc\/php\d/.test(path)

/** What a command changes, as far as it is known and all of it; the files of `sed -i -e` and globs included. */
function changedPaths(command: RunCommand): readonly string[] {
  const effects = effectsOf(command)
  if (effects !== undefined)
    return effects.flatMap((effect) => (effect.kind === 'users' ? ['/etc/passwd'] : [effect.path]))
  if (baseName(command.name ?? '') !== 'sed' || command.redirects.length > 0) return []
  const files = command.args.filter(
    (arg, i) => arg !== undefined && /^\/(etc|usr|var)\//.test(arg) && command.args[i - 1] !== '-e',
  )
  return files.flatMap((file) => (file === undefined ? [] : (resolvePath('/', file) ?? [])))
}
