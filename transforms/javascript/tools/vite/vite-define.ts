import type { ConfigValue, Option } from '../../config/value.ts'
import { hindrance, type Hindrance } from '../tool-server.ts'
import type { ViteConfig } from './vite-config.ts'

/**
 * A text that the sources have by `define`, and that is another one in a build. What only says the mode differs by its nature.
 * https://vite.dev/config/shared-options.html#define
 */
export function differentDefine(server: ViteConfig, build: ViteConfig): Hindrance | undefined {
  const before = definedBy(server.option('define'))
  const after = definedBy(build.option('define'))
  if (before === undefined || after === undefined) return undefined
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [one, other] = [before.get(name), after.get(name)]
    const [old, made] = [wordOf(one), wordOf(other)]
    if (old === made || (saysMode(old) && saysMode(made))) continue
    const why = `${server.name} defines another ${name} for it than for a build`
    return hindrance('other', why, (one ?? other)?.at)
  }
  return undefined
}

/** Undefined where it can't be read. */
function definedBy(option: Option): ReadonlyMap<string, ConfigValue> | undefined {
  if (option.kind === 'unset') return new Map()
  return option.kind === 'set' && option.value.kind === 'record' ? option.value.entries : undefined
}

/** A literal, `JSON.stringify` of one included; undefined for all that is not one, and for what is not there. */
function wordOf(value: ConfigValue | undefined): string | undefined {
  if (value?.kind === 'call' && value.name === 'stringify') return wordOf(value.args[0])
  return value?.kind === 'literal' ? String(value.value).replace(/^(["'])(.*)\1$/, '$2') : undefined
}

const saysMode = (text: string | undefined) =>
  text === undefined || /^(true|false|serve|build|dev(elopment)?|prod(uction)?)$/.test(text)
