import { namedIn, type Expression } from './expression.ts'
import { attributeOf, type WholeName } from './names.ts'

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

/** The items of a list that is written out, be it as one text: `shlex.split('git log')`. */
export function itemsOf(value: Expression, nameOf: WholeName): readonly Expression[] | undefined {
  if (value.kind === 'list') return value.items
  const isSplit =
    value.kind === 'call' &&
    (nameOf(value.callee) === 'shlex.split' ||
      (value.callee.kind === 'member' && value.callee.name === 'split' && value.args.length === 0))
  if (!isSplit) return undefined
  const text =
    value.callee.kind === 'member' && value.args.length === 0 ? value.callee.of : value.args[0]
  return text?.kind === 'text'
    ? text.text
        .trim()
        .split(/\s+/)
        .map((word): Expression => ({ kind: 'text', text: word }))
    : undefined
}
