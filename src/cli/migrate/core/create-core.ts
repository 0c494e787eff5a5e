import { availableParallelism } from 'node:os'
import type { TreeReport } from '../../../publish/sources/migrate-round.ts'
import type { CommitFiles } from '../../../publish/sources/tree.ts'
import { defaultTimeout, type Failed, timeLimit } from '../../../report/file-report.ts'
import type { MigrateAll } from './migrate-all.ts'
import type { FileJob, MigrateSettings } from './migrate-file.ts'
import { type CoreProcess, deaf, startCore } from './start-core.ts'

/** A process takes a moment to start, so few files are faster by one. */
const filesWorthTwo = 150
/** Each takes some 100 MB. */
export const mostProcesses = 4

/** Jobs handed to a process at a time: neighbours, which share what is read of their project. */
const batchSize = 16
/** Batches for each process that may be ahead of what was taken, so that memory does not grow with the number of files. */
const batchesAhead = 4

/** How often it is looked how long a file takes, in milliseconds. Counted, not read off a clock: a stopped process (Ctrl-Z) takes no time. */
const tick = 100
/** What it may take beyond the limit, which a process watches over itself but in native code, in milliseconds. */
const grace = 2000
/** To load the program, in milliseconds. */
const timeToLoad = 60_000

/** Migrates in processes of their own: a file that never ends, eats the memory or crashes costs itself alone. */
export interface Core {
  /** Starts a process that will be needed, so that it loads while others are busy. */
  readonly prepare: () => void
  readonly migrateAll: MigrateAll
  /** Ends what was started. */
  readonly end: () => void
}

interface Lane {
  readonly core: CoreProcess
  /** Indexes of the jobs it has, in the order it does them. */
  readonly pending: number[]
  isNew: boolean
  /** Milliseconds that it has for the first of them. */
  left: number
}

/** `interrupt` ends what is under way: nothing more comes. `start` can stand in for processes in tests. */
export function createCore(interrupt: AbortSignal, start = startCore): Core {
  const loaded = new WeakSet<CoreProcess>()
  /** The commit that a process has: a campaign asks several times for one, and it may be large. */
  const commits = new WeakMap<CoreProcess, CommitFiles | undefined>()
  const idle: CoreProcess[] = []
  const rest = (core: CoreProcess) => {
    core.keep(false)
    core.listener = {
      message: () => {
        loaded.add(core)
      },
      end: () => {
        const at = idle.indexOf(core)
        if (at >= 0) idle.splice(at, 1)
      },
    }
    idle.push(core)
  }

  async function* migrateAll(
    settings: MigrateSettings,
    jobs: readonly FileJob[],
    processes: number | undefined,
  ): AsyncGenerator<TreeReport> {
    const count = Math.min(jobs.length, processes ?? worthwhile(jobs.length))
    const { commit, timeoutPerFile: seconds = defaultTimeout } = settings
    const most = seconds * 1000 + grace
    const ready = new Map<number, TreeReport>()
    const lanes = new Set<Lane>()
    let dealt = 0
    let taken = 0
    let wake = (): void => undefined

    const give = (lane: Lane, indexes: readonly number[]): void => {
      lane.pending.push(...indexes)
      // Once: they name all the paths of the command line.
      const isKnown = commit !== undefined && commits.get(lane.core) === commit
      const told = lane.isNew && !isKnown ? settings : undefined
      commits.set(lane.core, commit)
      lane.core.send({ settings: told, jobs: indexes.flatMap((index) => jobs[index] ?? []) })
      lane.isNew = false
      lane.left = most + (loaded.has(lane.core) ? 0 : timeToLoad)
    }
    const deal = (lane: Lane): void => {
      if (lane.pending.length > 0) return
      const end = Math.min(dealt + batchSize, jobs.length)
      if (dealt >= end) {
        // What comes of the last ones may take others time, who ask for a process meanwhile.
        lanes.delete(lane)
        rest(lane.core)
        return
      }
      if (end > taken + count * batchSize * batchesAhead) return
      const indexes = Array.from({ length: end - dealt }, (_, i) => dealt + i)
      dealt = end
      give(lane, indexes)
    }
    const settle = (lane: Lane, report: TreeReport): void => {
      const index = lane.pending.shift()
      if (index !== undefined) ready.set(index, report)
      lane.left = most
      wake()
    }
    const open = (): Lane => {
      const known = idle.findIndex((each) => commits.get(each) === commit)
      const core = idle.splice(known, 1)[0] ?? start()
      const lane: Lane = { core, pending: [], isNew: true, left: 0 }
      core.keep(true)
      core.listener = {
        message: (message) => {
          if (message === 'ready') {
            loaded.add(core)
            lane.left = Math.min(lane.left, most)
            return
          }
          settle(lane, message)
          // What was broken off left who knows what behind.
          if ('code' in message.result && message.result.code === 'time-limit') replace(lane)
          else deal(lane)
        },
        end: (why) => {
          lose(lane, why)
        },
      }
      lanes.add(lane)
      return lane
    }
    /** The file that a process was at is lost with it. */
    const lose = (lane: Lane, why: Failed): void => {
      const job = jobs[lane.pending[0] ?? -1]
      if (job !== undefined) settle(lane, { path: job.path, context: undefined, result: why })
      replace(lane)
    }
    /** What a process has not done is done by another one. */
    const replace = (lane: Lane): void => {
      lanes.delete(lane)
      lane.core.listener = deaf
      lane.core.kill()
      if (lane.pending.length > 0) give(open(), lane.pending)
      else if (dealt < jobs.length) deal(open())
    }
    const watch = setInterval(() => {
      for (const lane of lanes)
        if (lane.pending.length > 0 && (lane.left -= tick) <= 0) lose(lane, timeLimit(seconds))
    }, tick)
    const stop = () => {
      wake()
    }
    interrupt.addEventListener('abort', stop)

    try {
      for (let i = 0; i < count; i++) deal(open())
      while (taken < jobs.length && !interrupt.aborted) {
        const report = ready.get(taken)
        if (report === undefined) {
          await new Promise<void>((resolve) => (wake = resolve))
          continue
        }
        ready.delete(taken++)
        for (const lane of lanes) deal(lane)
        yield report
      }
    } finally {
      clearInterval(watch)
      interrupt.removeEventListener('abort', stop)
      for (const { core, pending } of lanes) {
        core.listener = deaf
        if (pending.length > 0) core.kill()
        else rest(core)
      }
      lanes.clear()
    }
  }

  return {
    prepare: () => {
      rest(start())
    },
    migrateAll,
    end: () => {
      for (const core of idle) core.kill()
    },
  }
}

const worthwhile = (files: number) =>
  files < filesWorthTwo ? 1 : Math.min(availableParallelism(), mostProcesses)
