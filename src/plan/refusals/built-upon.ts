import type { Facts } from '../../facts/facts.ts'
import { baseName, beforePattern, isWithin, resolvePath } from '../../facts/image-path.ts'
import { leavesOutDev } from '../needs/lost/kept-packages.ts'
import { usagesOf } from '../uses/image-demands.ts'
import { viewOf } from '../view/stage-view.ts'
import { refuse, type Refusal } from './refuse.ts'

/** Refuses an image in which another Dockerfile of the project, or a tool that updates containers, carries out commands. */
export function refuseBuiltUpon(facts: Facts): Refusal | undefined {
  for (const { carriesOut, path, line } of usagesOf(facts))
    if (carriesOut !== undefined)
      return refuse(
        'built-upon',
        `${path}:${line} carries out \`${carriesOut}\` in this image, with what a runtime stage may leave behind.`,
      )
  return undefined
}

/** Refuses a migration whose last stage would not have, in full, what another Dockerfile of the project copies out of the image. */
export function refuseTaken(before: Facts, after: Facts): Refusal | undefined {
  for (const { takes, path, line } of usagesOf(before)) {
    const lost = takes.find((taken) => !isKept(beforePattern(taken) || '/', before, after))
    if (lost !== undefined)
      return refuse(
        'built-upon',
        `${path}:${line} copies ${lost} from this image, which the runtime stage would not have as it is now.`,
      )
  }
  return undefined
}

const packages = /\/(node_modules|vendor)(\/|$)/

/** Whether all that lies at a path comes along: of a folder that only some files are copied into, not all does. */
function isKept(path: string, before: Facts, after: Facts): boolean {
  const view = viewOf(after.final, after)
  const holdsPackages = packages.test(path) || view.has(`${path}/node_modules`) === 'yes'
  if (holdsPackages && leavesOutDev(before, after)) return false
  const targets = after.final.copies.flatMap(({ destination, saysFolder, sources, paths, from }) =>
    from === undefined
      ? paths.map(({ target }) => target)
      : sources.flatMap((source) => {
          const name = baseName(source)
          const into = saysFolder && name !== baseName(destination ?? '') ? name : '.'
          return resolvePath(destination, into) ?? []
        }),
  )
  if (targets.some((target) => isWithin(path, target))) return true
  return !targets.some((target) => isWithin(target, path)) && view.has(path) === 'yes'
}
