import type { Facts } from '../../../facts/facts.ts'
import { baseName, isWithin } from '../../../facts/image-path.ts'
import type { Process } from '../../../facts/follow/process.ts'
import { mountOver } from '../../../project/mount-over.ts'
import type { Usage } from '../../../project/project.ts'
import { viewOf } from '../../view/stage-view.ts'
import { mainOf, pathOf, pathsInWords, scriptOf, startsTheSame } from '../seen/entries.ts'

/** A file that is started and that the runtime stage does not have. */
export interface LostStart {
  readonly path: string
  readonly who: 'start command' | 'health check' | Usage
  readonly process: Process
  /** Whether the author's image is seen to have it. */
  readonly wasThere: boolean
}

interface Check {
  readonly who: LostStart['who']
  readonly processes: readonly Process[]
  /** Of the file that they were followed in. */
  readonly facts: Facts
  /** What compose lays over the image. */
  readonly usage?: Usage
}

/** The first file that the start command, the health check or a compose service names and that the final stage does not have. */
export function lostStart(before: Facts, after: Facts): LostStart | undefined {
  if (before.stages.length === after.stages.length) return undefined
  const facts = startsTheSame(before, after) ? before : after
  const checks: readonly Check[] = [
    { who: 'start command', processes: facts.start?.processes ?? [], facts },
    { who: 'health check', processes: before.health?.processes ?? [], facts: before },
    ...before.overrides.map(({ usage, processes }) => ({
      who: usage,
      processes,
      facts: before,
      usage,
    })),
  ]
  const view = viewOf(after.final, after)
  const old = viewOf(before.final, before)
  for (const { who, processes, facts: own, usage } of checks) {
    for (const process of processes) {
      const named = pathsNamed(process, own).filter(
        ([path = '']) => !(usage && mountOver(usage, (target) => isWithin(path, target))),
      )
      const lost = named.find((spellings) =>
        spellings.every((path) => after.contextPath(path) === undefined && view.has(path) === 'no'),
      )
      const path = lost?.[0]
      if (lost === undefined || path === undefined) continue
      return { path, who, process, wasThere: lost.some((spelling) => old.has(spelling) === 'yes') }
    }
  }
  return undefined
}

const system = /^\/(s?bin|usr\/(local\/)?s?bin|lib|usr\/lib|dev|proc|sys|tmp|etc)\//

const withEndings = (path: string) =>
  ['', '.js', '.cjs', '.mjs', '/index.js'].map((end) => path + end)

/** Programs and files that a process names by path, each with the spellings under which it may stand there. */
function pathsNamed(process: Process, facts: Facts): readonly (readonly string[])[] {
  const { name, cwd } = process
  const program = name?.includes('/') === true ? pathOf(name, cwd) : undefined
  const isOwn = program !== undefined && !isOfImage(program, facts)
  const run = pathOf(scriptOf(process), cwd)
  const main = mainOf(process, facts)
  const files = pathsInWords(process).flatMap((path) =>
    path === run || facts.contextPath(path) === undefined ? [] : [[path]],
  )
  return [
    ...(isOwn ? [[program]] : []),
    // Node looks for a module's file by the name without its end, too.
    ...(run === undefined || isOfImage(run, facts) ? [] : [withEndings(run)]),
    ...(main === undefined ? [] : [withEndings(main)]),
    ...files,
  ]
}

/** Programs and libraries that the image or its OS packages bring, unlike those that the Dockerfile puts there. */
function isOfImage(path: string, { contextPath, final }: Facts): boolean {
  const { Entrypoint, Cmd } = final.base.config
  if ([...(Entrypoint ?? []), ...(Cmd ?? [])].includes(path)) return true
  if (!system.test(path) || contextPath(path) !== undefined) return false
  if (!/^\/usr\/local\/s?bin\//.test(path)) return true
  return final.base.hasProgram(baseName(path)) !== false
}
