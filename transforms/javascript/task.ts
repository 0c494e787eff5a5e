import {
  isProcess,
  resolvePath,
  type Command,
  type Evidence,
  type OpenEnd,
  type Process,
} from '../../src/transform.ts'
import { readCall } from './launchers/managers.ts'
import { runnerNames } from './launchers/runners.ts'
import { localBin } from './launchers/scripts.ts'
import type { ManagerCall, PackageManager } from './package-managers/index.ts'
import type { StageView } from './stage-view.ts'

/** What a command comes down to, as JavaScript's tools see it. */
export type Task =
  | {
      readonly kind: 'manager'
      readonly manager: PackageManager
      readonly call: Exclude<ManagerCall, { readonly kind: 'script' | 'program' | 'text' }>
      readonly cwd: string | undefined
      readonly command: Command
      readonly evidence: readonly Evidence[]
    }
  /** A program: `tsc -p .`, of node_modules/.bin where `isLocal`. */
  | {
      readonly kind: 'program'
      readonly name: string
      readonly args: readonly (string | undefined)[]
      readonly cwd: string | undefined
      readonly isLocal: boolean
      /** It only starts others, which are tasks of their own: `cross-env`, `run-s`. */
      readonly isStarter: boolean
      readonly command: Command
      readonly evidence: readonly Evidence[]
    }
  /** A script that package.json does not have, or words that are not known. */
  | { readonly kind: 'unknown'; readonly why: string; readonly evidence: readonly Evidence[] }

export type ManagerTask = Extract<Task, { readonly kind: 'manager' }>
export type ProgramTask = Extract<Task, { readonly kind: 'program' }>

export const isProgram = (task: Task): task is ProgramTask => task.kind === 'program'

/**
 * The programs that do the work, the calls of package managers that install, and what can't be followed. Of what only starts others,
 * packages stay: they have to be there.
 */
export function tasksIn(found: readonly (Process | OpenEnd)[], view: StageView): readonly Task[] {
  return found.flatMap((item): readonly Task[] => {
    if (!isProcess(item)) return [{ kind: 'unknown', why: item.why, evidence: item.via }]
    const { name = '', args, cwd, via: evidence } = item
    const isLocal = item.bin === localBin
    if (item.follows && !(isLocal && runnerNames.has(name))) return []
    const read = item.follows ? undefined : readCall({ name, args, cwd, place: view.place })
    if (read !== undefined) {
      const { manager, call, folder } = read
      if (call.kind !== 'script' && call.kind !== 'program' && call.kind !== 'text') {
        const there = folder === undefined ? cwd : resolvePath(cwd, folder)
        return [{ kind: 'manager', manager, call, cwd: there, command: item, evidence }]
      }
    }
    const isStarter = item.follows
    return [{ kind: 'program', name, args, cwd, isLocal, isStarter, command: item, evidence }]
  })
}
