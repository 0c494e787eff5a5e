/** One word of a PHP source; comments, blanks and the HTML around the code are left out. */
export type Token =
  /** A name or a keyword, as written: 'exec', 'App\\Kernel', '\\Foo\\Bar', 'use'. */
  | { readonly kind: 'name'; readonly text: string; readonly line: number }
  | { readonly kind: 'variable'; readonly text: string; readonly line: number }
  | StringToken
  /** Between backticks: a line for the shell. */
  | (Omit<StringToken, 'kind'> & { readonly kind: 'shell' })
  | { readonly kind: 'number'; readonly text: string; readonly line: number }
  | { readonly kind: 'sign'; readonly text: string; readonly line: number }

export interface StringToken {
  readonly kind: 'string'
  /** What stands before the first variable in it, all of it where `isWhole`. */
  readonly text: string
  readonly isWhole: boolean
  readonly line: number
}

const nameAt =
  /\\?[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*(?:\\[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)*/y
const variableAt = /\$+[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y
const numberAt = /\d[\w.]*/y
const blankAt = /\s+/y
const commentAt = /\/\*[\s\S]*?(?:\*\/|$)|(?:\/\/|#(?!\[))(?:(?!\?>)[^\r\n])*/y
const signAt = /\?->|->|::|=>|\.\.\.|\?\?=?|&&|\|\||[-+*/.%<>=!]=+|./suy
const singleAt = /'((?:[^'\\]|\\[\s\S])*)(?:'|$)/y
const heredocAt = /<<<[ \t]*(["']?)([A-Za-z_]\w*)\1\r?\n/y
const openTag = /<\?(?:php(?=\s|$)|=|(?=\s))/gi

/**
 * Splits a PHP source into words, as PHP's own scanner does at this level (https://www.php.net/manual/en/langref.php). Names and strings
 * are what is asked for, and these have been read alike by every version; so no grammar is needed that would have to follow the language.
 */
export function tokensOf(source: string): readonly Token[] {
  const scan: Scan = { source, at: 0, line: 1, tokens: [] }
  while (skipHtml(scan)) readCode(scan, undefined)
  return scan.tokens
}

interface Scan {
  readonly source: string
  at: number
  line: number
  readonly tokens: Token[]
}

/** Goes behind the next opening tag; false where there is none. */
function skipHtml(scan: Scan): boolean {
  openTag.lastIndex = scan.at
  const tag = openTag.exec(scan.source)
  if (tag === null) return false
  advance(scan, openTag.lastIndex)
  return true
}

/** Reads code up to the closing tag; inside a string up to the brace that ends the expression. */
function readCode(scan: Scan, close: '}' | undefined): void {
  const { source, tokens } = scan
  let depth = 0
  while (scan.at < source.length) {
    const { line } = scan
    if (take(scan, blankAt) !== undefined || take(scan, commentAt) !== undefined) continue
    if (source.startsWith('?>', scan.at)) {
      tokens.push({ kind: 'sign', text: ';', line })
      return advance(scan, scan.at + 2)
    }
    if (readText(scan)) continue
    const name = take(scan, nameAt)
    if (name !== undefined) {
      tokens.push({ kind: 'name', text: name, line })
      continue
    }
    const variable = take(scan, variableAt)
    if (variable !== undefined) {
      tokens.push({ kind: 'variable', text: variable, line })
      continue
    }
    const number = take(scan, numberAt)
    if (number !== undefined) {
      tokens.push({ kind: 'number', text: number, line })
      continue
    }
    const sign = take(scan, signAt) ?? ''
    if (close !== undefined && sign === '{') depth++
    if (close !== undefined && sign === close && depth-- === 0) return
    tokens.push({ kind: 'sign', text: sign, line })
  }
}

/** A string, a here-document or a line for the shell. */
function readText(scan: Scan): boolean {
  const { source, line } = scan
  const single = take(scan, singleAt)
  if (single !== undefined) {
    const text = single.replace(/^'|'$/g, '').replace(/\\(['\\])/g, '$1')
    scan.tokens.push({ kind: 'string', text, isWhole: true, line })
    return true
  }
  const mark = source[scan.at]
  if (mark === '"' || mark === '`') {
    advance(scan, scan.at + 1)
    readQuoted(scan, mark === '"' ? 'string' : 'shell', line, (at) => (source[at] === mark ? 1 : 0))
    return true
  }
  heredocAt.lastIndex = scan.at
  const opening = heredocAt.exec(source)
  const label = opening?.[2]
  if (opening === null || label === undefined) return false
  advance(scan, heredocAt.lastIndex)
  const closing = new RegExp(`(?<=[\\r\\n])[ \\t]*${label}(?!\\w)`, 'y')
  const endAt = (at: number) => {
    closing.lastIndex = at
    return closing.test(source) ? closing.lastIndex - at : 0
  }
  if (opening[1] === "'") {
    const start = scan.at
    let at = start
    while (at < source.length && endAt(at) === 0) at++
    scan.tokens.push({ kind: 'string', text: source.slice(start, at), isWhole: true, line })
    advance(scan, at + endAt(at))
  } else readQuoted(scan, 'string', line, endAt)
  return true
}

/** A text that may have variables in it, up to where `endAt` says how long its end is. */
function readQuoted(
  scan: Scan,
  kind: 'string' | 'shell',
  line: number,
  endAt: (at: number) => number,
): void {
  const { source } = scan
  // Expressions inside stand behind the string that they are part of.
  const inner: Scan = { ...scan, tokens: [] }
  let text = ''
  let isWhole = true
  for (;;) {
    const length = inner.at >= source.length ? 0 : endAt(inner.at)
    if (inner.at >= source.length || length > 0) {
      advance(inner, Math.min(source.length, inner.at + length))
      break
    }
    const two = source.slice(inner.at, inner.at + 2)
    if (two === '{$' || two === '${') {
      isWhole = false
      advance(inner, inner.at + (two === '{$' ? 1 : 2))
      readCode(inner, '}')
    } else if (/^\$[A-Za-z_]/.test(two)) {
      isWhole = false
      advance(inner, inner.at + 1)
    } else {
      const size = two.startsWith('\\') ? 2 : 1
      if (isWhole) text += size === 2 ? unescaped(two) : source.charAt(inner.at)
      advance(inner, Math.min(source.length, inner.at + size))
    }
  }
  scan.tokens.push({ kind, text, isWhole, line }, ...inner.tokens)
  advance(scan, inner.at)
}

function unescaped(pair: string): string {
  switch (pair[1]) {
    case 'n':
      return '\n'
    case 't':
      return '\t'
    case '\\':
    case '"':
    case '$':
    case '`':
      return pair.charAt(1)
    default:
      return pair
  }
}

function take(scan: Scan, pattern: RegExp): string | undefined {
  pattern.lastIndex = scan.at
  const text = pattern.exec(scan.source)?.[0]
  if (text !== undefined) advance(scan, pattern.lastIndex)
  return text
}

function advance(scan: Scan, to: number): void {
  for (let at = scan.at; at < to; at++) if (scan.source.charCodeAt(at) === 10) scan.line++
  scan.at = to
}
