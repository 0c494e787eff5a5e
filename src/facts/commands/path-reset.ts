import { isPosixShell } from '../../dockerfile/shell/shells.ts'
import { baseName } from '../image-path.ts'
import { programIndex } from './program-index.ts'

type Words = readonly (string | undefined)[]

/**
 * What of a command starts programs with a PATH of their own, as it is written: 'bash -lc', 'su -', 'sudo', 'cron'; undefined where nothing does.
 * Login shells read /etc/profile, sudo has secure_path: https://wiki.debian.org/EnvironmentVariables
 */
export const pathReset = (argv: Words): string | undefined =>
  resetBy(argv) ?? resetBy(argv.slice(programIndex(argv)))

function resetBy([name = '', ...args]: Words): string | undefined {
  const program = baseName(name)
  const end = args.findIndex((word) => word?.startsWith('-') !== true)
  const flags = end < 0 ? args : args.slice(0, end)
  const withFlag = (words: Words, isIt: (word: string) => boolean) => {
    const flag = words.find((word) => word !== undefined && isIt(word))
    return flag === undefined ? undefined : `${program} ${flag}`
  }
  switch (program) {
    case 'su':
    case 'runuser':
      return withFlag(args, isFlag('l', '-', '--login'))
    // https://www.sudo.ws/docs/man/sudoers.man/#secure_path
    case 'sudo':
    case 'cron':
    case 'crond':
    case 'anacron':
      return program
    case 'env':
      return withFlag(flags, isFlag('i', '-', '--ignore-environment'))
    default:
      return isPosixShell(program) ? withFlag(flags, isFlag('l', '--login')) : undefined
  }
}

/** The flag by its letter (`-l`, `-lc`), or as one of the words. */
const isFlag =
  (letter: string, ...words: readonly string[]) =>
  (word: string): boolean =>
    words.includes(word) ||
    (word.startsWith('-') && !word.startsWith('--') && word.includes(letter))
