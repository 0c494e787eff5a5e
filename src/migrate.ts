import type { Outcome } from './plan/outcome.ts'
import type { Project } from './project/project.ts'

export interface MigrateOptions {
  /** Rules to use; all where undefined. */
  readonly only: readonly string[] | undefined
  readonly skip: readonly string[]
  /** Leave out what needs review. */
  readonly safe: boolean
}

/** Everything that can be asked of a Dockerfile, in order of use. */
export function migrate(_source: string, _project: Project, _options: MigrateOptions): Outcome {
  return { outcome: 'unchanged', ecosystem: undefined, code: 'x', reason: 'x', help: undefined, line: undefined }
}
