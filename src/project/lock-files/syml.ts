import { parseSyml } from '@yarnpkg/parsers'
import { record } from '../formats/loose-data.ts'

/** Reads YAML without types, and what yarn 1 writes: large files in less time than a reader that keeps positions. Undefined where it is broken. */
export function readSyml(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (text === undefined) return undefined
  try {
    return record(parseSyml(text))
  } catch {
    return undefined
  }
}
