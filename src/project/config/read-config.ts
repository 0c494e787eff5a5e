import { basename } from 'node:path'
import { describeBaseImage, isKnownImage } from '../../knowledge/images/describe-base-image.ts'
import { isRecord, list, record } from '../formats/loose-data.ts'
import { parseYamlText } from '../formats/yaml-text.ts'
import { configSchema, keysAt, type ConfigData } from './config-schema.ts'
import { manifestKey, type ConfigText } from './find-config.ts'

/** A configuration that is what it should be. */
export interface Config {
  readonly kind: 'config'
  /** Absolute. */
  readonly path: string
  readonly data: ConfigData
  /** The line (1-based) of what stands at a path of the data; undefined where a program gave it. */
  readonly lineOf: (path: readonly (string | number)[]) => number | undefined
}

/** Why a configuration can't be used. */
export interface ConfigFault {
  readonly kind: 'fault'
  readonly path: string
  readonly line: number | undefined
  /** A clause: 'there is no key "facs"'. */
  readonly reason: string
  /** A name that is not known, and those that are. */
  readonly unknown?: { readonly name: string; readonly known: readonly string[] }
}

/** A longer one is no configuration, and takes time to read. */
const longest = 256 * 1024

/** Reads a configuration; `rules` are the names that `rules:` takes. JSON is YAML, so both have lines. */
export function readConfig(
  { path, text, isMade }: ConfigText,
  rules: readonly string[],
): Config | ConfigFault {
  const fault = (line: number | undefined, reason: string): ConfigFault => ({
    kind: 'fault',
    path,
    line,
    reason,
  })
  if (text.length > longest) return fault(1, `it is longer than ${longest / 1024} kB`)
  const yaml = parseYamlText(text.replace(/^\uFEFF/, ''))
  if (yaml === undefined) return fault(1, `it is no ${path.endsWith('.json') ? 'JSON' : 'YAML'}`)
  const isManifest = basename(path) === 'package.json'
  const above = isManifest ? [manifestKey] : []
  const given = isManifest && isRecord(yaml.data) ? yaml.data[manifestKey] : yaml.data
  const lineOf = (way: readonly PropertyKey[]) =>
    isMade === true ? undefined : yaml.lineOf([...above, ...way.filter(isPlain)])
  const parsed = configSchema.safeParse(given ?? {})
  if (!parsed.success) {
    const { issues } = parsed.error
    // A key that is written wrong is missing by its right name, too.
    const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]
    if (issue === undefined) return fault(1, 'it is no configuration')
    if (issue.code !== 'unrecognized_keys')
      return fault(
        lineOf(presentPart(issue.path, given)),
        `${nameOf(issue.path)}: ${issue.message}`,
      )
    const [name = ''] = issue.keys
    return {
      ...fault(lineOf([...issue.path, name]), `there is no key "${name}"`),
      unknown: { name, known: keysAt(issue.path) },
    }
  }
  const levels = [
    { way: [], rules: parsed.data.rules },
    ...(parsed.data.overrides ?? []).map((item, i) => ({
      way: ['overrides', i],
      rules: item.rules,
    })),
  ]
  for (const { way, rules: named = {} } of levels)
    for (const name of Object.keys(named))
      if (!rules.includes(name))
        return {
          ...fault(lineOf([...way, 'rules', name]), `there is no rule "${name}"`),
          unknown: { name, known: rules },
        }
  const unknown = unknownImage(parsed.data)
  return unknown === undefined
    ? { kind: 'config', path, data: parsed.data, lineOf }
    : fault(
        lineOf(unknown.way),
        `${nameOf(unknown.way)}: what ${unknown.image} holds is not known; \`images\` can say of which public image it is a copy`,
      )
}

/** An image for the runtime stage of which nothing is known: neither by its name, nor by the one that it is a copy of. */
function unknownImage(
  data: ConfigData,
): { readonly image: string; readonly way: readonly PropertyKey[] } | undefined {
  const levels = [
    { way: [], ...data },
    ...(data.overrides ?? []).map((item, i) => ({
      ...{ way: ['overrides', i], runtime: item.runtime },
      images: [...(item.images ?? []), ...(data.images ?? [])],
    })),
  ]
  for (const { way, runtime = {}, images = [] } of levels)
    for (const [name, image] of Object.entries(runtime))
      if (image !== undefined && !isKnownImage(describeBaseImage(image, images)))
        return { image, way: [...way, 'runtime', name] }
  return undefined
}

/** The path as far as the data goes: what is missing has no line of its own. */
function presentPart(path: readonly PropertyKey[], data: unknown): readonly PropertyKey[] {
  let at = data
  const end = path.findIndex((key) => {
    const below: unknown = list(at)[Number(key)] ?? record(at)[String(key)]
    at = below
    return below === undefined
  })
  return end < 0 ? path : path.slice(0, end)
}

const isPlain = (key: PropertyKey): key is string | number => typeof key !== 'symbol'

/** 'overrides[0].stages.builder' */
function nameOf(path: readonly PropertyKey[]): string {
  return path.length === 0
    ? 'the whole'
    : path
        .map((key, i) =>
          typeof key === 'number' ? `[${key}]` : `${i === 0 ? '' : '.'}${String(key)}`,
        )
        .join('')
}
