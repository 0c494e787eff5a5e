import { normalize, resolve } from 'node:path'
import { findInFolder } from './find-dockerfiles.ts'
import type { ListGitFiles } from './search-folder.ts'

// Shells without globstar read an unquoted ** in the middle of a path as *: `s/**/Dockerfile` gives s/a/Dockerfile and s/b/Dockerfile, and not
// s/c/d/Dockerfile. The arguments then differ in that one folder, and in their names where these were a pattern, too.

/** What a shell may have made of a pattern. */
interface Expanded {
  /** '' for the working directory. */
  readonly folder: string
  /** What follows the `**`: the folders, and the beginning and the end of the names. */
  readonly below: readonly string[]
  readonly head: string
  /** Undefined where all names are one, which is the head. */
  readonly tail: string | undefined
}

/** A hint (a sentence) where all that a `*` gives was given, and there are deeper files of that name; else none. */
export async function missedByShell(
  args: readonly string[],
  cwd: string,
  listGitFiles: ListGitFiles,
): Promise<readonly string[]> {
  const given = args.map((arg) => normalize(arg).split('/'))
  const expanded = /[*?[{]/.test(args.join('')) ? undefined : readExpanded(given)
  if (expanded === undefined) return []
  const { folder, below, head, tail } = expanded
  const taken = new Set(args.map((path) => resolve(cwd, path)))
  const { paths } = await findInFolder(folder || '.', cwd, listGitFiles)
  const alike = paths.filter((path) => {
    const parts = path.split('/')
    const name = parts.at(-1) ?? ''
    const above = parts.slice(0, -1).slice(-below.length || parts.length)
    return (
      (tail === undefined
        ? name === head
        : name.length >= head.length + tail.length &&
          name.startsWith(head) &&
          name.endsWith(tail)) &&
      (below.length === 0 || above.join('/') === below.join('/'))
    )
  })
  const depth = given[0]?.length ?? 0
  const missed = alike.filter((path) => !taken.has(resolve(cwd, path)))
  const deeper = missed.filter((path) => path.split('/').length > depth)
  const [example] = deeper
  // Who names some of the files of one level means those.
  const isChosen = missed.some((path) => path.split('/').length === depth)
  if (example === undefined || isChosen) return []
  const name = tail === undefined ? head : `${head}*${tail}`
  const pattern = [folder, '**', ...below, name].filter((part) => part !== '').join('/')
  const count = deeper.length === 1 ? 'a deeper one was' : `${deeper.length} deeper ones were`
  return [
    `${count} not given (${example}); shells expand an unquoted ** to one level only: quote it, '${pattern}'`,
  ]
}

function readExpanded(given: readonly (readonly string[])[]): Expanded | undefined {
  const [first, second] = given
  if (first === undefined || second === undefined) return undefined
  if (given.some((parts) => parts.length !== first.length)) return undefined
  const last = first.length - 1
  const varies = first.flatMap((part, i) => (given.every((parts) => parts[i] === part) ? [] : [i]))
  const [star, ...others] = varies
  if (star === undefined || star === last || others.some((i) => i !== last)) return undefined
  const names = given.map((parts) => parts[last] ?? '')
  const [name = ''] = names
  const isOne = names.every((other) => other === name)
  const head = isOne ? name : shared(names, (a, i) => a.slice(0, i))
  const tail = isOne ? undefined : shared(names, (a, i) => a.slice(a.length - i))
  // Names that have nothing of a Dockerfile's in common were not a pattern.
  if (!isOne && !/(docker|container)file/i.test(`${head}${tail ?? ''}`)) return undefined
  return { folder: first.slice(0, star).join('/'), below: first.slice(star + 1, last), head, tail }
}

/** The longest beginning, or end, that all of them have. */
function shared(names: readonly string[], part: (name: string, length: number) => string): string {
  const [first = ''] = names
  let length = first.length
  while (!names.every((name) => part(name, length) === part(first, length))) length--
  return part(first, length)
}
