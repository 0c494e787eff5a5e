import { parse } from 'smol-toml'
import { isRecord } from './loose-data.ts'

/** A TOML document; empty where it is broken. */
export function readToml(source: string): Readonly<Record<string, unknown>> {
  try {
    const data: unknown = parse(source)
    return isRecord(data) ? data : {}
  } catch {
    return {}
  }
}
