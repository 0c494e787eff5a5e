/** What a Go expression says of a path: all of it, or the folder that it starts with. */
export type PathExpression =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'below'; readonly folder: string }
  | { readonly kind: 'unknown' }

const unknown: PathExpression = { kind: 'unknown' }

/** Reads the first argument of a call: a literal, a constant, `filepath.Join(...)`, `"uploads/" + name`, `fmt.Sprintf("data/%s", name)`. */
export function readPath(args: string, constants: ReadonlyMap<string, string>): PathExpression {
  const first = firstArgument(args)
  const literal = /^(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`)$/.exec(first)
  if (literal !== null) return { kind: 'path', path: literal[1] ?? literal[2] ?? '' }
  if (/^\w+$/.test(first))
    return constants.has(first) ? { kind: 'path', path: constants.get(first) ?? '' } : unknown
  const joined = /^(?:filepath|path)\.(?:Join|Clean)\(([^]*)\)$/.exec(first)
  if (joined !== null) {
    const parts = splitArguments(joined[1] ?? '')
    // What leads up again may end anywhere.
    if (parts.slice(1).some((part) => part.includes('..'))) return unknown
    return startOf(readPath(joined[1] ?? '', constants), parts.length > 1)
  }
  const formatted =
    /^fmt\.Sprintf\(\s*"([^"%]*)\/[^"]*"/.exec(first) ?? /^"([^"]*)\/[^"/]*"\s*\+/.exec(first)
  if (formatted !== null) return { kind: 'below', folder: formatted[1] || '/' }
  const added = /^(\w+)\s*\+\s*"\//.exec(first)
  return added === null ? unknown : startOf(readPath(added[1] ?? '', constants), true)
}

function startOf(expression: PathExpression, hasMore: boolean): PathExpression {
  return expression.kind === 'path' && hasMore
    ? { kind: 'below', folder: expression.path }
    : expression
}

const firstArgument = (args: string) => splitArguments(args)[0] ?? ''

/** Arguments at the top level of parentheses; a comma in a string ends none. */
export function splitArguments(text: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"|`[^`]*`|[()[\]{}]|,/g)) {
    const [sign] = match
    if (sign === ',' && depth === 0) {
      parts.push(text.slice(from, match.index).trim())
      from = match.index + 1
    } else if (/^[([{]$/.test(sign)) depth++
    else if (/^[)\]}]$/.test(sign)) depth--
  }
  const last = text.slice(from).trim()
  return last === '' ? parts : [...parts, last]
}
