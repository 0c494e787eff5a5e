import { isWithin, outermost, resolvePath } from '../../../src/transform.ts'
import type { MadePath } from '../../javascript/tools/output.ts'
import type { StageView } from '../../javascript/stage-view.ts'
import { inOrder } from '../../javascript/tools/left-by.ts'
import { installsOf, usesSources, type Work } from '../../javascript/work.ts'

/** What the commands of a build leave in the folders of an app, the outermost only. */
export interface Leavings {
  /** By the build's own programs; paths in node_modules left out. */
  readonly made: readonly MadePath[]
  /** By `mkdir`, `cp` and the like. */
  readonly arranged: readonly MadePath[]
  /** Why that is not all; undefined where it is. */
  readonly unknownOutput: string | undefined
}

export function readLeavings(works: readonly Work[], root: string, view: StageView): Leavings {
  const left = inOrder(works).makes.filter((item) => isOfApp(item, root, works))
  const built = works.filter(({ isNode }) => isNode).flatMap(({ makes }) => makes)
  const isBuilt = ({ path, from }: MadePath): boolean =>
    built.some((item) => item.path === path || (from !== undefined && isWithin(from, item.path)))
  const made = outermost(left.filter(isBuilt))
  return {
    made,
    arranged: outermost(left.filter((item) => !isBuilt(item))).filter(
      (item) => !made.some(({ path }) => isWithin(item.path, path)),
    ),
    unknownOutput:
      works.flatMap(({ unknownOutput }) => unknownOutput ?? [])[0] ?? tidiesUp(works, view),
  }
}

const system =
  /^\/(etc|usr|s?bin|lib\w*|var|tmp|proc|sys|dev|run|root|mnt|media)(\/|$)|\/node_modules(\/|$)/

/** `/root` of `/root/app`: who works in a folder of the system makes files there. */
const topOf = (path: string) => path.split('/')[1]

/** Inside the app's folder, or another folder that packages are installed in. */
function isOfApp({ path }: MadePath, root: string, works: readonly Work[]): boolean {
  const folders = [
    root,
    ...works.flatMap((work) => installsOf(work).flatMap(({ cwd }) => cwd ?? [])),
  ]
  return (
    folders.some(
      (folder) => path !== folder && isWithin(path, folder) && !isWithin(folder, path),
    ) &&
    !(system.test(path) && topOf(path) !== topOf(root)) &&
    !path.includes('/node_modules')
  )
}

/** A RUN that builds and then moves or deletes sources: what is left is its own affair. */
function tidiesUp(works: readonly Work[], { contextPath }: StageView): string | undefined {
  const tidy = works.find(
    ({ command, isNode }) =>
      !isNode &&
      (command.name === 'rm' || command.name === 'mv') &&
      works.some((work) => work.command.step === command.step && usesSources(work)) &&
      command.args.some((arg) => {
        const path =
          arg === undefined || arg.startsWith('-') ? undefined : resolvePath(command.cwd, arg)
        return (
          path !== undefined && !path.includes('/node_modules') && contextPath(path) !== undefined
        )
      }),
  )
  return tidy === undefined
    ? undefined
    : `line ${tidy.command.step.instruction.line} moves and deletes sources after it builds`
}
