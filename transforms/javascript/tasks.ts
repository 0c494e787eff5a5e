import {
  follow,
  followText,
  isSpelledOut,
  type Evidence,
  type RunCommand,
} from '../../src/transform.ts'
import { localBin } from './launchers/scripts.ts'
import type { StageView } from './stage-view.ts'
import { tasksIn, type Task } from './task.ts'

/** Follows a command of a RUN to the programs that do the work. */
export function tasksOf(
  command: RunCommand,
  view: StageView,
  evidence: readonly Evidence[],
): readonly Task[] {
  // Those inside of it stand behind it in the RUN's own list.
  if (isSpelledOut(command))
    return tasksIn([{ ...command, via: evidence, follows: false, bin: undefined }], view)
  return tasksIn(follow(command, view.place, view.launchers, { via: evidence }).found, view)
}

/** The tasks of a script of package.json. */
export function textTasks(
  text: string,
  cwd: string | undefined,
  view: StageView,
  evidence: readonly Evidence[],
): readonly Task[] {
  const origin = { via: evidence, bin: localBin }
  return tasksIn(followText({ text, cwd }, view.place, view.launchers, origin).found, view)
}
