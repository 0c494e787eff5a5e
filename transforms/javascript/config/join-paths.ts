import type { Node } from 'oxc-parser'
import { resolvePath } from '../../../src/transform.ts'
import { unknownAt, valueAt, type Machine } from './machine.ts'
import type { ConfigValue } from './value.ts'

/** path.join, path.resolve: a path where it starts at a known folder, else a text. */
export function joinPaths(
  name: string,
  args: readonly ConfigValue[],
  node: Node,
  machine: Machine,
): ConfigValue {
  let folder: string | undefined = name === 'resolve' ? machine.cwd : undefined
  let relative = ''
  for (const arg of args) {
    if (arg.kind === 'path') {
      folder = arg.path
      relative = ''
    } else if (arg.kind === 'literal' && typeof arg.value === 'string') {
      if (name === 'resolve' && arg.value.startsWith('/')) {
        folder = arg.value
        relative = ''
      } else relative = relative === '' ? arg.value : `${relative}/${arg.value}`
    } else return unknownAt(machine, node, args)
  }
  if (folder === undefined)
    return valueAt(machine, node, { kind: 'literal', value: relative }, args)
  const path = resolvePath(folder, `./${relative}`)
  return path === undefined
    ? unknownAt(machine, node, args)
    : valueAt(machine, node, { kind: 'path', path }, args)
}
