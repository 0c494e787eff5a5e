import { Worker } from 'node:worker_threads'
import { type FileReport, internalError } from '../../report/file-report.ts'
import type { FileJob, MigrateSettings } from './migrate-file.ts'
import type { ThreadAnswer, ThreadTask } from './thread.ts'

/** Jobs handed to a thread at a time: neighbours, which share what is read of their project. */
const batchSize = 16
/** Batches for each thread that may be ahead of what was taken, so that memory does not grow with the number of files. */
const batchesAhead = 4

interface Thread {
  readonly worker: Worker
  /** Indexes of the jobs it has, in the order it does them. */
  readonly pending: number[]
  error: unknown
}

/**
 * Migrates on worker threads; the reports come in the order of the jobs, whatever the threads' speed. A thread that dies costs the file
 * it was at; the others are done by the next thread.
 */
export async function* migrateOnThreads(
  settings: MigrateSettings,
  jobs: readonly FileJob[],
  count: number,
): AsyncGenerator<FileReport> {
  const ready = new Map<number, FileReport>()
  const threads = new Set<Thread>()
  let dealt = 0
  let taken = 0
  let wake = (): void => undefined

  const give = (thread: Thread, indexes: readonly number[]): void => {
    thread.pending.push(...indexes)
    const task: ThreadTask = { settings, jobs: indexes.flatMap((index) => jobs[index] ?? []) }
    thread.worker.postMessage(task)
  }
  const deal = (thread: Thread): void => {
    const end = Math.min(dealt + batchSize, jobs.length)
    if (thread.pending.length > 0 || dealt >= end || end > taken + count * batchSize * batchesAhead)
      return
    const indexes = Array.from({ length: end - dealt }, (_, i) => dealt + i)
    dealt = end
    give(thread, indexes)
  }
  const settle = (index: number | undefined, report: FileReport | undefined): void => {
    if (index !== undefined && report !== undefined) ready.set(index, report)
    wake()
  }
  const start = (): Thread => {
    const worker = new Worker(new URL('./thread.js', import.meta.url), {
      // What a file takes is short-lived; the default lets each thread pile up several times as much.
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    })
    const thread: Thread = { worker, pending: [], error: undefined }
    worker.on('message', (report: ThreadAnswer) => {
      settle(thread.pending.shift(), report)
      deal(thread)
    })
    worker.on('error', (error) => {
      thread.error = error
    })
    worker.on('exit', () => {
      if (threads.delete(thread)) replace(thread)
    })
    threads.add(thread)
    return thread
  }
  const replace = ({ pending, error }: Thread): void => {
    const [index, ...rest] = pending
    const job = index === undefined ? undefined : jobs[index]
    const result = internalError(error ?? new Error('a thread ended'))
    settle(index, job && { path: job.path, context: undefined, result })
    if (rest.length > 0) give(start(), rest)
    else if (dealt < jobs.length) deal(start())
  }

  try {
    for (let i = 0; i < count; i++) deal(start())
    while (taken < jobs.length) {
      const report = ready.get(taken)
      if (report === undefined) {
        await new Promise<void>((resolve) => (wake = resolve))
        continue
      }
      ready.delete(taken++)
      for (const thread of threads) deal(thread)
      yield report
    }
  } finally {
    const left = [...threads]
    threads.clear()
    await Promise.all(left.map(({ worker }) => worker.terminate()))
  }
}
