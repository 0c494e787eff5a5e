import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/** Who takes a lock, and who else is there. */
export interface Holder {
  readonly pid: number
  /** The machine's name. */
  readonly host: string
  /** Is there a process of that number on this machine? */
  readonly isAlive: (pid: number) => boolean
}

/**
 * Takes a lock file; gives what releases it, or undefined where a process that lives has it. A lock that a killed process of this
 * machine left is taken over.
 */
export function takeLock(file: string, holder: Holder): (() => void) | undefined {
  const { pid, host } = holder
  // Written aside and linked into place: a lock never stands there empty.
  const own = `${file}.${pid}`
  try {
    writeFileSync(own, JSON.stringify({ pid, host }))
    for (let attempt = 0; attempt < 2; attempt++) {
      if (link(own, file)) {
        return () => {
          if (readHolder(file)?.pid === pid) rmSync(file, { force: true })
        }
      }
      if (isHeld(file, holder)) return undefined
      rmSync(file, { force: true })
    }
    return undefined
  } finally {
    rmSync(own, { force: true })
  }
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function isHeld(file: string, { host, isAlive }: Holder): boolean {
  const found = readHolder(file)
  return found !== undefined && (found.host !== host || isAlive(found.pid))
}

function readHolder(file: string): { readonly pid: number; readonly host: string } | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (value === null || typeof value !== 'object') return undefined
    const [pid, host] = ['pid' in value && value.pid, 'host' in value && value.host]
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host } : undefined
  } catch {
    return undefined
  }
}
