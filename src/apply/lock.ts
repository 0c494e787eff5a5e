import { closeSync, openSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { codeOf } from './apply-error.ts'

/** Who takes a lock, and who else is there. */
export interface Holder {
  readonly pid: number
  /** The machine's name. */
  readonly host: string
  /** What tells a process of this machine from others that had its number before; undefined where there is none of that number. */
  readonly markOf: (pid: number) => string | undefined
}

export type Lock =
  | {
      readonly release: () => void
      /** Processes that were killed while they had the lock. */
      readonly dead: readonly number[]
    }
  | {
      /** A process that has the lock, or is about to take it. */
      readonly heldBy: number
    }

/**
 * Takes a lock, once. Each process that wants it puts a file with its own name beside `path`, looks for others, and takes its own away again where one is
 * there: so two never have it, and what a killed process left can be removed by anybody at any time. Two that come at once may both get none; try again
 * after a while of chance.
 */
export function takeLock(path: string, holder: Holder): Lock {
  const before = others(path, holder)
  if (before.alive !== undefined) return { heldBy: before.alive }
  const own = join(dirname(path), claimName(path, holder))
  try {
    closeSync(openSync(own, 'wx', 0o600))
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return { heldBy: holder.pid }
    throw error
  }
  const release = (): void => {
    rmSync(own, { force: true })
  }
  const { alive } = others(path, holder)
  if (alive === undefined) return { release, dead: before.dead }
  release()
  return { heldBy: alive }
}

/** A lock's own name, then the claim's: the mark makes it one that no other process ever has. */
function claimName(path: string, { host, pid, markOf }: Holder): string {
  return `${basename(path)}.${encodeURIComponent(host)}.${pid}.${markOf(pid) ?? ''}`
}

/** The claims of others. Those of processes that are gone are removed. */
function others(
  path: string,
  holder: Holder,
): { readonly alive: number | undefined; readonly dead: readonly number[] } {
  const start = `${basename(path)}.`
  const dead: number[] = []
  let alive: number | undefined
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(start) || name === claimName(path, holder)) continue
    const [, host, pid, mark] = /^(.+)\.(\d+)\.(\w*)$/.exec(name.slice(start.length)) ?? []
    if (host === undefined || pid === undefined) continue
    const isHere = host === encodeURIComponent(holder.host)
    if (!isHere || holder.markOf(Number(pid)) === mark) alive = Number(pid)
    else {
      dead.push(Number(pid))
      rmSync(join(dirname(path), name), { force: true })
    }
  }
  return { alive, dead }
}
