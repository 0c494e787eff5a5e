import type { Node } from 'oxc-parser'
import { walk } from '../../../src/transform.ts'
import { evaluate } from './evaluate.ts'
import type { Frame, Machine } from './machine.ts'

/** The statements from the case that is taken to its `break`; undefined where it can't be told which one that is. */
export function chosenCase(
  { discriminant, cases }: Extract<Node, { type: 'SwitchStatement' }>,
  frame: Frame,
  machine: Machine,
): readonly Node[] | undefined {
  const value = evaluate(discriminant, frame, machine)
  const tests = cases.map(({ test }) =>
    test === null ? undefined : evaluate(test, frame, machine),
  )
  if (value.kind !== 'literal') return undefined
  if (tests.some((test) => test !== undefined && test.kind !== 'literal')) return undefined
  const same = tests.findIndex((test) => test?.kind === 'literal' && test.value === value.value)
  const at = same < 0 ? tests.indexOf(undefined) : same
  if (at < 0) return []
  const below = cases
    .slice(at)
    .flatMap(({ consequent }) => consequent)
    .flatMap((node): readonly Node[] => (node.type === 'BlockStatement' ? node.body : [node]))
  const end = below.findIndex(({ type }) => type === 'BreakStatement')
  const taken = end < 0 ? below : below.slice(0, end)
  return taken.some((node) => node.type !== 'ReturnStatement' && breaks(node)) ? undefined : taken
}

function breaks(node: Node): boolean {
  let found = false
  walk(node, true, (inner) => {
    found ||= inner.type === 'BreakStatement'
    return !/Function/.test(inner.type)
  })
  return found
}
