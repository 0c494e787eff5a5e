import type { Token } from './tokens.ts'

/** A call of a function, a method or a constructor. */
export interface Call {
  /** In small letters, without its namespace: 'exec', 'move', 'pdo'. */
  readonly name: string
  /** 'new' for constructors, 'method' for what stands behind `->` and `::`. */
  readonly kind: 'function' | 'method' | 'new'
  /** The words of each argument. */
  readonly args: readonly (readonly Token[])[]
  readonly line: number
}

const keywords =
  /^(if|elseif|while|for|foreach|switch|match|catch|function|fn|return|echo|print|and|or|xor|isset|unset|empty|list|array|declare|use|static|exit|die|include|include_once|require|require_once|clone|throw|yield)$/

/** Every call of a source, in order, those inside of others included. */
export function callsIn(tokens: readonly Token[]): readonly Call[] {
  return tokens.flatMap((token, at) => {
    const next = tokens[at + 1]
    if (token.kind !== 'name' || next?.kind !== 'sign' || next.text !== '(') return []
    const before = tokens[at - 1]
    const sign = before?.kind === 'sign' ? before.text : undefined
    const word = before?.kind === 'name' ? before.text.toLowerCase() : undefined
    const name = token.text.slice(token.text.lastIndexOf('\\') + 1).toLowerCase()
    if (word === 'function' || (keywords.test(name) && word !== 'new')) return []
    const isMethod = sign === '->' || sign === '?->' || sign === '::'
    return [
      {
        name,
        kind: word === 'new' ? 'new' : isMethod ? 'method' : 'function',
        args: argumentsFrom(tokens, at + 2),
        line: token.line,
      } as const,
    ]
  })
}

/** The words between commas, from behind the opening parenthesis. */
export function argumentsFrom(
  tokens: readonly Token[],
  start: number,
): readonly (readonly Token[])[] {
  const args: Token[][] = []
  let current: Token[] = []
  let depth = 0
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) break
    if (token.kind === 'sign') {
      if (/^[([{]$/.test(token.text)) depth++
      if (/^[)\]}]$/.test(token.text) && depth-- === 0) break
      if (token.text === ',' && depth === 0) {
        args.push(current)
        current = []
        continue
      }
    }
    current.push(token)
  }
  return current.length === 0 ? args : [...args, current]
}
