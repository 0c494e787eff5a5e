/** A block: `target "web" { context = "." }`. */
export interface HclBlock {
  readonly type: string
  readonly labels: readonly string[]
  /** 1-based. */
  readonly line: number
  /** Texts, lists and objects; undefined for what is an expression. A variable alone is given as `${name}`. */
  readonly attributes: Readonly<Record<string, unknown>>
}

type Kind = 'word' | 'text' | 'mark' | 'line-end' | 'end'

interface Token {
  readonly kind: Kind
  readonly value: string
  /** 1-based, of its first character. */
  readonly line: number
}

const END: Token = { kind: 'end', value: '', line: 0 }

/** Brackets in brackets that are followed; what is deeper is left out. */
const DEPTH = 50

/**
 * The top-level blocks of an HCL file with their simple attributes. Tolerant: what is not understood is left out; never throws.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
export function readHcl(source: string): readonly HclBlock[] {
  const tokens = tokenize(source)
  const blocks: HclBlock[] = []
  let at = 0
  let depth = 0
  const peek = (): Token => tokens[at] ?? END
  const isMark = (value: string): boolean => peek().kind === 'mark' && peek().value === value

  /** Over an expression, or what is left of it, to the separator that ends it. */
  const skipRest = (): boolean => {
    let open = 0
    let skipped = false
    while (peek().kind !== 'end') {
      const { kind, value } = peek()
      if (open === 0 && (kind === 'line-end' || (kind === 'mark' && /[,)}\]]/.test(value)))) break
      if (kind === 'mark') open += /[({[]/.test(value) ? 1 : /[)}\]]/.test(value) ? -1 : 0
      skipped = true
      at += 1
    }
    return skipped
  }

  const skipSeparators = (): void => {
    while (peek().kind === 'line-end' || isMark(',')) at += 1
  }

  const items = (close: string, one: () => void): void => {
    if (depth > DEPTH) return
    depth += 1
    at += 1
    skipSeparators()
    while (peek().kind !== 'end' && !isMark(close)) {
      const before = at
      one()
      if (at === before) at += 1
      skipSeparators()
    }
    at += 1
    depth -= 1
  }

  const value = (): unknown => {
    const token = peek()
    let found: unknown
    if (token.kind === 'text') {
      found = token.value
      at += 1
    } else if (token.kind === 'word') {
      found = /^[\d]|^(true|false)$/.test(token.value) ? token.value : `\${${token.value}}`
      if (token.value === 'null') found = undefined
      at += 1
    } else if (isMark('[')) {
      const list: unknown[] = []
      items(']', () => list.push(value()))
      found = list
    } else if (isMark('{')) {
      found = attributes()
    }
    return skipRest() ? undefined : found
  }

  const attributes = (): Record<string, unknown> => {
    const found: [string, unknown][] = []
    items('}', () => {
      const name = peek()
      if (name.kind !== 'word' && name.kind !== 'text') return
      at += 1
      if (isMark('=') || isMark(':')) {
        at += 1
        found.push([name.value, value()])
        return
      }
      while (peek().kind === 'word' || peek().kind === 'text') at += 1
      if (isMark('{')) attributes()
    })
    return Object.fromEntries(found)
  }

  while (peek().kind !== 'end') {
    const start = peek()
    at += 1
    if (start.kind !== 'word') continue
    const labels: string[] = []
    for (; peek().kind === 'word' || peek().kind === 'text'; at += 1) labels.push(peek().value)
    if (isMark('{')) {
      blocks.push({ type: start.value, labels, line: start.line, attributes: attributes() })
    } else if (isMark('=')) {
      at += 1
      value()
    }
  }
  return blocks
}

const TOKEN =
  /(?<space>[ \t\r\uFEFF]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|<<-?(?<tag>\w+)[^\n]*\n(?<here>[\s\S]*?)(?:\n[ \t]*\k<tag>(?=\W|$)|$)|(?<text>"(?:[^"\\\n$]|\\.|\$(?:\{[^}\n]*\})?)*")|(?<word>[\w.][\w.-]*)|(?<end>\n)|(?<mark>[\s\S])/g

function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = []
  let line = 1
  for (const found of source.matchAll(TOKEN)) {
    const { text, here, word, end, mark } = found.groups ?? {}
    if (text !== undefined) tokens.push({ kind: 'text', value: unquoted(text), line })
    else if (here !== undefined) tokens.push({ kind: 'text', value: here, line })
    else if (word !== undefined) tokens.push({ kind: 'word', value: word, line })
    else if (end !== undefined) tokens.push({ kind: 'line-end', value: end, line })
    else if (mark !== undefined) tokens.push({ kind: 'mark', value: mark, line })
    line += found[0].split('\n').length - 1
  }
  return tokens
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

function unquoted(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(.)/g, (_all, letter: string) => ESCAPES[letter] ?? letter)
}
