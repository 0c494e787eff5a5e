import {
  endOfPattern,
  endOfQuoted,
  endOfTemplate,
  endOfWord,
  indexOr,
  isWordCharacter,
} from './skip-text.ts'

/**
 * What the parser can stand: it calls itself for each bracket that is open, and overflows a thread's stack of 4 MB somewhere above 1,000 of
 * them, which ends the process. Hand-written code stays below 50.
 */
const maxWeight = 2000
const bracketWeight = 4
/** `- - a`, `typeof typeof a`, `a as b as c`: each takes less of the stack. */
const operatorWeight = 0.5
/** `a + b + c`, `a.b().c()`: each nests the one before, and takes some 100 bytes. */
const linkWeight = 0.03

/** Words after which an expression starts: a slash there opens a regular expression. */
const beforeExpression = new Set(
  'return typeof case in of delete void throw new else do instanceof yield await if for while'.split(
    ' ',
  ),
)
/** Words that nest what follows without a bracket. */
const nesting = new Set('new await if for while do else with'.split(' '))
/** Words that go on with what stands before them, or that something must follow. */
const operators = new Set(
  'as satisfies in of instanceof extends class typeof void delete yield keyof is infer async'.split(
    ' ',
  ),
)

interface Level {
  /** Nesting without brackets since the last `;` or `,`: conditions, arrows, assignments. */
  run: number
  /** Since a value followed upon a value, which ends a statement, or the last `;` or `,`: operators before a value, ... */
  chain: number
  /** ... and those between two, and what is done to a value. */
  links: number
  /** `else if` chains nest, and no `;` ends one. */
  elses: number
  markup: number
  readonly isTemplate: boolean
}

/** Whether a source nests deeper than the parser can follow. One pass over its characters; brackets in strings and comments don't count. */
export function isTooDeep(text: string): boolean {
  if (text.length < maxWeight / bracketWeight) return false
  let level: Level = { run: 0, chain: 0, links: 0, elses: 0, markup: 0, isTemplate: false }
  const outer: Level[] = []
  let weight = 0
  let expectsValue = true
  let lastWord = ''
  /** The last sign, and whether a line ended since. */
  let ends = ''
  let isNewLine = false
  const weigh = (own: Level) =>
    bracketWeight +
    own.run +
    own.chain * operatorWeight +
    own.links * linkWeight +
    own.elses +
    own.markup
  const open = (isTemplate: boolean) => {
    outer.push(level)
    weight += weigh(level)
    level = { run: 0, chain: 0, links: 0, elses: 0, markup: 0, isTemplate }
  }
  const close = () => {
    level = outer.pop() ?? level
    weight = outer.length === 0 ? 0 : weight - weigh(level)
  }
  for (let at = 0; at < text.length; at++) {
    if (weight + weigh(level) > maxWeight) return true
    const sign = text[at] ?? ''
    const next = text[at + 1]
    if (isWordCharacter(sign)) {
      const end = endOfWord(text, at)
      const word = text.slice(at, Math.min(end, at + 12))
      at = end - 1
      if (word === lastWord || operators.has(word)) level.chain++
      else if (!expectsValue) {
        level.chain = 0
        level.links = 0
        // Of `if (a) if (b)` the second is inside of the first; without semicolons, a line begins anew.
        if (!nesting.has(word) && (ends !== ')' || isNewLine)) level.run = 0
      }
      ends = ''
      isNewLine = false
      lastWord = word
      if (word === 'else') level.elses++
      else if (nesting.has(word)) level.run++
      expectsValue = beforeExpression.has(word) || operators.has(word)
      continue
    }
    if (sign === '\n') isNewLine = true
    if (sign === ' ' || sign === '\t' || sign === '\r' || sign === '\n') continue
    lastWord = ''
    ends = sign
    isNewLine = false
    switch (sign) {
      case '"':
      case "'":
        at = endOfQuoted(text, at)
        expectsValue = false
        continue
      case '}':
      case '`':
        if (sign === '`' || level.isTemplate) {
          level.chain++
          if (sign === '}') close()
          at = endOfTemplate(text, at)
          if (text[at] === '{') open(true)
          expectsValue = text[at] === '{'
          continue
        }
        close()
        expectsValue = false
        continue
      case ')':
      case ']':
        close()
        expectsValue = false
        continue
      case '(':
      case '[':
      case '{':
        level.links++
        open(false)
        break
      case '/':
        if (next === '/') at = indexOr(text, '\n', at)
        else if (next === '*') at = indexOr(text, '*/', at + 2) + 1
        else if (next === '>') level.markup = Math.max(level.markup - 1, 0)
        else if (expectsValue) at = endOfPattern(text, at)
        else break
        continue
      case '<':
        if (next === '/') {
          level.markup = Math.max(level.markup - 1, 0)
          at++
        } else if (next !== undefined && isWordCharacter(next)) level.markup++
        break
      case ';':
      case ',':
        level.run = 0
        level.chain = 0
        level.links = 0
        if (sign === ';') level.markup = 0
        break
      case '?':
      case ':':
        level.run++
        break
      case '*':
        if (next === '*') level.run++
        break
      case '=':
        if (next !== '=' && text[at - 1] !== '=') level.run++
        break
    }
    if (sign !== ';' && sign !== ',') {
      if (expectsValue || sign === '@') level.chain++
      else level.links++
    }
    expectsValue = true
  }
  return false
}
