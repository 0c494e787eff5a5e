import type { Node } from 'oxc-parser'
import { resolvePath } from '../../../src/transform.ts'
import { unknownAt, valueAt, type Machine } from './machine.ts'
import type { ConfigValue } from './value.ts'

/** `value.name` */
export function member(
  value: ConfigValue,
  name: string,
  node: Node,
  machine: Machine,
): ConfigValue {
  switch (value.kind) {
    case 'environment': {
      const variable = value.isLoaded ? machine.loaded(name) : machine.variable(name)
      const isKnown = variable === undefined || variable.value !== undefined
      return {
        ...(isKnown
          ? valueAt(machine, node, { kind: 'literal', value: variable?.value })
          : unknownAt(machine, node)),
        variables: [name],
      }
    }
    case 'record':
      return (
        value.entries.get(name) ??
        (value.isWhole
          ? valueAt(machine, node, { kind: 'literal', value: undefined }, [value])
          : unknownAt(machine, node, [value]))
      )
    case 'import':
      return value.name === undefined || name === 'default'
        ? valueAt(machine, node, { kind: 'import', module: value.module, name })
        : unknownAt(machine, node)
    case 'literal':
      return (value.value ?? undefined) === undefined
        ? valueAt(machine, node, { kind: 'literal', value: undefined }, [value])
        : unknownAt(machine, node, [value])
    default:
      return unknownAt(machine, node, [value])
  }
}

/** Texts, numbers and paths, one behind the other. */
export function joinTexts(
  parts: readonly ConfigValue[],
  node: Node,
  machine: Machine,
): ConfigValue {
  const texts = parts.map((part) =>
    part.kind === 'path'
      ? part.path
      : part.kind === 'literal' && part.value !== undefined
        ? String(part.value)
        : undefined,
  )
  if (texts.includes(undefined)) return unknownAt(machine, node, parts)
  const text = texts.join('')
  const path = parts.some(({ kind }) => kind === 'path') ? resolvePath('/', text) : undefined
  return path === undefined
    ? valueAt(machine, node, { kind: 'literal', value: text }, parts)
    : valueAt(machine, node, { kind: 'path', path }, parts)
}
