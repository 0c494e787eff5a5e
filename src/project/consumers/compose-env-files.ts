import path from 'node:path'
import { settingsIn } from '../formats/setting-lines.ts'
import { hasVariable } from './interpolate.ts'

/** A file of variables that compose hands to a container. */
export interface EnvFile {
  /** Absolute. */
  readonly path: string
  /** Undefined where the file is not there: it is often kept out of git. */
  readonly names: readonly string[] | undefined
  readonly settings: ReadonlyMap<string, string>
}

/**
 * The names in the files of a service's `env_file`. A path with a variable is left out.
 * https://docs.docker.com/reference/compose-file/services/#env_file
 */
export function readEnvFiles(
  files: readonly { readonly path: string }[],
  folder: string,
  readText: (file: string) => string | undefined,
): readonly EnvFile[] {
  return files
    .filter((file) => !hasVariable(file.path))
    .map((written) => {
      const file = path.resolve(folder, written.path)
      const found = readText(file)
      const settings = new Map(found === undefined ? [] : settingsIn(found))
      return { path: file, names: found === undefined ? undefined : [...settings.keys()], settings }
    })
}
