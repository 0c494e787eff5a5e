/** A program that reads commands, from a file, from `-c` or from people. */
export interface Shell {
  readonly name: string
  /** Its scripts are read as POSIX ones: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html */
  readonly isPosix: boolean
  /** Every image that has a shell at all has it. */
  readonly isEverywhere: boolean
}

/** https://www.debian.org/doc/debian-policy/ch-opersys.html#files-10: sh is in the base; the others come as packages. */
const shells: readonly Shell[] = [
  { name: 'sh', isPosix: true, isEverywhere: true },
  ...['bash', 'dash', 'ash', 'ksh', 'mksh'].map((name) => ({
    name,
    isPosix: true,
    isEverywhere: false,
  })),
  ...['zsh', 'fish', 'csh', 'tcsh', 'pwsh'].map((name) => ({
    name,
    isPosix: false,
    isEverywhere: false,
  })),
]

/** The shell that a word names: 'bash', '/bin/bash', '/usr/local/bin/bash'; undefined for another program. */
export function shellOf(word: string | undefined): Shell | undefined {
  const at = word === undefined ? -1 : word.lastIndexOf('/')
  const folder = word?.slice(0, at + 1) ?? ''
  if (folder !== '' && !folder.endsWith('/bin/') && !folder.endsWith('/sbin/')) return undefined
  return shells.find(({ name }) => name === word?.slice(at + 1))
}

/** Whether a word names a shell whose scripts can be read. */
export const isPosixShell = (word: string | undefined): boolean => shellOf(word)?.isPosix === true

/** The text that `sh -c text`, `bash -euo pipefail -c text` is given; undefined where there is no `-c`, or where its text is not known. */
export function shellText(args: readonly (string | undefined)[]): string | undefined {
  const at = args.findIndex((arg) => arg !== undefined && /^-[a-z]*c$/.test(arg))
  return at < 0 ? undefined : args[at + 1]
}

/** Where the file stands that a shell is given: behind its flags and their values, `bash -o pipefail run.sh`. -1 for none. */
export function shellFileIndex(args: readonly (string | undefined)[]): number {
  return args.findIndex(
    (arg, i) =>
      arg !== undefined && !/^[-+]/.test(arg) && !/^[-+][a-z]*[oO]$/.test(args[i - 1] ?? ''),
  )
}

/** The words of a #! line, `env` looked through: ['node'] for `#!/usr/bin/env -S node`. */
export function interpreterOf(text: string): readonly string[] | undefined {
  if (!text.startsWith('#!')) return undefined
  const words = (text.slice(2).split('\n', 1)[0] ?? '').split(/\s+/).filter((word) => word !== '')
  const own = words[0]?.endsWith('/env') === true ? words.slice(words[1] === '-S' ? 2 : 1) : words
  return own.length === 0 ? undefined : own
}
