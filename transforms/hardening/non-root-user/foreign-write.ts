import {
  isTransient,
  isWithin,
  resolvePath,
  writtenBy,
  type Process,
} from '../../../src/transform.ts'
import type { UserQuestion } from './user-question.ts'
import { isInHome } from './written-folders.ts'

/** 'docker-entrypoint.sh:4 (`su-exec queue queue`)' */
export function whereOf(process: Process): string {
  const from = process.via.at(-1)
  const command = `\`${process.argv.map((word) => word ?? '…').join(' ')}\``
  return from === undefined || from.path === 'Dockerfile' || from.line === undefined
    ? command
    : `${from.path}:${from.line} (${command})`
}

/** What a command that the container starts does to files that would not be its user's; undefined where nothing is seen. */
export function foreignWrite(
  process: Process,
  { facts, owned, user }: Pick<UserQuestion, 'facts' | 'owned' | 'user'>,
): string | undefined {
  const isFree = (path: string) =>
    isTransient(path) ||
    owned.some((folder) => isWithin(path, folder)) ||
    isInHome(path, facts, user)
  const redirected = process.redirects
    .filter(({ operator, target }) => operator.includes('>') && !/^(&?\d|-)$/.test(target ?? ''))
    .map(({ target }) => (target === undefined ? undefined : resolvePath(process.cwd, target)))
  const foreign = [...redirected, ...writesOf(atHome(process, user.home))].filter(
    (path) => path === undefined || !isFree(path),
  )
  return foreign.length === 0 ? undefined : `writes to ${foreign[0] ?? 'a path that is not known'}`
}

/** What `find` runs is told by its own words. */
function writesOf(process: Process): readonly (string | undefined)[] {
  return process.args.includes('{}') && process.name !== 'find'
    ? []
    : (writtenBy(process)?.map(({ path }) => path) ?? [undefined])
}

/** `mkdir -p ~/.cache`: the words that begin with the home folder, which the user has. */
function atHome(process: Process, home: string | undefined): Process {
  const { args, argv, source } = process
  if (home === undefined || source?.words.length !== argv.length) return process
  const before = argv.length - args.length
  return {
    ...process,
    args: args.map((word, i) => {
      const raw = source.words[before + i]?.raw ?? ''
      const [start] = /^"?(~|\$HOME|\$\{HOME\})(?=\/|"?$)/.exec(raw) ?? []
      const rest = start === undefined ? '$' : raw.slice(start.length).replace(/"$/, '')
      return word ?? (/[$`"*]/.test(rest) ? undefined : `${home}${rest}`)
    }),
  }
}
