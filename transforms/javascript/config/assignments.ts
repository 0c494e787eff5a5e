import type { Node } from 'oxc-parser'
import { bare, nameOf, walk } from '../../../src/transform.ts'
import { member } from './member.ts'
import { assign, lookUp, unknownAt, valueAt, type Frame, type Machine } from './machine.ts'
import { isNothing, loosened, mergeValues, type ConfigValue } from './value.ts'

/** A record with another value at a path of keys: `config.server.port = 3000`. */
export function put(
  target: ConfigValue | undefined,
  keys: readonly string[],
  value: ConfigValue,
  node: Node,
  machine: Machine,
): ConfigValue {
  const [key, ...rest] = keys
  if (key === undefined) return value
  const inner = target === undefined ? undefined : member(target, key, node, machine)
  const next = put(inner, rest, value, node, machine)
  const entries = new Map([[key, next]])
  const record = valueAt(machine, node, { kind: 'record', entries, isWhole: true })
  return target === undefined || isNothing(target)
    ? { ...record, kind: 'record', entries, isWhole: target !== undefined }
    : mergeValues(target, record, false)
}

/** `config.server.port` => config, server, port; empty where it is no such path. */
export function pathOf(node: Node): readonly string[] {
  const inner = bare(node)
  if (inner.type === 'Identifier') return [inner.name]
  if (inner.type !== 'MemberExpression') return []
  const above = pathOf(inner.object)
  const name =
    inner.computed && inner.property.type !== 'Literal' ? undefined : nameOf(inner.property)
  return above.length === 0 || name === undefined ? [] : [...above, name]
}

/** Tells of calls that may not happen. */
export function meetCalls(node: Node, machine: Machine): void {
  walk(node, true, (inner) => {
    if (inner.type !== 'CallExpression' || inner.callee.type !== 'MemberExpression') return true
    const name = nameOf(inner.callee.property) ?? ''
    machine.met(valueAt(machine, inner, { kind: 'call', name, module: undefined, args: [] }))
    return true
  })
}

/** What may be changed inside a node is no longer known: names that are assigned to, or whose methods are called. */
export function forget(node: Node, frame: Frame, machine: Machine): void {
  walk(node, true, (inner) => {
    const targets =
      inner.type === 'AssignmentExpression'
        ? [inner.left]
        : inner.type === 'CallExpression'
          ? [
              ...(inner.callee.type === 'MemberExpression' ? [inner.callee] : []),
              ...inner.arguments.filter((arg) => arg.type === 'Identifier'),
            ]
          : []
    for (const target of targets) {
      const [name, ...keys] = pathOf(target)
      const value = name === undefined ? undefined : lookUp(name, frame)
      if (name === undefined || value === undefined) continue
      const isCall = inner.type === 'CallExpression' && target === inner.callee
      assign(name, blur(value, isCall ? keys.slice(0, -1) : keys, node, machine), frame)
    }
    return true
  })
}

function blur(
  value: ConfigValue,
  [key, ...rest]: readonly string[],
  node: Node,
  machine: Machine,
): ConfigValue {
  if (value.kind === 'list') return loosened(value)
  if (value.kind !== 'record') return value.kind === 'literal' ? unknownAt(machine, node) : value
  if (key === undefined) return loosened(value)
  const inner = value.entries.get(key)
  const next = inner === undefined ? unknownAt(machine, node) : blur(inner, rest, node, machine)
  return { ...value, entries: new Map([...value.entries, [key, next]]) }
}
