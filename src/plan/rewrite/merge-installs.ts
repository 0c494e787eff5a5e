import type { Instruction } from '../../dockerfile/instruction.ts'
import type { BaseImage, PackageManagerName } from '../../knowledge/images/base-image.ts'
import { writeInstall } from '../../knowledge/package-managers.ts'
import { usesOneOf } from '../base/command-uses.ts'
import type { Placed } from '../place/placed.ts'
import type { RunPlace } from '../place/run-place.ts'

/** Adds packages of the runtime stage's base to the RUN that installs some already, or else, and for commands above that, to a new one below FROM. Each package once. */
export function mergeInstalls(
  placed: Placed,
  packages: readonly string[],
  { packageManager: manager }: BaseImage,
): { readonly placed: Placed; readonly setup: readonly string[] } {
  if (manager === undefined) return { placed, setup: [] }
  const runs = new Map<Instruction, RunPlace>()
  const seen = new Set<string>()
  let more = packages
  const early: string[] = []
  for (const [instruction, run] of placed.runs) {
    if (!isOurs(run, manager)) {
      if (run.runtimeCommands.some((command) => usesOneOf(more, command, manager))) {
        early.push(...more)
        more = []
      }
      runs.set(instruction, run)
      continue
    }
    const installs = [...new Set([...more, ...run.installs])].filter((name) => !seen.has(name))
    more = []
    for (const name of installs) seen.add(name)
    const text = writeInstall(manager, installs)
    runs.set(instruction, {
      ...run,
      installs,
      inRuntime: installs.length === 0 ? 'none' : { text },
    })
  }
  const atStart = [...early, ...more]
  const setup = atStart.length === 0 ? [] : [writeInstall(manager, atStart)]
  return { placed: { ...placed, runs }, setup }
}

/** Whether it is a line of ours. The author's, made shorter, may do more than install. */
const isOurs = ({ installs, inRuntime }: RunPlace, manager: PackageManagerName): boolean =>
  installs.length > 0 &&
  typeof inRuntime === 'object' &&
  inRuntime.text === writeInstall(manager, installs)
