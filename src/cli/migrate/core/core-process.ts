import type { TreeReport } from '../../../publish/sources/migrate-round.ts'
import { createAnswers } from './create-answers.ts'
import type { FileJob, MigrateSettings } from './migrate-file.ts'

// The program of a process that migrates for another: takes tasks, answers each of their jobs in order.

export interface CoreTask {
  /** Of the first task of a run, and for those that follow: what was read of the disk before is read again. */
  readonly settings: MigrateSettings | undefined
  readonly jobs: readonly FileJob[]
}

/** 'ready': the program is loaded. */
export type CoreMessage = 'ready' | TreeReport

let answer: ReturnType<typeof createAnswers> | undefined

async function answerAll({ settings, jobs }: CoreTask): Promise<void> {
  if (settings !== undefined) answer = createAnswers(settings)
  for (const job of jobs)
    // What is done is said before the next job can end the process.
    if (answer !== undefined) await send(await answer(job))
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
