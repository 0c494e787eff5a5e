import type { Node } from 'oxc-parser'
import type { Evidence } from '../../../src/transform.ts'
import type { ConfigValue, FunctionNode, Shape } from './value.ts'

/** Names and what they stand for at one point of a module. */
export interface Frame {
  readonly names: Map<string, ConfigValue>
  readonly outer: Frame | undefined
}

/** Looks up a variable: undefined where it is not set, with a value that is undefined where that is not known. */
export type VariableLookup = (name: string) => { readonly value: string | undefined } | undefined

/** One configuration file while it is read. */
export interface Machine {
  /** The file, and its folder; absolute in the image. */
  readonly path: string
  readonly folder: string
  /** The folder that the tool runs in. */
  readonly cwd: string
  /** Variables of the process, and those that `loadEnv` reads. */
  readonly variable: VariableLookup
  readonly loaded: VariableLookup
  readonly lineAt: (node: Node) => Evidence
  readonly evaluate: (node: Node, frame: Frame) => ConfigValue
  readonly apply: (node: FunctionNode, args: readonly ConfigValue[], frame: Frame) => ConfigValue
  /** Told of every call that stands for itself, and of statements that can't be followed. */
  readonly called: (value: ConfigValue) => void
  /** Told of every call that is met, wherever it stands; of those that may not happen, without their arguments. */
  readonly met: (value: ConfigValue) => void
  /** What another module of the project exports; undefined where it is none of the project's. */
  readonly load: (specifier: string, name: string | undefined) => ConfigValue | undefined
}

export function lookUp(name: string, frame: Frame | undefined): ConfigValue | undefined {
  for (let at = frame; at !== undefined; at = at.outer) {
    const value = at.names.get(name)
    if (value !== undefined) return value
  }
  return undefined
}

/** Gives a name another value where it is declared. */
export function assign(name: string, value: ConfigValue, frame: Frame): void {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.outer)
    if (at.names.has(name)) {
      at.names.set(name, value)
      return
    }
  frame.names.set(name, value)
}

/** A value with the line that it stands in, and the variables of the values that it was made of. */
export function valueAt(
  machine: Machine,
  node: Node,
  shape: Shape,
  from: readonly ConfigValue[] = [],
): ConfigValue {
  const variables = [...new Set(from.flatMap((value) => value.variables))]
  return { ...shape, at: machine.lineAt(node), variables }
}

export const unknownAt = (machine: Machine, node: Node, from: readonly ConfigValue[] = []) =>
  valueAt(machine, node, { kind: 'unknown' }, from)
