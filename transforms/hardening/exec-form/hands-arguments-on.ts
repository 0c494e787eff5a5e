import { baseName, resolvePath, type Facts, type Step } from '../../../src/transform.ts'

/** Start what follows their flags, whatever it is: https://github.com/krallin/tini, https://github.com/Yelp/dumb-init */
const inits = new Set(['tini', 'dumb-init', 'docker-init', 'catatonit'])

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
  const [first = '', ...flags] = words
  if (first === '') return true
  const { Entrypoint: own = [] } = final.base.config
  if (own.join('\n') === words.join('\n')) return plainFamilies.has(final.base.family)
  if (step?.instruction.form === 'shell') return false
  if (inits.has(baseName(first)))
    return flags.every((flag) => flag.startsWith('-') && !takesValue.has(flag))
  const path = resolvePath(final.end.workdir, first)
  const source = flags.length > 0 || path === undefined ? undefined : contextPath(path)
  const text = source === undefined ? undefined : project.read(source)
  return text !== undefined && startsItsArguments(text)
}

/** Their values would be taken for the program. */
const takesValue = new Set(['-p', '-e', '-r', '--rewrite'])

/** A script that ends in `exec "$@"` and looks at its arguments nowhere else. */
function startsItsArguments(text: string): boolean {
  const lines = text.split('\n').map((line) => line.trim())
  const said = lines.filter((line) => line !== '' && !line.startsWith('#'))
  const above = said.slice(0, -1).join('\n')
  const looks = ['$@', '${@', '$*', '$#', '${#', '$1', '${1', '$0', '${0', 'shift', 'set --']
  return said.at(-1) === 'exec "$@"' && looks.every((word) => !above.includes(word))
}
