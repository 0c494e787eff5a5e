import type { Argument } from '../../call.ts'
import { isKnown, ownFolder, unknownPath, type PathValue } from '../../path-value.ts'
import { childrenOf, type Node } from '../tree-sitter.ts'
import { textsOf, type Expression } from './expression.ts'
import { bindingOf } from './scope.ts'
import { pathOfText, plainText } from './text.ts'

export const unknownArgument: Argument = {
  paths: () => [unknownPath],
  text: (unknown) => unknown,
  items: () => undefined,
}

/** An argument of a call; what it says is worked out when it is asked for. */
export function argumentOf(expression: Expression): Argument {
  const { node } = expression
  if (node.type === 'variadic_unpacking') return unknownArgument
  return {
    paths: () =>
      isNothing(node) ? [] : textsOf(expression).flatMap((text) => pathOfText(text) ?? []),
    text: (unknown) => {
      const [text, ...others] = textsOf(expression)
      if (text === undefined || others.length > 0) return unknown
      return plainText(text, unknown)
    },
    items: () => itemsOf(expression)?.map(({ value }) => value),
    option: (name) => itemsOf(expression)?.find(({ key }) => key === name)?.value,
  }
}

/** `include 'lib/a.php'` looks beside the source as well. https://www.php.net/manual/en/function.include.php */
export function includedArgument(expression: Expression): Argument {
  const argument = argumentOf(expression)
  const beside = (value: PathValue): readonly PathValue[] =>
    value.base === 'cwd' && isKnown(value) && !/^\.\.?(\/|$)/.test(value.path)
      ? [{ ...value, base: ownFolder.base }, value]
      : [value]
  return { ...argument, paths: () => argument.paths().flatMap(beside) }
}

const isNothing = ({ type }: Node) => type === 'boolean' || type === 'null'

interface Item {
  readonly key: string | undefined
  readonly value: Argument
}

/** The items of a list that is written out, where it stands or where its variable is set. */
function itemsOf({ node, scope, source }: Expression): readonly Item[] | undefined {
  if (node.type === 'variable_name') {
    const binding = bindingOf(scope, node.text)
    const [value, ...others] = binding?.values ?? []
    const isPlain = binding?.isOpen === false && !binding.isChanged && binding.lists.length === 0
    return value === undefined || others.length > 0 || !isPlain || value.node.type === node.type
      ? undefined
      : itemsOf({ ...value, source })
  }
  if (node.type !== 'array_creation_expression') return undefined
  return childrenOf(node).flatMap((element) => {
    const [first, second] = childrenOf(element)
    const value = second ?? first
    if (value === undefined) return []
    const key = second === undefined || first === undefined ? undefined : first.text.slice(1, -1)
    return [{ key, value: argumentOf({ node: value, scope, source }) }]
  })
}
