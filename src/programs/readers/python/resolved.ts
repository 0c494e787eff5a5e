import { splitWords } from '../../../facts/follow/split-words.ts'
import { namedIn, unknownExpression, type Expression } from './expression.ts'
import { attributeOf, type WholeName } from './names.ts'
import { mark } from './value.ts'

/** Whether it may be of another file. */
export const isReference = ({ kind }: Expression) => kind === 'imported' || kind === 'member'

/** What a name, or an attribute of an object of the project, is given: one value, and no other. */
export function nextOf(expression: Expression): Expression | undefined {
  if (expression.kind !== 'name' && expression.kind !== 'member') return undefined
  const binding =
    expression.kind === 'name' ? namedIn(expression.scope, expression.name) : undefined
  const values =
    binding?.values ??
    (expression.kind === 'member' ? attributeOf(expression.of, expression.name) : undefined)
  return values?.length === 1 && binding?.isOpen !== true ? values[0] : undefined
}

/** What the items of a list are told with. */
export interface Reading {
  readonly nameOf: WholeName
  readonly resolve: (expression: Expression) => Expression
  /** With the mark for what is not known. */
  readonly textOf: (expression: Expression) => string | undefined
}

/**
 * Items of a list, or arguments of a call, with those of the lists that stand in it: `['git', *words]`. Of a list that is not written out, one
 * that is not known; `around` are the lists that it stands in.
 */
export const withoutSplats = (
  items: readonly Expression[],
  reading: Reading,
  around: readonly Expression[] = [],
): readonly Expression[] =>
  items.flatMap((item) => {
    if (item.kind !== 'splat') return [item]
    const list = reading.resolve(item.of)
    const isTooDeep = around.length > mostNested || around.includes(list)
    return (isTooDeep ? undefined : itemsOf(list, reading, around)) ?? [unknownExpression]
  })

/** Nobody puts commands together of more. */
const mostNested = 2

/** The items of a list that is written out, be it as one text: `shlex.split('git log')`. What is not known of that has no blanks. */
export function itemsOf(
  value: Expression,
  reading: Reading,
  around: readonly Expression[] = [],
): readonly Expression[] | undefined {
  if (value.kind === 'list') return withoutSplats(value.items, reading, [...around, value])
  const split = splitText(value, reading.nameOf)
  const text = split === undefined ? undefined : reading.textOf(split)
  return text === undefined || text.startsWith(mark) ? undefined : splitWords(text).map(wordOf)
}

/** A word, with what is not known in it. */
function wordOf(word: string): Expression {
  const parts = word
    .split(mark)
    .flatMap((text, i): readonly Expression[] => [
      ...(i === 0 ? [] : [unknownExpression]),
      { kind: 'text', text },
    ])
  return parts.length === 1 ? { kind: 'text', text: word } : { kind: 'parts', parts }
}

/** The text of which an expression takes the words: that of `shlex.split('git log')`, `'git log'.split()`. */
function splitText(value: Expression, nameOf: WholeName): Expression | undefined {
  if (value.kind !== 'call') return undefined
  const { callee, args } = value
  if (nameOf(callee) === 'shlex.split') return args[0] ?? value.named.get('s')
  if (callee.kind !== 'member' || callee.name !== 'split') return undefined
  const [by] = args
  const isByBlanks =
    by === undefined ? value.named.size === 0 : by.kind === 'text' && by.text === ' '
  return isByBlanks ? callee.of : undefined
}
