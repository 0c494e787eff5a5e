import type { Dockerfile, Instruction } from '../../../../src/transform.ts'
import type { CacheMount } from './cache-use.ts'

/** A line of Docker's guide has one mount and the command; longer ones are broken. https://docs.docker.com/build/cache/optimize/#use-cache-mounts */
const longest = 100

/**
 * The text of a RUN with mounts behind its flags, broken into lines as the author's; `text` is the instruction's own, changed at most behind
 * its flags.
 */
export function withMounts(
  { flags, keyword, heredocs, body }: Instruction,
  text: string,
  mounts: readonly CacheMount[],
  { escape, lineEnd }: Pick<Dockerfile, 'escape' | 'lineEnd'>,
): string {
  const before = text.slice(0, body.offsets[0] ?? 0)
  const isPlain = text.slice(0, keyword.length).toUpperCase() === keyword
  // A keyword may be broken into lines, too.
  const at = flags.at(-1)?.end ?? (isPlain ? keyword.length : before.trimEnd().length)
  const rest = text.slice(at)
  const indent = /\n([ \t]+)\S/.exec(rest)?.[1] ?? '    '
  const joint = ` ${escape}${lineEnd}${indent}`
  const head = `${text.slice(0, at)} ${mounts.map(flagOf).join(joint)}`
  const isBroken = /^[ \t]*[\\`][ \t]*\r?\n/.test(rest)
  if (isBroken || heredocs.length > 0) return head + rest
  const script = rest.trimStart()
  const isShort = mounts.length === 1 && flags.length === 0 && !script.trimEnd().includes('\n')
  return isShort && head.length + script.trimEnd().length < longest
    ? `${head} ${script}`
    : head + joint + script
}

/** https://docs.docker.com/reference/dockerfile/#run---mounttypecache */
function flagOf({ target, isLocked, owner }: CacheMount): string {
  const locked = isLocked ? ',sharing=locked' : ''
  const ids = owner === undefined ? '' : `,uid=${owner.uid},gid=${owner.gid}`
  return `--mount=type=cache,target=${target}${locked}${ids}`
}
