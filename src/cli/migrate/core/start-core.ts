import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { CoreMessage, CoreTask } from './core-process.ts'
import { type Failed, failed } from '../../../report/file-report.ts'

/** Of the heap of one process, in MB; a file takes some 50. */
const heap = 1024

/** A process that migrates for this one, so that nothing that a file does to it reaches the others. */
export interface CoreProcess {
  readonly send: (task: CoreTask) => void
  /** Ends it at once. */
  readonly kill: () => void
  /** Whether this process waits for it at its own end. */
  readonly keep: (isNeeded: boolean) => void
  /** Who hears of it. */
  listener: {
    readonly message: (message: CoreMessage) => void
    /** It ended, by itself or not; `why` says what that means for the file that it was at. */
    readonly end: (why: Failed) => void
  }
}

export const deaf: CoreProcess['listener'] = { message: () => undefined, end: () => undefined }

export function startCore(): CoreProcess {
  const child = fork(fileURLToPath(new URL('./core-process.js', import.meta.url)), {
    // What a file takes is short-lived; the default lets each process pile up several times as much.
    execArgv: [`--max-old-space-size=${heap}`, '--max-semi-space-size=16'],
    serialization: 'advanced',
    // Node's own words on a crash are for the authors of node.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const core: CoreProcess = {
    send: (task) => {
      child.send(task)
    },
    kill: () => {
      child.kill('SIGKILL')
    },
    keep: (isNeeded) => {
      keep(child, isNeeded)
    },
    listener: deaf,
  }
  child.on('message', (message: CoreMessage) => {
    core.listener.message(message)
  })
  child.on('error', (error) => {
    core.listener.end(failed('crashed', `No process can be started to read it: ${error.message}`))
  })
  child.on('exit', (code, signal) => {
    core.listener.end(whyEnded(code, signal))
  })
  return core
}

function keep(child: ChildProcess, isNeeded: boolean): void {
  if (isNeeded) child.ref()
  else child.unref()
  const { channel } = child
  if (isNeeded) channel?.ref()
  else channel?.unref()
}

/** V8 aborts where the heap is full; the system kills where the memory is. */
function whyEnded(code: number | null, signal: NodeJS.Signals | null): Failed {
  return signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134
    ? failed(
        'memory-limit',
        `Reading it and its project takes more memory than one file may have (${heap} MB).`,
        'Look for what is very large or nests very deep in its folder; .dockerignore keeps it out.',
      )
    : failed(
        'crashed',
        `Reading it and its project ended the process that did (${signal ?? `exit code ${code}`}).`,
        'Please report it together with its folder.',
      )
}
