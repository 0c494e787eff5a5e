import { chmodSync, lstatSync, mkdirSync, statSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Lock, takeLock } from '../../apply/lock.ts'
import { holder } from '../holder.ts'
import { messageOf } from './file-list.ts'
import { realPath } from './real-path.ts'

/** Folders that no other run of this machine writes to. */
export interface Hold {
  readonly release: () => void
  /** What the user should know, in sentences. */
  readonly hints: readonly string[]
}

/** Milliseconds that another run may take for a folder; its writing takes some tens. */
const patience = 60_000

/**
 * Holds the folders of these files, links followed; one after the other in the same order everywhere, so that two runs never wait for each other. The
 * locks are no part of the project: they lie in the machine's folder for temporary files. Where that can't be, it says so and goes without. Gives
 * the process that has one of the folders where that takes longer than a minute, or the run is interrupted.
 */
export async function holdFolders(
  files: readonly string[],
  interrupt: AbortSignal,
): Promise<Hold | { readonly heldBy: number }> {
  const hints: string[] = []
  const held: (() => void)[] = []
  const release = (): void => {
    for (const each of held.splice(0)) each()
  }
  let left = patience
  const names = new Set(files.flatMap((file) => lockName(file) ?? []))
  try {
    const place = placeOfLocks()
    for (const name of [...names].sort()) {
      for (;;) {
        const lock: Lock = takeLock(join(place, name), holder)
        if ('release' in lock) {
          held.push(lock.release)
          hints.push(
            ...lock.dead.map((pid) => `the lock of a killed run (process ${pid}) was removed`),
          )
          break
        }
        const pause = 2 + Math.random() * 20
        if ((left -= pause) <= 0 || interrupt.aborted) {
          release()
          return { heldBy: lock.heldBy }
        }
        await setTimeout(pause)
      }
    }
  } catch (error) {
    hints.push(`there can be no lock against other runs in ${tmpdir()} (${messageOf(error)})`)
  }
  return { release, hints }
}

/**
 * Two paths of one folder are one, whatever links, mounts and cases of letters make of its name. Undefined where there is none; then nothing
 * can be written there.
 */
function lockName(file: string): string | undefined {
  const stat = statSync(dirname(realPath(file)), { bigint: true, throwIfNoEntry: false })
  return stat && `${stat.dev}-${stat.ino}`
}

/** A folder that this user alone writes to: nobody else can take a lock away, or keep one. */
function placeOfLocks(): string {
  const user = process.getuid?.() ?? 0
  const folder = join(tmpdir(), `msb-migrate-locks-${user}-${encodeURIComponent(hostname())}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  if (!found.isDirectory() || (process.getuid !== undefined && found.uid !== user))
    throw new Error(`${folder} is somebody else's`)
  if (process.getuid !== undefined) chmodSync(folder, 0o700)
  return folder
}
