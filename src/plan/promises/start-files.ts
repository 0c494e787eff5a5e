import type { Command } from '../../facts/command.ts'
import type { Facts } from '../../facts/facts.ts'
import { baseName, isWithin } from '../../facts/image-path.ts'
import type { Process } from '../../facts/follow/process.ts'
import { mountOver } from '../../project/mount-over.ts'
import type { Usage } from '../../project/project.ts'
import { pathOf, pathsInWords, scriptOf, startsTheSame } from '../needs/entries.ts'
import { viewOf } from '../view/stage-view.ts'
import type { PromiseCheck } from './promise.ts'

interface Check {
  readonly who: string
  readonly processes: readonly Process[]
  /** Of the file that they were followed in. */
  readonly facts: Facts
  /** What compose lays over the image. */
  readonly usage?: Usage
}

/** Every file that the start command and the health check name is in the final stage, if it was before. */
export const startFiles: PromiseCheck = {
  code: 'promise-start-file',
  check: ({ before, after }) => {
    if (before.stages.length === after.stages.length) return undefined
    const facts = startsTheSame(before, after) ? before : after
    const checks: readonly Check[] = [
      { who: 'the start command', processes: facts.start?.processes ?? [], facts },
      { who: 'the health check', processes: before.health?.processes ?? [], facts: before },
      ...before.overrides.map(({ usage, processes: others }) => ({
        who: `${usage.path}:${usage.line}`,
        processes: others,
        facts: before,
        usage,
      })),
    ]
    const view = viewOf(after.final, after)
    for (const { who, processes, facts: own, usage } of checks) {
      const named = processes
        .flatMap((process) => pathsNamed(process, own))
        .filter(([path = '']) => !(usage && mountOver(usage, (target) => isWithin(path, target))))
      const lost = named.find((spellings) =>
        spellings.every((path) => after.contextPath(path) === undefined && view.has(path) === 'no'),
      )
      if (lost !== undefined)
        return `${lost[0]}, which ${who} names, would not be in the runtime stage`
    }
    return undefined
  },
}

const system = /^\/(s?bin|usr\/(local\/)?s?bin|lib|usr\/lib|dev|proc|sys|tmp|etc)\//

/** Programs and files that a process names by path, each with the spellings under which it may stand there. */
function pathsNamed(process: Command, facts: Facts): readonly (readonly string[])[] {
  const { name, cwd } = process
  const program = name?.includes('/') === true ? pathOf(name, cwd) : undefined
  const isOwn = program !== undefined && !isOfImage(program, facts)
  const run = pathOf(scriptOf(process), cwd)
  const files = pathsInWords(process).flatMap((path) =>
    path === run || facts.contextPath(path) === undefined ? [] : [[path]],
  )
  return [
    ...(isOwn ? [[program]] : []),
    // Node looks for a module's file by the name without its end, too.
    ...(run === undefined || isOfImage(run, facts)
      ? []
      : [['', '.js', '.cjs', '.mjs', '/index.js'].map((end) => run + end)]),
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
