import { baseName, readInstall, type Command, type Installs } from '../../../src/transform.ts'

/**
 * What a command of a RUN needs of the sources: nothing at all; nothing, but it changes the shell for the commands behind it; only the manifests, because it
 * installs or downloads what they list; or, as far as anyone can tell, everything.
 */
export type Needs = 'nothing' | 'nothing, changes the shell' | 'manifests' | 'sources'

/** What a command needs, when the sources are in `folder`. */
export function needsOf(command: Command, folder: string, { read }: Installs): Needs {
  const { args, redirects } = command
  const name = command.name === undefined ? undefined : baseName(command.name)
  // What a redirect writes may be one of the project's own files.
  if (name === undefined || redirects.some(({ target }) => target !== '/dev/null')) return 'sources'
  if (/^(cd|set|export|umask)$/.test(name)) return 'nothing, changes the shell'
  if (name === 'echo' || name === 'true' || name === 'date') return 'nothing'
  if (name === 'git' && args[0] === 'config') return 'nothing'
  if (readInstall([name, ...args]) !== undefined)
    return args.every(isPackageName) ? 'nothing' : 'sources'
  const call = read(command)
  return call === undefined || (call.needs === 'manifests' && call.folder !== folder)
    ? 'sources'
    : call.needs
}

/** A package by name, not a file of the project. */
const isPackageName = (arg: string | undefined) =>
  arg !== undefined && !/^\.{0,2}\/|\.(deb|rpm|apk)$/.test(arg)
