import { isPosixShell } from '../../../dockerfile/shell/shells.ts'
import type { Facts } from '../../../facts/facts.ts'
import { baseName } from '../../../facts/image-path.ts'
import { startsOf } from './starts.ts'

type Words = readonly (string | undefined)[]

/** The words of a command of the container that start others with a PATH of their own: `bash -lc`, `su - app`, `sudo`, cron. */
export function resetsPath(facts: Facts): string | undefined {
  const { start, overrides, final } = facts
  const commands: readonly Words[] = [
    start?.argv ?? [],
    final.config.Healthcheck?.Test.slice(1) ?? [],
    ...overrides.map(({ argv }) => argv),
    ...startsOf(facts)
      .flat()
      .map(({ argv }) => argv),
  ]
  return commands
    .find(resets)
    ?.map((word) => word ?? '…')
    .join(' ')
}

function resets([name = '', ...args]: Words): boolean {
  const program = baseName(name)
  const end = args.findIndex((word) => word?.startsWith('-') !== true)
  const flags = end < 0 ? args : args.slice(0, end)
  switch (program) {
    case 'su':
    case 'runuser':
      return args.some((word) => /^(-|-l|--login)$/.test(word ?? ''))
    // https://www.sudo.ws/docs/man/sudoers.man/#secure_path
    case 'sudo':
    case 'cron':
    case 'crond':
      return true
    case 'env':
      return args.some((word) => /^(-|-i|--ignore-environment)$/.test(word ?? ''))
    default:
      return (
        isPosixShell(program) && flags.some((word) => /^(--login|-[a-z]*l[a-z]*)$/.test(word ?? ''))
      )
  }
}
