import { expand, wordsOf, type Variable } from './expand.ts'

/** A line of a recipe, as it is written, without what only make reads. */
export interface RecipeLine {
  readonly text: string
  readonly line: number
}

/** `export NAME := value` */
export interface Assignment {
  readonly name: string
  readonly operator: string
  readonly value: string
  readonly isExported: boolean
}

/** The lines of a Makefile, those that end in a backslash joined with the next; a recipe's keep the break, which its shell reads. */
export function joinLines(text: string): readonly RecipeLine[] {
  const lines: RecipeLine[] = []
  let open: string[] = []
  let start = 1
  text.split(/\r?\n/).forEach((line, i) => {
    if (open.length === 0) start = i + 1
    open.push(line)
    if (line.endsWith('\\')) return
    const [head = ''] = open
    const isRecipe = head.startsWith('\t')
    const whole = isRecipe
      ? open.map((part, j) => (j > 0 && part.startsWith('\t') ? part.slice(1) : part)).join('\n')
      : withoutComment(
          open.map((part) => (part.endsWith('\\') ? part.slice(0, -1) : part)).join(' '),
        )
    lines.push({ text: whole, line: start })
    open = []
  })
  return lines
}

function withoutComment(line: string): string {
  for (let at = line.indexOf('#'); at >= 0; at = line.indexOf('#', at + 1))
    if (line.charAt(at - 1) !== '\\') return line.slice(0, at)
  return line
}

const operators = ['::=', ':=', '?=', '+=', '!=', '=']

/** `export NAME := value`; undefined for another line. */
export function readAssignment(line: string): Assignment | undefined {
  const equals = line.indexOf('=')
  if (equals < 0) return undefined
  const operator = operators.find((item) => line.slice(0, equals + 1).endsWith(item)) ?? '='
  const head = wordsOf(line.slice(0, equals + 1 - operator.length))
  const name = head.at(-1)
  const isPlain = head.slice(0, -1).every((word) => word === 'export' || word === 'override')
  if (name === undefined || !isPlain || /[:$(){}]/.test(name)) return undefined
  return {
    name,
    operator,
    value: line.slice(equals + 1).trim(),
    isExported: head[0] === 'export',
  }
}

/** `targets: prerequisites | order-only ; recipe`, and `targets: NAME = value`; undefined for another line. */
export function readRule({ text, line }: RecipeLine) {
  const colon = colonIn(text)
  if (colon < 0) return undefined
  const behind = text.slice(colon + (text.charAt(colon + 1) === ':' ? 2 : 1))
  const assignment = readAssignment(behind)
  const semicolon = assignment === undefined ? behind.indexOf(';') : -1
  const listed = semicolon < 0 ? behind : behind.slice(0, semicolon)
  return {
    targets: text.slice(0, colon),
    prerequisites: assignment === undefined ? [listed] : [],
    recipe: semicolon < 0 ? [] : [{ text: behind.slice(semicolon + 1), line }],
    assignments: assignment === undefined ? [] : [assignment],
  }
}

/** The colon of a rule, not one inside `$(SRC:.c=.o)`. */
function colonIn(text: string): number {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (sign === '(' || sign === '{') depth++
    if (sign === ')' || sign === '}') depth--
    if (sign === ':' && depth === 0) return at
  }
  return -1
}

/** Whether the lines behind a condition count; 'done' where one before its `else` did. */
export type Answer = 'yes' | 'no' | 'maybe' | 'done'

/** https://www.gnu.org/software/make/manual/html_node/Conditional-Syntax.html */
export function decide(word: string, rest: string, variable: Variable): Answer {
  const isNegative = word.startsWith('ifn')
  if (word.endsWith('def')) {
    const value = variable(rest)
    return value === undefined ? 'maybe' : (value !== '') !== isNegative ? 'yes' : 'no'
  }
  const sides = sidesOf(rest)
  const [left, right] = sides?.map((side) => expand(side, variable)?.trim()) ?? []
  if (left === undefined || right === undefined) return 'maybe'
  return (left === right) !== isNegative ? 'yes' : 'no'
}

export function otherwise(before: Answer, rest: string, variable: Variable): Answer {
  if (before === 'maybe') return 'maybe'
  if (before !== 'no') return 'done'
  const [word = ''] = wordsOf(rest)
  return word === '' ? 'yes' : decide(word, rest.slice(word.length).trim(), variable)
}

/** `(a,b)` and `"a" "b"`. */
function sidesOf(rest: string): readonly [string, string] | undefined {
  if (rest.startsWith('(')) {
    let depth = 0
    for (let at = 0; at < rest.length; at++) {
      const sign = rest.charAt(at)
      if (sign === '(' || sign === '{') depth++
      if (sign === ')' || sign === '}') depth--
      if (sign === ',' && depth === 1)
        return [rest.slice(1, at), rest.slice(at + 1, rest.lastIndexOf(')'))]
    }
    return undefined
  }
  const quote = rest.charAt(0)
  const end = rest.indexOf(quote, 1)
  const second = rest.slice(end + 1).trim()
  return (quote === '"' || quote === "'") && end > 0
    ? [rest.slice(1, end), second.slice(1, -1)]
    : undefined
}
