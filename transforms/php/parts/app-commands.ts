import {
  baseName,
  effectsOf,
  isWithin,
  makesParents,
  resolvePath,
  type Placement,
  type RunCommand,
  composerCommandOf,
} from '../../../src/transform.ts'
import { consoleCommandOf } from '../frameworks/index.ts'
import { isPhp } from '../app/start.ts'
import { consoleMade, type AppFiles } from '../app/app-files.ts'
import { devPackageOf } from '../composer/dev-commands.ts'
import { devNamesOf } from '../composer/dev-names.ts'
import { installsComposer } from '../composer/obtaining.ts'

/**
 * The stage of a command that works on the application. What composer makes comes from the builder. Whatever needs PHP, the sources and
 * vendor alone is done again where these are, in the runtime stage, just as the author has it; in the builder too where a later step of
 * the build may read what it leaves.
 */
export function placeAppCommand(
  command: RunCommand,
  files: AppFiles,
  lastBuild: number,
): Placement | undefined {
  if (composerCommandOf(command) !== undefined) return 'build'
  if (installsComposer(command, files.app.stage.commands)) return 'build'
  if (files.assets?.commands.has(command) === true) return 'build'
  if (looksOnly(command)) return 'build'
  const again = command.step.index < lastBuild ? 'both' : 'run'
  const kind = appWorkOf(command, files)
  if (kind === undefined) return undefined
  if (kind === 'tool' || kind === 'made') return 'build'
  return kind.isWhole ? 'build' : again
}

/** What a command does to the application; undefined where it does nothing to it, or nobody can tell. */
export type AppWork =
  /** A test, an analysis, a generator of the dev packages. */
  | 'tool'
  /** Changes only what comes from the builder anyway. */
  | 'made'
  /** Runs a program of the application, or arranges its files; `isWhole` where its folder comes from the builder. */
  | { readonly isWhole: boolean }

export function appWorkOf(command: RunCommand, files: AppFiles): AppWork | undefined {
  const project = files.projects.find(({ folder }) => isWithin(command.cwd ?? '', folder))
  if (project?.manifest !== undefined) {
    const names = devNamesOf(project)
    if (devPackageOf(command, project, names) !== undefined) return 'tool'
  }
  if (consoleMade(command, files) !== undefined) return 'made'
  const script = scriptOf(command, files)
  if (script !== undefined) return { isWhole: isWhole(script, files) }
  return arrangement(command, files)
}

/** The file of the application that a command runs: `php artisan x`, `vendor/bin/drush x`, `php init.php`. */
function scriptOf(command: RunCommand, files: AppFiles): string | undefined {
  const { app, framework, view } = files
  if (app.folder !== undefined && consoleCommandOf(command, framework, app.folder) !== undefined)
    return resolvePath(app.folder, framework?.console ?? '')
  const { name, args, cwd } = command
  if (name === undefined) return undefined
  const word = isPhp(name)
    ? args.find((arg, i) => arg?.startsWith('-') !== true && !/^-[dcrz]$/.test(args[i - 1] ?? ''))
    : name
  const path = word === undefined ? undefined : resolvePath(cwd, word)
  if (path === undefined || (!isPhp(name) && !word?.includes('/'))) return undefined
  const isVendor =
    files.made.some((item) => isWithin(path, item.path)) && /\/bin\/[^/]+$/.test(path)
  const isSource = isPhp(name) && view.contextPath(path) !== undefined
  return isVendor || isSource || wholeOf(path, files) ? path : undefined
}

const wholeOf = (path: string, { whole }: AppFiles) =>
  whole.some((item) => item.path !== path && isWithin(path, item.path))

const isWhole = (path: string, files: AppFiles) =>
  files.whole.some((item) => isWithin(path, item.path))

/** `mkdir -p storage/logs`, `cp .env.example .env`, `chmod -R 775 storage`: all inside of folders whose sources are copied. */
function arrangement(command: RunCommand, files: AppFiles): AppWork | undefined {
  // Owners and modes are set in the image that runs: ownership.ts.
  const effects = (effectsOf(command) ?? []).filter(
    (effect) => effect.kind !== 'changes' || effect.what === 'content',
  )
  const paths = effects.flatMap((effect) => (effect.kind === 'users' ? [] : [effect.path]))
  if (paths.length === 0 || paths.length < effects.length) return undefined
  if (paths.some((path) => wholeOf(path, files))) return undefined
  const { copies } = files.app.stage
  const isSource = (path: string) =>
    copies.some(
      (copy) =>
        copy.from === undefined &&
        copy.step.index < command.step.index &&
        copy.paths.some(
          ({ target, isFolder }) => isFolder && target !== '/' && isWithin(path, target),
        ),
    )
  if (!paths.every(isSource) || !readsSources(command, isSource)) return undefined
  if (makesParents(command)) return { isWhole: false }
  return paths.every((path) => files.made.some((item) => isWithin(path, item.path)))
    ? 'made'
    : { isWhole: false }
}

/** What `cp`, `mv` and `ln` read has to be there in the runtime stage, too. */
function readsSources(
  { name, args, cwd }: RunCommand,
  isSource: (path: string) => boolean,
): boolean {
  if (!/^(cp|mv|install)$/.test(baseName(name ?? ''))) return true
  const words = args.filter((arg) => arg?.startsWith('-') !== true).slice(0, -1)
  return words.every((word) => {
    const path = word === undefined ? undefined : resolvePath(cwd, word)
    return path !== undefined && (isSource(path) || isWithin(path, '/usr/local/etc/php'))
  })
}

/** `php -m`, `php --version`: for the reader of the build's log. */
function looksOnly({ name, args }: RunCommand): boolean {
  return (
    isPhp(name) &&
    args.length > 0 &&
    args.every((arg) => arg !== undefined && /^(-[vmi]|--(version|modules|info|ini))$/.test(arg))
  )
}
