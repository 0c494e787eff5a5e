import { folderOf, resolvePath } from '../../../../src/transform.ts'
import { optionsOf, textOption, type Ask } from '../../config/options.ts'
import { optionOf, type ConfigValue, type Option } from '../../config/value.ts'
import type { StageView } from '../../stage-view.ts'
import { buildIn, majorOf, readToolConfig, type ToolCall } from '../call.ts'
import type { Stores } from '../run-time.ts'

/**
 * Where a server of Nitro keeps what it stores: https://nitro.build/guide/storage, https://nitro.build/guide/database,
 * https://content.nuxt.com/docs/getting-started/configuration#database. `devStorage` is the developer's.
 */
export function nitroStores(cwd: string, view: StageView): Stores {
  const call = buildIn('nuxt', cwd, view)
  const file = (name: string) => optionsOf(readToolConfig(call, cwd, [name]))
  const [nuxt, nitro, app] = [file('nuxt.config'), file('nitro.config'), file('app.config')]
  const asks: readonly Ask[] = [
    (...keys) => nuxt('nitro', ...keys),
    (...keys) => nuxt('$production', 'nitro', ...keys),
    nitro,
    (...keys) => app('server', ...keys),
  ]
  const found = [
    ...asks.flatMap((ask) => mounts(ask('storage'))),
    ...asks.flatMap(databases),
    ...content(call, nuxt),
  ]
  return {
    writes: found.flatMap((item) => (item === unknown ? [] : (resolvePath(cwd, item) ?? []))),
    unknown: found.includes(unknown) ? 'a store that its configuration computes' : undefined,
    ownsServer: keepsBeside(call, nuxt),
  }
}

const unknown = Symbol('unknown')
type Place = string | typeof unknown

/** `{ db: { driver: 'fs', base: './data/db' } }`: https://unstorage.unjs.io/drivers/fs */
function mounts(storage: Option): readonly Place[] {
  return valuesOf(storage).flatMap((mount): readonly Place[] => {
    const ask = askOf(mount)
    const driver = textOption(ask('driver'))
    if (driver === false) return [unknown]
    if (driver === undefined || !/^fs(-?lite)?$/i.test(driver)) return []
    const base = textOption(ask('base'))
    return base === false ? [unknown] : base === undefined ? [] : [base]
  })
}

/** `experimental: { database: true }`, in `.data` where nothing else is said: https://db0.unjs.io/connectors/sqlite */
function databases(ask: Ask): readonly Place[] {
  const isOn = ask('experimental', 'database')
  if (isOn.kind !== 'set' || isOn.value.kind !== 'literal' || isOn.value.value !== true) return []
  const named = ask('database')
  if (named.kind === 'unset') return ['.data']
  return valuesOf(named).flatMap((database): readonly Place[] => {
    const own = askOf(database)
    const connector = textOption(own('connector'))
    if (connector === false) return [unknown]
    if (connector === undefined || !/sqlite/.test(connector)) return []
    const path = textOption(own('options', 'path'))
    if (path === false || textOption(own('options', 'name')) === false) return [unknown]
    if (textOption(own('options', 'name')) === ':memory:') return []
    return [path === undefined ? '.data' : folderOf(path)]
  })
}

/** A database of the pages, which the server fills when it is first asked. */
function content(call: ToolCall, nuxt: Ask): readonly Place[] {
  if (!hasContent(call)) return []
  const file = textOption(nuxt('content', 'database', 'filename'))
  if (file === false) return [unknown]
  return file?.startsWith('/') === true ? [folderOf(file)] : []
}

/** Where no other file is named, beside the server's own. */
function keepsBeside(call: ToolCall, nuxt: Ask): boolean {
  const type = textOption(nuxt('content', 'database', 'type'))
  const file = textOption(nuxt('content', 'database', 'filename'))
  if (!hasContent(call) || (type !== undefined && type !== 'sqlite')) return false
  return file === undefined || (file !== false && !/^(\/|:memory:)/.test(file))
}

/** Since version 3; before, pages were kept in memory. */
const hasContent = (call: ToolCall) => (majorOf(call, '@nuxt/content') ?? 0) >= 3

const askOf =
  (value: ConfigValue): Ask =>
  (...keys) =>
    optionOf(value, keys)

/** The values of a record; one that nobody knows where it may have more. */
function valuesOf(option: Option): readonly ConfigValue[] {
  return option.kind === 'set' && option.value.kind === 'record'
    ? [...option.value.entries.values()]
    : []
}
