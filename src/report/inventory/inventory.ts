import type { FileReport } from '../file-report.ts'
import { megabytesOfBase } from './base-size.ts'

/** What an inventory keeps of a file; of 10,000 it must fit into memory. */
export interface InventoryFile {
  readonly path: string
  readonly outcome: FileReport['result']['outcome']
  /** Undefined where no transform took it on. */
  readonly ecosystem: string | undefined
  /** As it is; undefined where it could not be read. */
  readonly stages: number | undefined
  /** Why it stays as it is. */
  readonly code: string | undefined
  /** What would change it, each once. */
  readonly rules: readonly string[]
  /** Undefined where nothing would change, and where a base image's size is not known. */
  readonly base: BaseSizes | undefined
}

/** Megabytes of the base images alone, roughly. */
export interface BaseSizes {
  readonly before: number
  readonly after: number
}

/** What is kept of a report. */
export function inventoryFile({ path, result, stages }: FileReport): InventoryFile {
  const isMigrated = result.outcome === 'migrated'
  return {
    path,
    outcome: result.outcome,
    ecosystem: 'ecosystem' in result ? result.ecosystem : undefined,
    stages,
    code: isMigrated ? undefined : result.code,
    rules: isMigrated ? [...new Set(result.changes.map(({ rule }) => rule))] : [],
    base: isMigrated ? baseSizes(result.before, result.after) : undefined,
  }
}

/** What the base images of two texts of a Dockerfile weigh; undefined where no table has one of them. */
export function baseSizes(old: string, now: string): BaseSizes | undefined {
  const before = megabytesOfBase(old)
  const after = megabytesOfBase(now)
  return before === undefined || after === undefined ? undefined : { before, after }
}

/** How often each value is found, the most frequent first. */
export function counted<T>(
  files: readonly InventoryFile[],
  valuesOf: (file: InventoryFile) => readonly T[],
): readonly { readonly value: T; readonly files: number }[] {
  const counts = new Map<T, number>()
  for (const file of files)
    for (const value of valuesOf(file)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, files]) => ({ value, files }))
    .sort((a, b) => b.files - a.files || (String(a.value) < String(b.value) ? -1 : 1))
}
