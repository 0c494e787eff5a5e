import {
  baseName,
  folderOf,
  mountOver,
  mountText,
  refuse,
  type Facts,
  type Refusal,
} from '../../../src/transform.ts'
import { startLine } from '../../javascript/start-line.ts'
import { touches } from '../site/site-build.ts'
import { targetOfStage } from '../site/stage-target.ts'
import type { Serving } from '../../javascript/tools/servers/serving.ts'

const development = /(^|[^a-z])(dev|develop|development|local)([^a-z]|$)/i

/** The stage's name, where it speaks of development. */
export function developmentStage({ final }: Facts): string | undefined {
  const { name } = final.stage
  return name !== undefined && development.test(name) ? name : undefined
}

/**
 * A development server that is meant: the file, its folder or all that builds it say so, or the sources lie over the image. A stage's name
 * alone does not: people copy it; it counts where something asks for it.
 * Undefined where it only stands in for a web server.
 */
export function refuseDevelopment(facts: Facts, serving: Serving): Refusal | undefined {
  const { project } = facts
  const line = startLine(facts)
  const refused = (why: string) =>
    refuse(
      'development-image',
      `Line ${line} starts ${serving.label}, a development server, and ${why}. Keep this file for development, and write one for production.`,
      line,
    )
  const usages = project.usages()
  for (const usage of usages) {
    const mount = mountOver(usage, (target) => touches(target, serving.cwd ?? '/'))
    if (mount !== undefined) return refused(mountText(usage, mount))
  }
  const file = project.dockerfile ?? ''
  const name = [baseName(file), baseName(folderOf(file))].find((word) => development.test(word))
  if (name !== undefined) return refused(`\`${name}\` says that it is meant`)
  const stage = developmentStage(facts)
  const target = stage === undefined ? undefined : targetOfStage(facts, stage)
  if (target !== undefined)
    return refused(`${target.path}:${target.line} builds its stage "${stage}" by that name`)
  // What a script runs in the container says nothing of the build.
  const builds = usages.filter(
    ({ kind, command, entrypoint }) =>
      kind !== 'script' || (command === undefined && entrypoint === undefined),
  )
  const [first] = builds
  if (
    first !== undefined &&
    builds.every(
      (usage) =>
        development.test(baseName(usage.path)) ||
        development.test(usage.target ?? '') ||
        /(^|[-_.])dev(elopment)?$/i.test(usage.name),
    )
  )
    return refused(`${first.path}:${first.line} builds it for development`)
  return undefined
}
