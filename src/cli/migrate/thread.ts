import { parentPort } from 'node:worker_threads'
import { createProjectCache } from '../../project/project-cache.ts'
import type { FileReport } from '../../report/file-report.ts'
import { type FileJob, migrateFile, type MigrateSettings } from './migrate-file.ts'

// The program of a worker thread: takes tasks, answers each of their jobs in order.

export interface ThreadTask {
  readonly settings: MigrateSettings
  readonly jobs: readonly FileJob[]
}

export type ThreadAnswer = FileReport

const cache = createProjectCache()

parentPort?.on('message', (task: ThreadTask) => {
  for (const job of task.jobs) {
    const answer: ThreadAnswer = migrateFile(task.settings, job, cache)
    parentPort?.postMessage(answer)
  }
})
