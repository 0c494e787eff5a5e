import path from 'node:path'
import type { ConfigFile } from './build-use.ts'
import { isRecord, list, record, text } from '../formats/loose-data.ts'
import { parseYamlText } from '../formats/yaml-text.ts'

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
  /** What the file calls the project. */
  readonly project: string | undefined
  /** By name. */
  readonly secrets: Readonly<Record<string, unknown>>
  readonly volumes: Readonly<Record<string, unknown>>
}

/** Reads a compose file; without services where it is broken. `readText` reads the files beside it that its services extend. */
export function readComposeDocument(
  { path: file, text: source }: ConfigFile,
  readText?: (file: string) => string | undefined,
): ComposeDocument {
  const yaml = parseYamlText(source)
  return composeDocument(file, yaml?.data, yaml?.lineOf, readText)
}

/** The document that some data is: that of a file, or what `docker compose config` prints for it. */
export function composeDocument(
  file: string,
  data: unknown,
  lineOf: (path: readonly string[]) => number = () => 1,
  readText: (file: string) => string | undefined = () => undefined,
): ComposeDocument {
  const top = record(data)
  const services = servicesOf(top)
  const above = services === top ? [] : ['services']
  return {
    services: Object.keys(services)
      .filter((name) => isRecord(services[name]))
      .map((name) => ({
        ...{ file, line: lineOf([...above, name]), name },
        data: extended(name, { file, services, readText }, new Set()),
      })),
    project: services === top ? undefined : text(top['name']),
    secrets: record(top['secrets']),
    volumes: record(top['volumes']),
  }
}

/** The first compose files had their services on top. */
const servicesOf = (top: Readonly<Record<string, unknown>>) =>
  top['services'] === undefined ? top : record(top['services'])

interface Source {
  readonly file: string
  readonly services: Readonly<Record<string, unknown>>
  readonly readText: (file: string) => string | undefined
}

/** The service with what it extends, in the same file or one of the same folder, below it: mappings are merged, lists joined, the rest replaced. */
function extended(
  name: string,
  source: Source,
  seen: ReadonlySet<string>,
): Readonly<Record<string, unknown>> {
  const own = record(source.services[name])
  const written = own['extends']
  const base = isRecord(written) ? written['service'] : written
  const key = `${source.file} ${name}`
  const from = isRecord(written) ? sourceBeside(source, written['file']) : source
  if (typeof base !== 'string' || from === undefined || seen.has(key)) return own
  const merged: Record<string, unknown> = { ...extended(base, from, new Set([...seen, key])) }
  for (const [key, value] of Object.entries(own)) merged[key] = joined(merged[key], value)
  return merged
}

/** Paths in a file of another folder are relative to that; such a file is left out. */
function sourceBeside(source: Source, written: unknown): Source | undefined {
  if (typeof written !== 'string') return source
  const file = path.resolve(path.dirname(source.file), written)
  if (path.dirname(file) !== path.dirname(source.file)) return undefined
  const own = source.readText(file)
  const services = own === undefined ? {} : servicesOf(record(parseYamlText(own)?.data))
  return { ...source, file, services }
}

function joined(base: unknown, own: unknown): unknown {
  if (isRecord(base) && isRecord(own)) return { ...base, ...own }
  if (Array.isArray(base) && Array.isArray(own)) return [...list(base), ...list(own)]
  return own
}
