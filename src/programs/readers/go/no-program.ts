import { tokenEnd } from './tokens.ts'

/** What the parser makes of less costs nothing that matters, whatever it is. In more, to recover takes time that grows with the square of what it skips. */
const harmless = 16_000

const words = (text: string) => new Set(text.split(' '))
const declarations = words('package import const var type func')
/** https://go.dev/ref/spec#Keywords */
const keywords = words(
  'break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var',
)
const closers: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
])

/**
 * Whether no compiler takes a long text, by its tokens alone: brackets, quotes and comments that don't match, a line outside of all brackets
 * that declares nothing, four operands in a row. https://go.dev/ref/spec#Lexical_elements
 */
export function isNoProgram(text: string): boolean {
  if (text.length < harmless) return false
  const open: string[] = []
  let operands = 0
  // Whether a new statement may begin: https://go.dev/ref/spec#Semicolons
  let isEnded = true
  let isStart = true
  for (let at = 0; at < text.length;) {
    const end = tokenEnd(text, at)
    if (end === undefined) return true
    const token = text.slice(at, Math.min(end, at + 12))
    at = end
    if (token === '\n') {
      operands = 0
      isStart ||= isEnded
      continue
    }
    if (/^\s|^\/[/*]/.test(token)) continue
    if (isStart && open.length === 0 && token !== ';' && !declarations.has(token)) return true
    const isOperand = /^["'`\w\u0080-\uffff]/.test(token)
    isStart = token === ';'
    isEnded = isOperand || /^[)\]}]/.test(token) || (/[+-]/.test(token) && text[end - 2] === token)
    operands = isOperand && !keywords.has(token) ? operands + 1 : 0
    if (operands > 3) return true
    const closer = closers.get(token)
    if (closer !== undefined) open.push(closer)
    else if (/^[)\]}]/.test(token) && open.pop() !== token) return true
  }
  return open.length > 0
}
