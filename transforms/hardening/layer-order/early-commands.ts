import { baseName, ownValue, readInstall, type Command } from '../../../src/transform.ts'

/**
 * What a command of a RUN needs of the sources: nothing at all; nothing, but it changes the shell for the commands behind it; only the manifests, because it
 * installs or downloads what they list; or, as far as anyone can tell, everything.
 */
export type Needs = 'nothing' | 'nothing, changes the shell' | 'manifests' | 'sources'

/** Subcommands that read no file of the project. */
const independent: Readonly<Record<string, RegExp>> = {
  npm: /^(config|set|cache|--version|-v|version)$/,
  yarn: /^(config|global|cache|--version|-v)$/,
  pnpm: /^(config|--version|-v|setup)$/,
  corepack: /^(enable|prepare|disable|use|install)$/,
  go: /^(version|env)$/,
  node: /^(--version|-v)$/,
  git: /^config$/,
  composer: /^(clear-?cache|cc|--version|self-?update|diagnose)$/,
}
/** Programs of images that set up the image itself. */
const setup = /^(docker-php-ext-(install|configure|enable)|a2(en|dis)(mod|conf|site))$/
const installs: Readonly<Record<string, RegExp>> = {
  npm: /^(install|i|ci|clean-install|install-clean)$/,
  yarn: /^install$/,
  pnpm: /^(install|i)$/,
  bun: /^(install|i)$/,
  composer: /^(install|i)$/,
}
/** Flags that name another folder, or another set of manifests. */
const elsewhere =
  /^(-C|-d|--(prefix|cwd|dir|location|workspaces?|include-workspace-root|filter|recursive|lockfile-dir|working-dir|modules-folder)\b|-[rwF]$)/

/** What a command needs, when the sources are in `folder`. */
export function needsOf(command: Command, folder: string): Needs {
  const { args, redirects } = command
  const name = command.name === undefined ? undefined : baseName(command.name)
  // What a redirect writes may be one of the project's own files.
  if (name === undefined || redirects.some(({ target }) => target !== '/dev/null')) return 'sources'
  if (/^(cd|set|export|umask)$/.test(name)) return 'nothing, changes the shell'
  if (setup.test(name)) return 'nothing'
  if (name === 'echo' || name === 'true' || name === 'date') return 'nothing'
  if (readInstall([name, ...args]) !== undefined) return onlyNames(args)
  const words = args.filter((arg) => arg === undefined || !arg.startsWith('-'))
  const [subcommand = args[0]] = words
  if (isGlobalInstall(name, args)) return onlyNames(args)
  if (subcommand !== undefined && ownValue(independent, name)?.test(subcommand) === true)
    return 'nothing'
  if (command.cwd !== folder) return 'sources'
  if (name === 'go')
    return /^mod (download|verify)( all)?$/.test(words.join(' ')) ? 'manifests' : 'sources'
  return isProjectInstall(name, args, words) ? 'manifests' : 'sources'
}

/** Packages by name, not from a file or a folder of the project. */
function onlyNames(args: readonly (string | undefined)[]): Needs {
  return args.every((arg) => arg !== undefined && !/^\.{0,2}\/|\.(deb|rpm|apk|tgz|whl)$/.test(arg))
    ? 'nothing'
    : 'sources'
}

function isGlobalInstall(name: string, args: readonly (string | undefined)[]): boolean {
  return (
    (name === 'npm' || name === 'pnpm') &&
    args.some((arg) => arg === '-g' || arg === '--global') &&
    args.some((arg) => arg !== undefined && /^(install|i|add)$/.test(arg))
  )
}

function isProjectInstall(
  name: string,
  args: readonly (string | undefined)[],
  words: readonly (string | undefined)[],
): boolean {
  if (args.some((arg) => arg === undefined || elsewhere.test(arg))) return false
  if (name === 'yarn' && words.length === 0)
    return args.every((arg) => arg !== '--version' && arg !== '-v' && arg !== '--help')
  return words.length === 1 && ownValue(installs, name)?.test(words[0] ?? '') === true
}
