import type { ArrowFunctionExpression, Function as DeclaredFunction } from 'oxc-parser'
import type { Evidence } from '../../../src/transform.ts'

/** What an expression of a configuration file comes to, as far as it can be told without running it. */
export type ConfigValue = Shape & {
  /** The line that says so. */
  readonly at: Evidence
  /** Variables of the environment that decided it. */
  readonly variables: readonly string[]
}

export type Shape =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null | undefined }
  /** Absolute, in the image: `path.join(__dirname, 'dist')`. */
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'regex'; readonly pattern: string }
  | { readonly kind: 'list'; readonly items: readonly ConfigValue[]; readonly isWhole: boolean }
  | {
      readonly kind: 'record'
      readonly entries: ReadonlyMap<string, ConfigValue>
      /** False where more keys may be there than are known. */
      readonly isWhole: boolean
    }
  /** A call of a function that is not known: a plugin, a wrapper. `module` is where the function comes from. */
  | {
      readonly kind: 'call'
      readonly name: string
      readonly module: string | undefined
      readonly args: readonly ConfigValue[]
    }
  | {
      readonly kind: 'function'
      readonly apply: (args: readonly ConfigValue[]) => ConfigValue
      readonly node: FunctionNode
    }
  /** What a package exports; `name` is undefined for all of it. */
  | { readonly kind: 'import'; readonly module: string; readonly name: string | undefined }
  /** `process.env`, or what `loadEnv` gives. */
  | { readonly kind: 'environment'; readonly isLoaded: boolean }
  | { readonly kind: 'unknown' }

export type FunctionNode = ArrowFunctionExpression | DeclaredFunction

/** A value that is not there, or that is said to be nothing. */
export const isNothing = (value: ConfigValue | undefined) =>
  value === undefined || (value.kind === 'literal' && (value.value ?? undefined) === undefined)

/** Whether JavaScript takes it for true; undefined where that is not known. */
export function truthOf(value: ConfigValue): boolean | undefined {
  if (value.kind === 'literal') return Boolean(value.value)
  return value.kind === 'unknown' || value.kind === 'call' ? undefined : true
}

export function textOf(value: ConfigValue | undefined): string | undefined {
  if (value?.kind === 'path') return value.path
  return value?.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined
}

/** A number, or a text that is one. */
export function numberOf(value: ConfigValue | undefined): number | undefined {
  if (value?.kind !== 'literal') return undefined
  if (typeof value.value === 'number') return value.value
  return typeof value.value === 'string' && /^\d+$/.test(value.value)
    ? Number(value.value)
    : undefined
}

/** A key of a record: its value, that it is not there, or that nobody knows. */
export type Option =
  | { readonly kind: 'unset' }
  | { readonly kind: 'set'; readonly value: ConfigValue }
  | { readonly kind: 'unknown'; readonly at: Evidence }

const unset: Option = { kind: 'unset' }

/** What a configuration says of an option: `optionOf(config, ['build', 'outDir'])`. */
export function optionOf(config: ConfigValue | undefined, keys: readonly string[]): Option {
  const [key, ...rest] = keys
  if (config === undefined || isNothing(config)) return unset
  if (key === undefined)
    return config.kind === 'unknown'
      ? { kind: 'unknown', at: config.at }
      : { kind: 'set', value: config }
  // `server: false` has no port.
  if (config.kind === 'literal') return unset
  if (config.kind !== 'record') return { kind: 'unknown', at: config.at }
  const value = config.entries.get(key)
  if (value === undefined) return config.isWhole ? unset : { kind: 'unknown', at: config.at }
  return optionOf(value, rest)
}

/** What a wrapper is handed: by their convention functions named `withSomething` give the same configuration with something added. */
export function unwrapped(value: ConfigValue): ConfigValue {
  const inner = value.kind === 'call' && /^with[A-Z]/.test(value.name) ? value.args : []
  const found = inner.map(unwrapped).findLast((arg) => arg.kind === 'record')
  return found ?? value
}

/** The later record over the earlier one, key by key, records inside them too; lists are joined where `joinsLists`. */
export function mergeValues(
  first: ConfigValue,
  second: ConfigValue,
  isDeep: boolean,
  joinsLists = false,
): ConfigValue {
  if (isNothing(first)) return second
  if (isNothing(second)) return first
  if (first.kind === 'list' && second.kind === 'list') {
    const isWhole = first.isWhole && second.isWhole
    return joinsLists ? { ...second, items: [...first.items, ...second.items], isWhole } : second
  }
  // What is not known may have any key, and what stands before it may be gone.
  if (second.kind !== 'record')
    return first.kind === 'record' ? { ...first, entries: new Map(), isWhole: false } : second
  if (first.kind !== 'record') return loosened(second)
  const entries = new Map(second.isWhole ? first.entries : [])
  for (const [key, value] of second.entries) {
    const before = first.entries.get(key)
    const isPair = before?.kind === value.kind && (value.kind === 'record' || value.kind === 'list')
    entries.set(key, isDeep && isPair ? mergeValues(before, value, true, joinsLists) : value)
  }
  return { ...second, entries, isWhole: first.isWhole && second.isWhole }
}

/** The same with room for what is not known. */
export function loosened(value: ConfigValue): ConfigValue {
  return value.kind === 'record' || value.kind === 'list' ? { ...value, isWhole: false } : value
}
