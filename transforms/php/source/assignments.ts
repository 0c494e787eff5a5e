import { argumentsFrom } from './calls.ts'
import type { Token } from './tokens.ts'

/** What variables and constants stand for, where a source sets them once: `$folder = __DIR__ . '/data';`, `const X = '...'`, `define('X', ...)`. */
export function valuesIn(tokens: readonly Token[]): ReadonlyMap<string, readonly Token[]> {
  const values = new Map<string, readonly Token[]>()
  const isSetAgain = new Set<string>()
  const set = (name: string, value: readonly Token[]) => {
    if (values.has(name)) isSetAgain.add(name)
    values.set(name, value)
  }
  tokens.forEach((token, at) => {
    const next = tokens[at + 1]
    if (token.kind === 'name' && token.text.toLowerCase() === 'define') {
      const [name, value] = argumentsFrom(tokens, at + 2)
      const text = name?.[0]
      if (text?.kind === 'string' && value !== undefined) set(text.text, value)
      return
    }
    if (next?.kind !== 'sign' || !/^(\.=|\?\?=|=)$/.test(next.text)) {
      // `foreach ($all as $file)`, `function ($file)`, `fn (string $file)`: anything.
      if (token.kind === 'variable' && isBound(tokens, at)) isSetAgain.add(token.text)
      return
    }
    const before = tokens[at - 1]
    const isConstant = token.kind === 'name' && before?.kind === 'name'
    if (token.kind !== 'variable' && !isConstant) return
    if (next.text === '=') set(token.text, valueFrom(tokens, at + 2))
    else isSetAgain.add(token.text)
  })
  for (const name of isSetAgain) values.delete(name)
  return values
}

function isBound(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return (
    (before?.kind === 'name' && before.text !== 'return' && before.text !== 'echo') ||
    (before?.kind === 'sign' && (before.text === '=>' || before.text === '&'))
  )
}

function valueFrom(tokens: readonly Token[], start: number): readonly Token[] {
  let depth = 0
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at]
    if (token?.kind !== 'sign') continue
    if (/^[([{]$/.test(token.text)) depth++
    else if (/^[)\]}]$/.test(token.text)) depth--
    if (depth < 0 || (depth === 0 && /^[;,]$/.test(token.text))) return tokens.slice(start, at)
  }
  return tokens.slice(start)
}
