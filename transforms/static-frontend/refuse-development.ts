import { baseName, folderOf, refuse, type Facts, type Refusal } from '../../src/transform.ts'
import { startLine } from '../javascript/start-line.ts'
import { touches } from './site-build.ts'
import type { Serving } from './serving.ts'

const development = /(^|[^a-z])(dev|develop|development|local)([^a-z]|$)/i

/**
 * A development server that is meant: the file, its folder, its stage or all that builds it say so, or the sources lie over the image.
 * Undefined where it only stands in for a web server.
 */
export function refuseDevelopment(facts: Facts, serving: Serving): Refusal | undefined {
  const { project, final } = facts
  const line = startLine(facts)
  const refused = (why: string) =>
    refuse(
      'development-image',
      `Line ${line} starts ${serving.label}, a development server, and ${why}. Keep this file for development, and write one for production.`,
      line,
    )
  const usages = project.usages()
  for (const { path, line: at, bindMounts } of usages) {
    const mount = bindMounts.find(({ target }) => touches(target, serving.cwd ?? '/'))
    if (mount !== undefined)
      return refused(
        `${path}:${at} mounts ${mount.source === '' ? 'the sources' : mount.source} over ${mount.target}`,
      )
  }
  const file = project.dockerfile ?? ''
  const name = [baseName(file), baseName(folderOf(file))].find((word) => development.test(word))
  if (name !== undefined) return refused(`\`${name}\` says that it is meant`)
  const stage = final.stage.name
  if (stage !== undefined && development.test(stage))
    return refused(`its stage is named "${stage}"`)
  const [first] = usages
  if (
    first !== undefined &&
    usages.every(
      (usage) =>
        development.test(baseName(usage.path)) ||
        development.test(usage.target ?? '') ||
        /(^|[-_.])dev(elopment)?$/i.test(usage.name),
    )
  )
    return refused(`${first.path}:${first.line} builds it for development`)
  return undefined
}
