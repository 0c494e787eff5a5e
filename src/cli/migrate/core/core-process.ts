import { createProjectCache } from '../../../project/project-cache.ts'
import type { FileReport } from '../../../report/file-report.ts'
import { type FileJob, migrateFile, type MigrateSettings } from './migrate-file.ts'

// The program of a process that migrates for another: takes tasks, answers each of their jobs in order.

export interface CoreTask {
  readonly settings: MigrateSettings
  readonly jobs: readonly FileJob[]
  /** The first task of a run: what was read of the disk before is read again. */
  readonly isFirst: boolean
}

/** 'ready': the program is loaded. */
export type CoreMessage = 'ready' | FileReport

let cache = createProjectCache()

async function answerAll({ settings, jobs, isFirst }: CoreTask): Promise<void> {
  if (isFirst) cache = createProjectCache()
  for (const job of jobs) {
    const report = migrateFile(settings, job, cache)
    // What is done is said before the next job can end the process.
    await send(report)
  }
}

const send = (message: CoreMessage): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(message, () => {
      resolve()
    })
  })

// Ctrl-C goes to all processes of a terminal; the one that asks decides what to do.
process.on('SIGINT', () => undefined)
process.on('disconnect', () => process.exit())
process.on('message', (task: CoreTask) => {
  void answerAll(task)
})
void send('ready')
