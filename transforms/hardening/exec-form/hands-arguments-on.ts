import {
  afterLauncher,
  baseName,
  resolvePath,
  type Facts,
  type Step,
} from '../../../src/transform.ts'

/**
 * Images whose own script starts its arguments, and looks at the first for nothing but whether it is a program:
 * https://github.com/nodejs/docker-node/blob/main/docker-entrypoint.sh,
 * https://github.com/docker-library/php/blob/master/docker-php-entrypoint. That of nginx and of databases is told by the program's name what to do.
 */
const plainFamilies = new Set(['node', 'php', 'bun'])

/** Whether an ENTRYPOINT does the same for a program as for a shell that starts it. `step` is the author's, where there is one. */
export function handsArgumentsOn(
  step: Step | undefined,
  { final, contextPath, project }: Facts,
): boolean {
  const words = final.config.Entrypoint ?? []
  const { Entrypoint: own = [] } = final.base.config
  const isOwn = (some: readonly string[]) => some.join('\n') === own.join('\n')
  if (!isOwn(words) && step?.instruction.form === 'shell') return false
  const [first, ...flags] = behindLaunchers(words, isOwn)
  if (first === undefined) return true
  if (isOwn([first, ...flags])) return plainFamilies.has(final.base.family)
  const path = resolvePath(final.end.workdir, first)
  const source = flags.length > 0 || path === undefined ? undefined : contextPath(path)
  const text = source === undefined ? undefined : project.read(source)
  return text !== undefined && startsItsArguments(text)
}

/** They look at the first word: busybox for a program of its own, these scripts for what they are made for. */
const choosers: ReadonlySet<string> = new Set([
  'busybox',
  'docker-entrypoint.sh',
  'docker-php-entrypoint',
])

/** What is left of words that only start the rest: [] for `tini --`, the script for `tini -- ./start.sh`. */
function behindLaunchers(
  words: readonly string[],
  isOwn: (some: readonly string[]) => boolean,
): readonly string[] {
  const [first = '', ...rest] = words
  // Any word would do: a flag that takes a value would take it.
  const program = 'program'
  const name = baseName(first)
  const started =
    isOwn(words) || choosers.has(name) ? undefined : afterLauncher(name, [...rest, program])
  if (started?.at(-1) !== program) return words
  const left = started.slice(0, -1).flatMap((word) => word ?? [])
  return left.length === 0 ? left : behindLaunchers(left, isOwn)
}

/** A script that ends in `exec "$@"` and looks at its arguments nowhere else. */
function startsItsArguments(text: string): boolean {
  const lines = text.split('\n').map((line) => line.trim())
  const said = lines.filter((line) => line !== '' && !line.startsWith('#'))
  const above = said.slice(0, -1).join('\n')
  const looks = ['$@', '${@', '$*', '$#', '${#', '$1', '${1', '$0', '${0', 'shift', 'set --']
  return said.at(-1) === 'exec "$@"' && looks.every((word) => !above.includes(word))
}
