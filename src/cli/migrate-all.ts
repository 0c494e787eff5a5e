import type { FileReport } from '../report/file-report.ts'
import { migrateFile, type MigrateSettings } from './migrate-file.ts'

/** Migrates many Dockerfiles; the reports come in the order of `paths`, whatever the number of threads. */
export async function* migrateAll(
  settings: MigrateSettings,
  paths: readonly string[],
  _jobs: number | undefined,
): AsyncGenerator<FileReport> {
  for (const path of paths) yield migrateFile(settings, path)
}
