import { dirname, isAbsolute, relative, resolve } from 'node:path'
import { migrate } from '../migrate.ts'
import type { Outcome } from '../plan/outcome.ts'
import { failed, type FileReport } from '../report/file-report.ts'
import { readDockerfile } from './read-dockerfile.ts'

/** What of the command line decides about one file. Plain data: it crosses threads. */
export interface MigrateSettings {
  readonly cwd: string
  /** As typed. */
  readonly context: string | undefined
  readonly only: readonly string[] | undefined
  readonly skip: readonly string[]
  readonly safe: boolean
}

/**
 * Migrates the Dockerfile at `path` (as typed); never throws. `bytes` stand in for the file's content (`--stdin-filepath`).
 * This is the one place where the command line calls the core.
 */
export function migrateFile(
  settings: MigrateSettings,
  path: string,
  bytes?: Uint8Array,
): FileReport {
  try {
    const read = bytes ?? readDockerfile(resolve(settings.cwd, path))
    if (!(read instanceof Uint8Array)) return { path, context: undefined, result: read }
    const source = Buffer.from(read).toString('utf8')
    const root = resolve(settings.cwd, settings.context ?? dirname(path))
    return {
      path,
      context: asTyped(root, path, settings.cwd),
      result: migrateText(settings, source),
    }
  } catch (error) {
    return { path, context: undefined, result: internalError(error) }
  }
}

function migrateText(settings: MigrateSettings, source: string): Outcome {
  const { only, skip, safe } = settings
  return migrate(source, undefined as never, { only, skip, safe })
}

/** A folder the way the Dockerfile's path was typed: absolute, or relative to the working directory. */
function asTyped(folder: string, path: string, cwd: string): string {
  return isAbsolute(path) ? folder : relative(cwd, folder) || '.'
}

/** A defect of the program. It must not stop the other files, nor hide. */
export function internalError(error: unknown): FileReport['result'] {
  const message = error instanceof Error ? error.message : String(error)
  return failed(
    'internal-error',
    `msb-migrate itself failed: ${message}`,
    'Please report it with this Dockerfile; the file is as it was.',
  )
}
