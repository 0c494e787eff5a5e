import { folderOf, ownValue, resolvePath, type Command } from '../../../src/transform.ts'
import { isPhp } from '../app/start.ts'
import type { Framework, FrameworkView, Left } from './framework.ts'
import { frameworkRows } from './rows.ts'
import { symfony, symfonyLeavings } from './symfony.ts'

export type { Framework, FrameworkView, Left } from './framework.ts'

/** The framework of the application in a folder of the image; undefined where none is known. */
export function frameworkOf({ view, folder, manifest }: FrameworkView): Framework | undefined {
  const isThere = (path: string) => {
    const source = view.contextPath(resolvePath(folder, path) ?? '')
    return source !== undefined && (view.project.isFile(source) || view.project.isFolder(source))
  }
  return (
    frameworkRows.find(({ packages }) => packages.some((name) => manifest?.require.has(name))) ??
    frameworkRows.find(({ files }) => files.some((line) => line.every(isThere)))
  )
}

/** A command of a framework's console: `php artisan config:cache`. */
export interface ConsoleCommand {
  readonly name: string
  readonly args: readonly string[]
}

/** Reads `php artisan x`, `./artisan x`, `php -d memory_limit=-1 bin/console x` in an application's folder; undefined for others. */
export function consoleCommandOf(
  command: Command,
  framework: Framework | undefined,
  folder: string,
): ConsoleCommand | undefined {
  const program = framework?.console
  const [script, ...rest] = programWords(command)
  if (
    program === undefined ||
    script === undefined ||
    resolvePath(command.cwd, script) !== resolvePath(folder, program)
  )
    return undefined
  if (rest.some((word) => word === undefined)) return undefined
  const known = rest.flatMap((word) => word ?? [])
  const at = nameAt(known)
  const name = at < 0 ? 'list' : (known[at] ?? 'list')
  return { name, args: at < 0 ? known : known.filter((_, i) => i !== at) }
}

/** Where the name of a console command stands among the words behind the console. */
export const nameAt = (words: readonly (string | undefined)[]): number =>
  words.findIndex(
    (word, i) => word?.startsWith('-') !== true && !/^(-e|--env)$/.test(words[i - 1] ?? ''),
  )

/** A program of PHP and its words, without `php` and PHP's own options. */
export const programWords = ({ name, args }: Command): readonly (string | undefined)[] =>
  isPhp(name) ? behindOptions(args) : [name, ...args]

/** The words behind PHP's own options: `-d memory_limit=-1`. */
function behindOptions(args: readonly (string | undefined)[]): readonly (string | undefined)[] {
  let at = 0
  while (args[at]?.startsWith('-') === true) at += /^-[dcz]$/.test(args[at] ?? '') ? 2 : 1
  return args.slice(at)
}

/** What a console command leaves in the application's folder; undefined where that is not known. */
export function consoleLeavings(
  { name, args }: ConsoleCommand,
  framework: Framework,
  app: FrameworkView,
): readonly Left[] | undefined {
  const known = ownValue(framework.commands, name)
  if (known !== undefined) return known
  if (framework.idle?.test(name) === true) return []
  if (framework === symfony) return symfonyLeavings(name, args, app)
  const published = name === 'vendor:publish' ? publishedAssets(args) : undefined
  return published
}

const assetTags = new Set([
  'laravel-assets',
  'livewire:assets',
  'horizon-assets',
  'telescope-assets',
  'pulse-assets',
  'log-viewer-assets',
])

/** Laravel's packages publish what their tag says: https://laravel.com/docs/packages#public-assets */
function publishedAssets(args: readonly string[]): readonly Left[] | undefined {
  const tags = args.flatMap(
    (arg, i) => /^--tag=(.+)/.exec(arg)?.[1] ?? (args[i - 1] === '--tag' ? arg : []),
  )
  return tags.length > 0 && tags.every((tag) => assetTags.has(tag))
    ? [{ path: 'public', isFolder: true }]
    : undefined
}

/** Folders of the image that the framework writes to, where the application has them or their parent. */
export function frameworkWrites(
  framework: Framework,
  { view, folder }: FrameworkView,
): readonly string[] {
  const hasFolder = (path: string) => {
    const source = view.contextPath(path)
    return source !== undefined && view.project.isFolder(source)
  }
  const all = framework.writes.map((path) => resolvePath(folder, path) ?? path)
  // Of several layouts, those that are there.
  const there = all.filter((path) => hasFolder(path) || hasFolder(folderOf(path)))
  return there.length > 0 ? there : all.slice(0, 1)
}
