import { splice, type RunCommand } from '../../../src/transform.ts'
import { programOf } from './fetching.ts'
import type { Span } from './grant.ts'
import type { Occurrence } from './occurrences.ts'

/** Whether a command keeps in the clone's own settings where it came from. */
export const isClone = (command: RunCommand): boolean =>
  programOf(command) === 'git' && command.args[0] === 'clone'

/**
 *   git clone https://$TOKEN@github.com/acme/theme.git
 *     =>  git -c url."https://$(cat /run/secrets/token)@github.com/".insteadOf="https://github.com/" clone https://github.com/acme/theme.git
 *
 * A clone remembers its URL in `.git/config`, which a layer would have. What `-c` says before the verb is for this one call.
 * https://git-scm.com/docs/git-config#Documentation/git-config.txt-urlltbasegtinsteadOf
 *
 * @param own where the command names the secret
 * @param secret what stands for it; undefined where it stays a variable
 * @returns undefined where the URL is written in another way
 */
export function cloneSpans(
  { source }: RunCommand,
  own: readonly Occurrence[],
  text: string,
  secret: string | undefined,
): readonly Span[] | undefined {
  const words = source?.words ?? []
  const url = words.find(({ start, end }) =>
    own.every((each) => each.start >= start && each.end <= end),
  )
  const [program] = words
  if (url === undefined || program?.value !== 'git') return undefined
  const given = splice(
    text.slice(url.start, url.end),
    secret === undefined
      ? []
      : own.map(({ start, end }) => ({
          start: start - url.start,
          end: end - url.start,
          text: secret,
        })),
  )
  const isQuoted = given.startsWith('"') && given.endsWith('"')
  const whole = isQuoted ? given.slice(1, -1) : given
  const [, scheme = '', rest = ''] = /^(https?:\/\/)(.*)$/.exec(whole) ?? []
  const at = rest.lastIndexOf('@')
  const place = rest.slice(at + 1)
  if (at < 0 || scheme === '' || /["'`]/.test(whole) || place.includes(')')) return undefined
  const slash = place.indexOf('/')
  const host = slash < 0 ? place : place.slice(0, slash + 1)
  const setting = ` -c url."${scheme}${rest.slice(0, at)}@${host}".insteadOf="${scheme}${host}"`
  const open = isQuoted ? `"${scheme}${place}"` : scheme + place
  return [
    { start: program.end, end: program.end, text: setting },
    { start: url.start, end: url.end, text: open },
  ]
}
