import { createProjectCache, type ProjectCache } from '../../../project/project-cache.ts'
import type { FileReport } from '../../../report/file-report.ts'
import { type FileJob, migrateFile, type MigrateSettings } from './migrate-file.ts'

// The program of a process that migrates for another: takes tasks, answers each of their jobs in order.

export interface CoreTask {
  /** Of the first task of a run, and for those that follow: what was read of the disk before is read again. */
  readonly settings: MigrateSettings | undefined
  readonly jobs: readonly FileJob[]
}

/** 'ready': the program is loaded. */
export type CoreMessage = 'ready' | FileReport

let run: { readonly settings: MigrateSettings; readonly cache: ProjectCache } | undefined

async function answerAll({ settings, jobs }: CoreTask): Promise<void> {
  if (settings !== undefined) run = { settings, cache: createProjectCache() }
  for (const job of jobs)
    // What is done is said before the next job can end the process.
    if (run !== undefined) await send(migrateFile(run.settings, job, run.cache))
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
