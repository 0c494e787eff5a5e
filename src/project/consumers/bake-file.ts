import path from 'node:path'
import { asPattern } from '../../dockerfile/patterns/as-pattern.ts'
import { PLAIN_USE, platformsIn } from './build-use.ts'
import type { BuildUse, ConfigFile, ResolveBuild } from './build-use.ts'
import { readHcl } from './hcl.ts'
import type { HclBlock } from './hcl.ts'
import { interpolate } from './interpolate.ts'
import { parseJsonText } from '../formats/json-text.ts'
import { pairs, record, text, texts } from '../formats/loose-data.ts'
import { lineOfOffset } from '../../dockerfile/line-of-offset.ts'

/**
 * The targets of a docker-bake file, what they inherit included; variables by their defaults.
 * https://docs.docker.com/build/bake/reference/
 */
export function readBakeFile(file: ConfigFile, resolve: ResolveBuild): readonly BuildUse[] {
  const blocks = file.path.endsWith('.json') ? readJson(file.text) : readHcl(file.text)
  const variables = new Map(
    named(blocks, 'variable').flatMap(([name, { attributes }]): [string, string][] => {
      const value = text(attributes['default'])
      return value === undefined ? [] : [[name, value]]
    }),
  )
  const targets = new Map(named(blocks, 'target'))
  const expand = (value: unknown): string | undefined => {
    const written = text(value)
    return written === undefined ? undefined : interpolate(written, variables)
  }
  return [...targets].flatMap(([name, { line }]) => {
    const build = inherited(name, targets, new Set())
    if (build['dockerfile-inline'] !== undefined) return []
    const place = resolve(path.dirname(file.path), {
      context: expand(build['context']),
      dockerfile: expand(build['dockerfile']),
    })
    if (!place) return []
    const buildArgs = new Map(
      [...pairs(build['args'])].map(([key, value]) => [key, interpolate(value, variables)]),
    )
    const target = expand(build['target'])
    const own = { file: file.path, line, kind: 'bake', name, target, buildArgs } as const
    const images = texts(build['tags']).map((tag) => interpolate(tag, variables))
    const platforms = platformsIn(
      texts(build['platforms']).map((platform) => interpolate(platform, variables)),
    )
    const contexts = pairs(build['contexts'])
    return [{ ...PLAIN_USE, ...place, ...own, images, platforms, contexts }]
  })
}

function named(blocks: readonly HclBlock[], type: string): readonly [string, HclBlock][] {
  return blocks.flatMap((block): [string, HclBlock][] => {
    const [name] = block.labels
    return block.type === type && name !== undefined ? [[name, block]] : []
  })
}

function inherited(
  name: string,
  targets: ReadonlyMap<string, HclBlock>,
  seen: ReadonlySet<string>,
): Readonly<Record<string, unknown>> {
  const own = targets.get(name)?.attributes
  if (own === undefined || seen.has(name)) return {}
  const merged: Record<string, unknown> = {}
  for (const parent of texts(own['inherits'])) {
    overlay(merged, inherited(parent, targets, new Set([...seen, name])))
  }
  overlay(merged, own)
  return merged
}

function overlay(base: Record<string, unknown>, top: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(top)) {
    base[key] = key === 'args' ? { ...record(base[key]), ...record(value) } : value
  }
}

/** `{"target": {"web": {"context": "."}}}` as the blocks that it would be in HCL. */
function readJson(source: string): readonly HclBlock[] {
  return Object.entries(record(parseJsonText(source))).flatMap(([type, blocks]) =>
    Object.entries(record(blocks)).map(([name, attributes]) => ({
      type,
      labels: [name],
      line: lineOf(source, JSON.stringify(name)),
      attributes: record(attributes),
    })),
  )
}

/** Of the first `"name":`; 1 where it is written in another way. */
function lineOf(source: string, quoted: string): number {
  const at = source.search(new RegExp(`${asPattern(quoted)}\\s*:`))
  return lineOfOffset(source, at)
}
