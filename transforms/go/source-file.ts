/** A string literal of a Go file, and the call it stands in. */
export interface GoLiteral {
  readonly value: string
  readonly line: number
  /** What stands before the parenthesis that the literal is in: 'http.Dir', 'os.Open'; '' outside of calls. */
  readonly call: string
}

/** A call of a package's function: `exec.Command(...)`. */
export interface GoCall {
  readonly name: string
  readonly line: number
  /** The literals among its arguments, in order. */
  readonly literals: readonly string[]
  /** Its arguments as written. */
  readonly text: string
}

/** What can be told of a Go file without compiling it. */
export interface GoFile {
  readonly package: string
  readonly imports: readonly { readonly path: string; readonly line: number }[]
  readonly literals: readonly GoLiteral[]
  readonly calls: readonly GoCall[]
  /** Names that stand for one string: `const uploads = "uploads"`. */
  readonly constants: ReadonlyMap<string, string>
}

interface Open {
  readonly name: string
  readonly line: number
  readonly literals: string[]
  readonly start: number
}

const token =
  /\/\/[^\n]*|\/\*[^]*?\*\/|`([^`]*)`|"((?:[^"\\\n]|\\.)*)"|'(?:[^'\\\n]|\\.)*'|([A-Za-z_][\w.]*)|([()])|\n|[^\s\w"'`()/]+|./g

/** Reads a Go file; undefined where it has no package clause: empty, or no Go. Literals of imports are not in `literals`. */
export function readGoFile(text: string): GoFile | undefined {
  const clause = /^[ \t]*package\s+(\w+)/m.exec(withoutComments(text))
  if (clause === null) return undefined
  const imports = importsOf(text)
  const importLines = new Set(imports.map(({ line }) => line))
  const literals: GoLiteral[] = []
  const calls: GoCall[] = []
  const open: Open[] = []
  let line = 1
  let word = ''
  for (const match of text.matchAll(token)) {
    const [whole, raw, quoted, name, parenthesis] = match
    const literal = raw ?? (quoted === undefined ? undefined : unquote(quoted))
    const inside = open.at(-1)
    if (parenthesis === '(') {
      open.push({ name: word, line, literals: [], start: match.index + 1 })
    } else if (parenthesis === ')') {
      const done = open.pop()
      if (done !== undefined && done.name.includes('.'))
        calls.push({
          name: done.name,
          line: done.line,
          literals: done.literals,
          text: text.slice(done.start, match.index).trim(),
        })
    } else if (literal !== undefined) {
      if (!importLines.has(line)) literals.push({ value: literal, line, call: inside?.name ?? '' })
      inside?.literals.push(literal)
    }
    const isBlank = whole.trim() === '' || whole.startsWith('//') || whole.startsWith('/*')
    word = name ?? (isBlank ? word : '')
    line += whole.split('\n').length - 1
  }
  return { package: clause[1] ?? '', imports, literals, calls, constants: constantsOf(text) }
}

/** Where a name gets a value that is not seen: `a, b = f()`, `a += x`, `&a`, and parameters of that name. */
const changes =
  /(?:\w+\s*,\s*)+\w+(?=\s*:?=(?!=))|\b\w+(?=\s*\+=)|(?<=&)\w+|(?:\w+\s*,\s*)*\w+(?=\s+(?:\.\.\.)?string\b(?!\s*=))/g

/** Names that are given a literal once, and nothing else. */
function constantsOf(text: string): ReadonlyMap<string, string> {
  const constants = new Map<string, string>()
  const twice = new Set<string>()
  for (const [, name = '', value] of text.matchAll(
    /\b(\w+)\s*(?:string\s*)?:?=\s*(?:"([^"\\\n]*)"(?=\s*$|\s*[\n)]))?/gm,
  )) {
    if (constants.has(name) || value === undefined) twice.add(name)
    else constants.set(name, value)
  }
  for (const [names] of text.matchAll(changes))
    for (const name of names.split(',')) twice.add(name.trim())
  for (const name of twice) constants.delete(name)
  return constants
}

function importsOf(text: string): readonly { readonly path: string; readonly line: number }[] {
  const imports: { path: string; line: number }[] = []
  let inBlock = false
  const lines = withoutComments(text).split('\n')
  for (const [i, line] of lines.entries()) {
    const single = /^\s*import\s+(?:[\w.]+\s+)?"([^"]+)"/.exec(line)
    if (single !== null) imports.push({ path: single[1] ?? '', line: i + 1 })
    else if (/^\s*import\s*\(/.test(line)) inBlock = true
    if (!inBlock) {
      if (/^\s*(func|type|var|const)\b/.test(line)) break
      continue
    }
    const inside = /(?:^|\()\s*(?:[\w.]+\s+)?"([^"]+)"/.exec(line)
    if (inside !== null) imports.push({ path: inside[1] ?? '', line: i + 1 })
    if (line.includes(')')) inBlock = false
  }
  return imports
}

/** Comments as blanks, so that lines stay where they are. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[^]*?\*\/|(?<!:)\/\/[^\n]*/g, (comment) =>
    comment.replace(/[^\n]/g, ' '),
  )
}

function unquote(text: string): string {
  return text.replace(
    /\\(.)/g,
    (_, character: string) => ({ n: '\n', t: '\t', r: '\r' })[character] ?? character,
  )
}
