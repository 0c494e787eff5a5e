import { readExport } from '../../config/read-config.ts'
import type { ConfigValue } from '../../config/value.ts'
import { stringIn } from '../../manifest.ts'
import { readFile } from '../../stage-view.ts'
import { contextName, readingOf, type ToolCall } from '../call.ts'
import { hindrance, type Hindrance } from '../tool-server.ts'
import { isRecord, resolvePath } from '../../../../src/transform.ts'

type Options = Readonly<Record<string, unknown>>

/**
 * Texts that the development server and the build have different: `fileReplacements` gives each an environment file of its own, and an address in one may be
 * all that the image works with. https://angular.dev/tools/cli/environments
 */
export function differentEnvironment(
  call: ToolCall,
  root: string,
  served: Options,
  built: Options,
): Hindrance | undefined {
  const inServed = replacementsOf(served)
  const inBuilt = replacementsOf(built)
  for (const file of new Set([...inServed.keys(), ...inBuilt.keys()])) {
    const before = resolvePath(root, inServed.get(file) ?? file)
    const after = resolvePath(root, inBuilt.get(file) ?? file)
    if (before === undefined || after === undefined || before === after) continue
    const key = differentText(textsOf(call, before), textsOf(call, after))
    if (key === undefined) continue
    const name = contextName(call, before)
    return hindrance(
      'other',
      `${name} gives it another ${key} than ${contextName(call, after)} gives the build`,
      { path: name, line: undefined, text: '' },
    )
  }
  return undefined
}

function replacementsOf(options: Options): ReadonlyMap<string, string> {
  const list = options['fileReplacements']
  const items: readonly unknown[] = Array.isArray(list) ? list : []
  return new Map(
    items.flatMap((item): [string, string][] => {
      if (!isRecord(item)) return []
      const from = stringIn(item, 'replace') ?? stringIn(item, 'src')
      const to = stringIn(item, 'with') ?? stringIn(item, 'replaceWith')
      return from === undefined || to === undefined ? [] : [[from, to]]
    }),
  )
}

/** The texts of an environment file by their keys; undefined where it is empty or has another form. */
function textsOf(call: ToolCall, path: string): ReadonlyMap<string, string> | undefined {
  const { view } = call
  if ((readFile(view, path) ?? '').trim() === '') return undefined
  const reading = readingOf(call)
  const value = readExport(path, 'environment', reading) ?? readExport(path, 'default', reading)
  const texts = new Map<string, string>()
  const gather = (item: ConfigValue, key: string) => {
    if (item.kind === 'record')
      for (const [name, inner] of item.entries) gather(inner, key === '' ? name : `${key}.${name}`)
    else if (item.kind === 'literal') {
      if (typeof item.value === 'string') texts.set(key, item.value)
    } else texts.set(key, item.at.text)
  }
  if (value !== undefined) gather(value, '')
  return texts
}

/** Names of the environment itself differ by their nature. */
const ownNames =
  /(^|\.)(env|envName|environment|environmentName|name|mode|stage|logLevel|version)$/i

function differentText(
  before: ReadonlyMap<string, string> | undefined,
  after: ReadonlyMap<string, string> | undefined,
): string | undefined {
  if (before === undefined || after === undefined) return undefined
  return [...before].find(([key, text]) => !ownNames.test(key) && after.get(key) !== text)?.[0]
}
