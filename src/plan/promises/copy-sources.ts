import { isWithin, resolvePath } from '../../facts/image-path.ts'
import { findStage, type StageFacts } from '../../facts/stage-facts.ts'
import type { Facts } from '../../facts/facts.ts'
import type { Effect } from '../../facts/effects/effect.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import type { PromiseCheck } from './promise.ts'

/** What a COPY names is there: in the context, or made in the stage that `--from` names. */
export const copySources: PromiseCheck = {
  code: 'promise-copy-source',
  check: ({ before, after }) => {
    const already = new Set(
      before.stages.flatMap(({ copies }) => copies.flatMap((copy) => copy.missing)),
    )
    for (const facts of after.stages) {
      for (const copy of facts.copies) {
        const missing = copy.missing.find((source) => !already.has(source))
        if (missing !== undefined)
          return `COPY would name ${missing}, which is not in the build context`
        const stage =
          copy.from === undefined
            ? undefined
            : findStage(after.stages.slice(0, facts.stage.index), copy.from)
        const absent =
          stage === undefined
            ? undefined
            : copy.sources.find((source) => !canHave(stage, source, after))
        if (
          absent !== undefined &&
          !before.stages.some((old) => old.copies.some((other) => other.sources.includes(absent)))
        )
          return `COPY --from=${copy.from} would name ${absent}, which that stage does not have`
      }
    }
    return undefined
  },
}

/** Whether the last that a command of the stage does to a path is to delete it. */
function isDeleted(path: string, { commands }: StageFacts): boolean {
  // `rm -rf node_modules && bun install` fills it again.
  const fills = /\/(node_modules|vendor)$/.test(path)
  const effects = commands.flatMap((command): readonly Effect[] => {
    const known = effectsOf(command)
    return known ?? (fills ? [{ kind: 'creates', path, isFolder: true }] : [])
  })
  const last = effects.findLast(
    (effect) =>
      (effect.kind === 'deletes' && isWithin(path, effect.path)) ||
      (effect.kind === 'creates' && effect.path === path),
  )
  return last?.kind === 'deletes'
}

/** Whether a stage can have a path: its copies or its commands made it, or the image brings it. */
function canHave(stage: StageFacts, source: string, facts: Facts): boolean {
  const path = resolvePath('/', source)
  if (path === undefined) return false
  if (isDeleted(path, stage)) return false
  const hasRuns = stage.steps.some(({ instruction }) => instruction.keyword === 'RUN')
  const copied = stage.copies.flatMap((copy) => copy.paths)
  const isCopied = copied.some(({ target, isFolder, source: from }) => {
    if (isWithin(target, path)) return true
    if (!isFolder || !isWithin(path, target)) return false
    const below = path === target ? '' : path.slice(target === '/' ? 1 : target.length + 1)
    const inContext = [from, below].filter((part) => part !== '').join('/')
    return inContext === '' || facts.project.isFile(inContext) || facts.project.isFolder(inContext)
  })
  if (isCopied || hasRuns) return true
  const folders = stage.steps.flatMap((step) => step.workdir ?? [])
  return (
    folders.some((folder) => isWithin(folder, path)) ||
    stage.parent !== undefined ||
    stage.copies.some((copy) => copy.from !== undefined)
  )
}
