import { resolvePath, isWithin } from '../../../facts/image-path.ts'
import type { StageFacts } from '../../../facts/stages/stage-facts.ts'

const isNode = ({ base }: StageFacts) => /^(node|oven\/bun)$/.test(base.family)
/** Programs that put Node itself into what they write. */
const embeds = /--compile|--experimental-sea-config|--build-sea|\b(pkg|nexe|postject|caxa)\b/

/**
 * Whether files of a stage are what a build of JavaScript made there, scripts and styles for another image: it writes no programs. Packages
 * may be linked; they lie in node_modules, in the folder that the stage works in.
 */
export function isJavaScriptBuild(source: string, stage: StageFacts, final: StageFacts): boolean {
  const path = resolvePath('/', source)
  if (path === undefined || !isNode(stage) || isNode(final)) return false
  if (/(^|\/)node_modules(\/|$)/.test(path)) return false
  const workdirs = stage.steps.map(({ workdir }) => workdir ?? '/')
  return (
    workdirs.some((folder) => folder !== '/' && path !== folder && isWithin(path, folder)) &&
    !workdirs.some((folder) => isWithin(folder, path)) &&
    !stage.stage.instructions.some(({ text }) => embeds.test(text))
  )
}
