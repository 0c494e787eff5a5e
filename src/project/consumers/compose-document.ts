import type { ConfigFile } from './build-use.ts'
import { isRecord, list, record } from '../loose-data.ts'
import { parseYamlText } from '../yaml-text.ts'

/** A service as it is written, what it extends in the same file applied. */
export interface WrittenService {
  /** Absolute. */
  readonly file: string
  /** 1-based. */
  readonly line: number
  readonly name: string
  readonly data: Readonly<Record<string, unknown>>
}

/** A compose file, as data. */
export interface ComposeDocument {
  readonly services: readonly WrittenService[]
  /** By name. */
  readonly secrets: Readonly<Record<string, unknown>>
}

/** Reads a compose file; without services where it is broken. */
export function readComposeDocument({ path: file, text }: ConfigFile): ComposeDocument {
  const yaml = parseYamlText(text)
  return composeDocument(file, yaml?.data, yaml?.lineOf)
}

/** The document that some data is: that of a file, or what `docker compose config` prints for it. */
export function composeDocument(
  file: string,
  data: unknown,
  lineOf: (path: readonly string[]) => number = () => 1,
): ComposeDocument {
  const top = record(data)
  // The first compose files had their services on top.
  const above = top['services'] === undefined ? [] : ['services']
  const services = above.length === 0 ? top : record(top['services'])
  return {
    services: Object.keys(services)
      .filter((name) => isRecord(services[name]))
      .map((name) => ({
        ...{ file, line: lineOf([...above, name]), name },
        data: extended(name, services, new Set()),
      })),
    secrets: record(top['secrets']),
  }
}

/** The service with what it extends in the same file below it: mappings are merged, lists joined, the rest replaced. */
function extended(
  name: string,
  services: Readonly<Record<string, unknown>>,
  seen: ReadonlySet<string>,
): Readonly<Record<string, unknown>> {
  const own = record(services[name])
  const written = own['extends']
  const base = isRecord(written) && written['file'] === undefined ? written['service'] : written
  if (typeof base !== 'string' || seen.has(name)) return own
  const merged: Record<string, unknown> = { ...extended(base, services, new Set([...seen, name])) }
  for (const [key, value] of Object.entries(own)) merged[key] = joined(merged[key], value)
  return merged
}

function joined(base: unknown, own: unknown): unknown {
  if (isRecord(base) && isRecord(own)) return { ...base, ...own }
  if (Array.isArray(base) && Array.isArray(own)) return [...list(base), ...list(own)]
  return own
}
