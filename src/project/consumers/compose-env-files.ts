import path from 'node:path'
import { hasVariable, interpolate } from './interpolate.ts'
import { isRecord, list, text } from '../loose-data.ts'

/** A file of variables that compose hands to a container. */
export interface EnvFile {
  /** Absolute. */
  readonly path: string
  /** Undefined where the file is not there: it is often kept out of git. */
  readonly names: readonly string[] | undefined
}

/**
 * A service's `env_file`: a path, or a list of paths or of `{ path }`; relative to the compose file. A path with a variable is left out.
 * https://docs.docker.com/reference/compose-file/services/#env_file
 */
export function readEnvFiles(
  value: unknown,
  folder: string,
  readText: (file: string) => string | undefined,
): readonly EnvFile[] {
  return list(value).flatMap((entry) => {
    const written = text(isRecord(entry) ? entry['path'] : entry)
    const name = written === undefined ? undefined : interpolate(written, new Map())
    if (name === undefined || hasVariable(name)) return []
    const file = path.resolve(folder, name)
    const found = readText(file)
    return [{ path: file, names: found === undefined ? undefined : namesIn(found) }]
  })
}

function namesIn(file: string): readonly string[] {
  return file
    .split('\n')
    .flatMap((line) => /^\s*(?:export\s+)?([\w.-]+)\s*[=:]/.exec(line)?.[1] ?? [])
}
