import type { Command } from '../../facts/command.ts'
import type { Facts } from '../../facts/facts.ts'
import { isWithin, resolvePath } from '../../facts/image-path.ts'
import type { StageFacts } from '../../facts/stage-facts.ts'
import { effectsOf } from '../effects.ts'
import type { PromiseCheck } from './promise.ts'

/** Every file that the start command names is in the final stage, if it was before. */
export const startFiles: PromiseCheck = {
  code: 'promise-start-file',
  check: ({ before, after }) => {
    if (before.stages.length === after.stages.length) return undefined
    for (const process of before.start?.processes ?? []) {
      for (const path of pathsNamed(process, before)) {
        if (!hasPath(after.final, path, after))
          return `${path}, which the start command names, would not be in the runtime stage`
      }
    }
    return undefined
  },
}

const system = /^\/(s?bin|usr\/(local\/)?s?bin|lib|usr\/lib|dev|proc|sys|tmp|etc)\//

/** Programs and files that a process names by path: the program itself, and arguments that are files of the project. */
function pathsNamed(process: Command, facts: Facts): readonly string[] {
  const words = [process.name?.includes('/') ? process.name : undefined, ...process.args]
  return words.flatMap((word, i) => {
    if (
      word === undefined ||
      /^-|:\/\/|[$*?]/.test(word) ||
      word === '' ||
      word === '.' ||
      word === '/'
    )
      return []
    const path = resolvePath(process.cwd, word)
    if (path === undefined || system.test(path)) return []
    return i === 0 || facts.contextPath(path) !== undefined ? [path] : []
  })
}

function hasPath(stage: StageFacts, path: string, facts: Facts): boolean {
  if (facts.contextPath(path) !== undefined) return true
  if (
    stage.copies.some(
      (copy) =>
        copy.destination !== undefined &&
        (isWithin(path, copy.destination) ||
          copy.paths.some(({ target }) => isWithin(path, target))),
    )
  )
    return true
  if (
    stage.commands.some(
      (command) =>
        effectsOf(command)?.some(
          (effect) => effect.kind === 'creates' && isWithin(path, effect.path),
        ) ?? true,
    )
  )
    return true
  return stage.parent !== undefined && hasPath(stage.parent, path, facts)
}
