import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import type { Holder } from '../apply/lock.ts'

/** This process, as locks know it. */
export const holder: Holder = { pid: process.pid, host: hostname(), markOf }

function markOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // Somebody else's process lives, too.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return undefined
  }
  return startTime(pid)
}

/**
 * When a process began, where the system says so as Linux does; '0' elsewhere. Undefined for one that has ended and that nobody has asked about yet.
 * https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
function startTime(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name before it may have brackets and blanks.
    const [state = '', ...fields] = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return /^[ZX]$/i.test(state) ? undefined : fields[18]
  } catch {
    return '0'
  }
}
