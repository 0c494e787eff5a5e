import type { Token } from './tokens.ts'

/** A class, function or namespace that a source names, without the leading backslash. */
export interface NamedClass {
  readonly name: string
  readonly line: number
}

/**
 * Every name with a namespace that a source uses: what it imports, what it writes out, and what it names in strings, as configurations do.
 * https://www.php.net/manual/en/language.namespaces.importing.php
 */
export function classNamesIn(tokens: readonly Token[]): readonly NamedClass[] {
  const names: NamedClass[] = []
  const aliases = new Map<string, string>()
  let namespace = ''
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) break
    if (token.kind === 'string' && token.isWhole && isClassName(token.text))
      names.push({ name: bare(token.text), line: token.line })
    if (token.kind !== 'name') continue
    const before = tokens[at - 1]
    const next = tokens[at + 1]
    if (token.text.toLowerCase() === 'namespace' && next?.kind === 'name') {
      namespace = next.text
      at++
    } else if (isImport(token, before, next)) {
      at = readImport(tokens, at + 1, names, aliases)
    } else if (token.text.startsWith('\\')) names.push({ name: bare(token.text), line: token.line })
    else if (token.text.includes('\\'))
      names.push({ name: resolve(token.text, aliases, namespace), line: token.line })
  }
  return names
}

/** `use X;`, not the `use (` of a closure. */
function isImport(token: Token, before: Token | undefined, next: Token | undefined): boolean {
  return (
    token.kind === 'name' &&
    token.text.toLowerCase() === 'use' &&
    next?.kind === 'name' &&
    !(before?.kind === 'sign' && /^(\?->|->|::)$/.test(before.text))
  )
}

/** Reads `use A\B, C\{D, E as F};` from behind the `use`; gives where it ends. */
function readImport(
  tokens: readonly Token[],
  start: number,
  names: NamedClass[],
  aliases: Map<string, string>,
): number {
  let prefix = ''
  let at = start
  for (; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) break
    if (token.kind === 'sign') {
      if (token.text === ';') break
      if (token.text === '}') prefix = ''
      // A trait's own block: `use Countable { count as protected; }`.
      if (token.text === '{' && prefix === '') break
      continue
    }
    if (token.kind !== 'name') continue
    const lower = token.text.toLowerCase()
    if (lower === 'function' || lower === 'const') continue
    if (lower === 'as') {
      const alias = tokens[at + 1]
      const last = names.at(-1)
      if (alias?.kind === 'name' && last !== undefined) aliases.set(alias.text, last.name)
      at++
      continue
    }
    const next = tokens[at + 1]
    if (next?.kind === 'sign' && next.text === '\\') {
      prefix = `${bare(token.text)}\\`
      at += 2
      continue
    }
    const name = prefix + bare(token.text)
    names.push({ name, line: token.line })
    aliases.set(name.slice(name.lastIndexOf('\\') + 1), name)
  }
  return at
}

function resolve(text: string, aliases: ReadonlyMap<string, string>, namespace: string): string {
  const [head = '', ...rest] = text.split('\\')
  if (head.toLowerCase() === 'namespace') return [namespace, ...rest].filter(Boolean).join('\\')
  const alias = aliases.get(head)
  if (alias !== undefined) return [alias, ...rest].join('\\')
  return namespace === '' ? text : `${namespace}\\${text}`
}

const bare = (name: string) => name.replace(/^\\+/, '')

const isClassName = (text: string) => /^\\{0,2}[A-Z]\w*(?:\\[A-Z]\w*)+$/.test(text)
