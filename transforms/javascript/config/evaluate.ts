import type { Node } from 'oxc-parser'
import { bare, nameOf } from '../../../src/transform.ts'
import { evaluateCall } from './calls.ts'
import { joinTexts, member } from './member.ts'
import { lookUp, unknownAt, valueAt, type Frame, type Machine } from './machine.ts'
import { loosened, mergeValues, truthOf, type ConfigValue } from './value.ts'

/** What an expression comes to. Nothing is run: what a function of a package makes of its arguments stays a call. */
export function evaluate(node: Node, frame: Frame, machine: Machine): ConfigValue {
  const inner = bare(node)
  const below = (next: Node) => evaluate(next, frame, machine)
  switch (inner.type) {
    case 'Literal':
      if ('regex' in inner)
        return valueAt(machine, inner, { kind: 'regex', pattern: inner.regex.pattern })
      return typeof inner.value === 'bigint'
        ? unknownAt(machine, inner)
        : valueAt(machine, inner, { kind: 'literal', value: inner.value })
    case 'TemplateLiteral':
      return joinTexts(
        inner.quasis.flatMap((part, i) => {
          const expression = inner.expressions[i]
          const text = valueAt(machine, inner, { kind: 'literal', value: part.value.cooked })
          return expression === undefined ? [text] : [text, below(expression)]
        }),
        inner,
        machine,
      )
    case 'Identifier':
      return identifierValue(inner.name, inner, frame, machine)
    case 'MemberExpression':
      return memberValue(inner, frame, machine)
    case 'ObjectExpression':
      return objectValue(inner, frame, machine)
    case 'ArrayExpression':
      return listValue(inner, frame, machine)
    case 'LogicalExpression':
      return logicalValue(inner, frame, machine)
    case 'ConditionalExpression': {
      const test = below(inner.test)
      const truth = truthOf(test)
      if (truth === undefined) return unknownAt(machine, inner, [test])
      const chosen = below(truth ? inner.consequent : inner.alternate)
      return { ...chosen, variables: [...test.variables, ...chosen.variables] }
    }
    case 'BinaryExpression': {
      const left = below(inner.left)
      const right = below(inner.right)
      if (inner.operator === '+') return joinTexts([left, right], inner, machine)
      if (!/^[!=]==?$/.test(inner.operator)) return unknownAt(machine, inner, [left, right])
      if (left.kind !== 'literal' || right.kind !== 'literal')
        return unknownAt(machine, inner, [left, right])
      const isSame = left.value === right.value
      const value = inner.operator.startsWith('=') ? isSame : !isSame
      return valueAt(machine, inner, { kind: 'literal', value }, [left, right])
    }
    case 'UnaryExpression': {
      const value = below(inner.argument)
      const truth = truthOf(value)
      if (inner.operator === '!' && truth !== undefined)
        return valueAt(machine, inner, { kind: 'literal', value: !truth }, [value])
      if (inner.operator === 'void')
        return valueAt(machine, inner, { kind: 'literal', value: undefined })
      return inner.operator === '+' && value.kind === 'literal'
        ? valueAt(machine, inner, { kind: 'literal', value: Number(value.value) }, [value])
        : unknownAt(machine, inner, [value])
    }
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return valueAt(machine, inner, {
        kind: 'function',
        node: inner,
        apply: (args) => machine.apply(inner, args, frame),
      })
    case 'CallExpression':
    case 'NewExpression':
    case 'ImportExpression':
      return evaluateCall(inner, frame, machine)
    default:
      return unknownAt(machine, inner)
  }
}

function identifierValue(name: string, node: Node, frame: Frame, machine: Machine): ConfigValue {
  if (name === 'undefined') return valueAt(machine, node, { kind: 'literal', value: undefined })
  if (name === '__dirname') return valueAt(machine, node, { kind: 'path', path: machine.folder })
  if (name === '__filename') return valueAt(machine, node, { kind: 'path', path: machine.path })
  return lookUp(name, frame) ?? unknownAt(machine, node)
}

function memberValue(
  node: Extract<Node, { type: 'MemberExpression' }>,
  frame: Frame,
  machine: Machine,
): ConfigValue {
  const object = bare(node.object)
  const computed = node.computed ? evaluate(node.property, frame, machine) : undefined
  const name =
    computed === undefined
      ? nameOf(node.property)
      : computed.kind === 'literal'
        ? String(computed.value)
        : undefined
  if (object.type === 'MetaProperty') {
    if (name === 'dirname') return valueAt(machine, node, { kind: 'path', path: machine.folder })
    if (name === 'url' || name === 'filename')
      return valueAt(machine, node, { kind: 'path', path: machine.path })
    return unknownAt(machine, node)
  }
  if (object.type === 'Identifier' && object.name === 'process' && name === 'env')
    return valueAt(machine, node, { kind: 'environment', isLoaded: false })
  const value = evaluate(object, frame, machine)
  return name === undefined ? unknownAt(machine, node, [value]) : member(value, name, node, machine)
}

function objectValue(
  node: Extract<Node, { type: 'ObjectExpression' }>,
  frame: Frame,
  machine: Machine,
): ConfigValue {
  let whole: ConfigValue = valueAt(machine, node, {
    kind: 'record',
    entries: new Map(),
    isWhole: true,
  })
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      const spread = evaluate(property.argument, frame, machine)
      whole = truthOf(spread) === false ? whole : mergeValues(whole, spread, false)
      continue
    }
    const key = property.computed ? evaluate(property.key, frame, machine) : undefined
    const name =
      key === undefined
        ? property.key.type === 'Literal'
          ? String(property.key.value)
          : nameOf(property.key)
        : key.kind === 'literal'
          ? String(key.value)
          : undefined
    if (name === undefined) {
      whole = loosened(whole)
      continue
    }
    const value = evaluate(property.value, frame, machine)
    const entry = { ...value, at: machine.lineAt(property) }
    const entries = new Map([[name, value.kind === 'record' ? value : entry]])
    whole = mergeValues(
      whole,
      valueAt(machine, node, { kind: 'record', entries, isWhole: true }, key ? [key] : []),
      false,
    )
  }
  return { ...whole, at: machine.lineAt(node) }
}

function listValue(
  node: Extract<Node, { type: 'ArrayExpression' }>,
  frame: Frame,
  machine: Machine,
): ConfigValue {
  const items: ConfigValue[] = []
  let isWhole = true
  for (const element of node.elements) {
    if (element === null) continue
    if (element.type !== 'SpreadElement') {
      items.push(evaluate(element, frame, machine))
      continue
    }
    const spread = evaluate(element.argument, frame, machine)
    if (spread.kind === 'list') items.push(...spread.items)
    isWhole &&= spread.kind === 'list' ? spread.isWhole : truthOf(spread) === false
  }
  return valueAt(machine, node, { kind: 'list', items, isWhole })
}

function logicalValue(
  node: Extract<Node, { type: 'LogicalExpression' }>,
  frame: Frame,
  machine: Machine,
): ConfigValue {
  const left = evaluate(node.left, frame, machine)
  const truth = truthOf(left)
  const right = () => {
    const value = evaluate(node.right, frame, machine)
    return { ...value, variables: [...left.variables, ...value.variables] }
  }
  if (truth === undefined) return unknownAt(machine, node, [left])
  if (node.operator === '||') return truth ? left : right()
  if (node.operator === '&&') return truth ? right() : left
  return left.kind === 'literal' && (left.value ?? undefined) === undefined ? right() : left
}
