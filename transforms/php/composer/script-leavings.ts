import {
  composerCommandOf,
  effectsOf,
  isWithin,
  readPhp,
  unknownPath,
  type Command,
} from '../../../src/transform.ts'
import { consoleCommandOf, consoleLeavings, type Left } from '../frameworks/index.ts'
import { file, folder } from '../frameworks/framework.ts'
import { isPhp } from '../app/start.ts'
import { commandLeavings } from './command-leavings.ts'
import type { ComposerProject } from './project.ts'
import type { ScriptLine } from './script-lines.ts'

/** Callbacks that leave nothing outside of the vendor folder: what they clear, set or remove is said by their packages' documentation. */
const idleCallbacks =
  /^\\?(Illuminate\\Foundation\\ComposerScripts::\w+|Composer\\Config::disableProcessTimeout|Google\\Task\\Composer::cleanup|Google\\(Cloud|Client)\\.*::cleanup|Aws\\Script\\Composer\\Composer::removeUnusedServices|PackageVersions\\Installer::\w+|Composer\\TestUtils::\w+)$/i

/** Programs that look, or that set up what only developers use. */
const idlePrograms =
  /^(phpunit|paratest|pest|phpcs|phpcbf|phpstan|psalm|phan|php-cs-fixer|pint|ecs|rector|grumphp|captainhook|cghooks|infection|deptrac|phpmd|php-coveralls|parallel-lint|security-checker|git|echo|true|test|which|whoami)$/

/** What a line of composer's scripts leaves in the project's folder; undefined where that is not known. */
export function scriptLeavings(
  { text, commands }: ScriptLine,
  project: ComposerProject,
): readonly Left[] | undefined {
  if (commands === undefined) return idleCallbacks.test(text) ? [] : undefined
  const all = commands.map((command) => leavingsOf(command, project))
  return all.some((left) => left === undefined) ? undefined : all.flatMap((left) => left ?? [])
}

function leavingsOf(command: Command, project: ComposerProject): readonly Left[] | undefined {
  const { name, args } = command
  if (name === undefined) return undefined
  const console = consoleCommandOf(command, project.framework, project.folder)
  if (console !== undefined && project.framework !== undefined)
    return consoleLeavings(console, project.framework, project)
  const program = name.replace(/^.*\//, '')
  if (idlePrograms.test(program)) return []
  const composer = composerCommandOf(command)?.name
  if (composer !== undefined) return commandLeavings(composer)
  if (isPhp(name)) return inlineLeavings(args)
  return systemLeavings(command, project.folder)
}

/** `php -r "file_exists('.env') || copy('.env.example', '.env');"`, as Laravel's own skeleton has it. */
function inlineLeavings(args: readonly (string | undefined)[]): readonly Left[] | undefined {
  const at = args.indexOf('-r')
  const code = at < 0 ? undefined : args[at + 1]
  if (code === undefined) return undefined
  const { paths, programs, imports, gaps, functions } = readPhp('-r', `<?php ${code}`, unknownPath)
  const isPlain = [...functions.keys()].every((name) => plainFunctions.has(name))
  if (!isPlain || [...programs, ...imports, ...gaps].length > 0) return undefined
  const left = paths.flatMap(({ use, value }) =>
    use === 'writes-file' || use === 'writes-folder' ? [{ use, value }] : [],
  )
  return left.every(({ value }) => value.base === 'cwd' && !value.isPrefix)
    ? left.map(({ use, value }) => (use === 'writes-file' ? file : folder)(value.path))
    : undefined
}

/** Functions that leave nothing but the files that they name. */
const plainFunctions = new Set([
  'file_exists',
  'is_file',
  'is_dir',
  'copy',
  'touch',
  'mkdir',
  'file_put_contents',
  'file_get_contents',
])

function systemLeavings(command: Command, folder: string): readonly Left[] | undefined {
  const effects = effectsOf(command)
  if (effects === undefined) return undefined
  const left: Left[] = []
  for (const effect of effects) {
    if (effect.kind === 'deletes') continue
    if (effect.kind !== 'creates' || effect.path === folder || !isWithin(effect.path, folder))
      return undefined
    left.push({ path: effect.path.slice(folder.length + 1), isFolder: effect.isFolder })
  }
  return left
}
