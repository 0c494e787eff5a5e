import {
  baseName,
  factsOfStage,
  hasDevPackages,
  isNativeForBuilds,
  isRecord,
  isWithin,
  leavesOf,
  lineage,
  nativePackages,
  resolvePath,
  type Facts,
  type RuleContext,
  type StageFacts,
} from '../../../src/transform.ts'
import type { Answer } from './answer.ts'

/** Whether a stage's image is one of Node or Bun. */
export const isOfNode = ({ base }: StageFacts): boolean =>
  base.family === 'node' || base.family === 'oven/bun'

/** What makes programs of JavaScript, or compiles machine code beside it. */
const executables =
  /(^|[\s"'/])(pkg|nexe|caxa|node-gyp|prebuildify|cargo|napi|neon|electron-builder|electron-forge|deno\s+compile)([\s"']|$)|\s--compile\b|--experimental-sea-config/

/**
 * What a stage of Node has at a path that its installs and builds fill; undefined for what they have no part in. Scripts, styles and pages are the
 * same everywhere; packages are where none of them has parts for one machine.
 */
export function builtByNode(
  path: string,
  stage: StageFacts,
  taker: StageFacts,
  isMade: boolean,
  { facts, installs }: Pick<RuleContext, 'facts' | 'installs'>,
): Answer | undefined {
  const stages = lineage(stage)
  const commands = stages.flatMap((each) => each.commands)
  const overlaps = (other: string) => isWithin(other, path) || isWithin(path, other)
  const filled = commands.flatMap((command) => {
    const call = installs.read(command)
    const name = call?.installer.fills?.name
    const folder = call?.folder
    const place = name === undefined || folder === undefined ? undefined : resolvePath(folder, name)
    return call?.fills === true && place !== undefined ? [place] : []
  })
  const hasPackages = filled.some(overlaps)
  const isOfProject = stages.some((each) =>
    [each.end.workdir, ...each.steps.map(({ workdir }) => workdir)].some(
      (folder) => folder !== undefined && folder !== '/' && isWithin(path, folder),
    ),
  )
  const isKnownTool = commands.some((command) =>
    leavesOf(command, { ...facts, final: stage })?.paths.some((left) => overlaps(left.path)),
  )
  if (!hasPackages && !isMade && !isKnownTool) return undefined
  if (!isOfProject) return { why: `whether ${path} is the same for all platforms is not known` }
  const own = factsOfStage(facts, stage)
  const program = commands.find(({ argv }) =>
    executables.test(argv.map((word) => word ?? '').join(' ')),
  )
  if (program !== undefined)
    return { why: `line ${program.step.instruction.line} makes a program for one platform` }
  const folder = own.contextPath(stage.end.workdir ?? '/') ?? ''
  if (executables.test(scriptsOf(folder, facts)))
    return {
      why: `a script of ${folder === '' ? '' : `${folder}/`}package.json makes a program for one platform`,
    }
  if (isWithoutNode(taker) && isWithoutNode(facts.final)) return { builds: [] }
  const natives = nativePackages(facts.project, folder)
  if (natives === undefined)
    return { why: 'no lock file says which packages have parts for one platform' }
  const inImage = natives.filter(({ name, isForDevelopment }) =>
    hasPackages
      ? !isForDevelopment || hasDevPackages(facts)
      : !isForDevelopment && !(isKnownTool && isNativeForBuilds(name)),
  )
  const [first] = inImage
  return first === undefined
    ? { builds: [] }
    : { why: `the package ${first.name} has parts for one platform` }
}

function scriptsOf(folder: string, { project }: Facts): string {
  const manifest = project.json(folder === '' ? 'package.json' : `${folder}/package.json`)
  const scripts = isRecord(manifest) ? manifest['scripts'] : undefined
  return isRecord(scripts) ? Object.values(scripts).map(String).join('\n') : ''
}

/** Words of what has Node, or brings it: `apk add nodejs`, `nvm install 20`, `COPY --from=node:20 /usr/local/bin/node`. */
const node = /(^|[^a-z])(node(js|source)?|npm|yarn|nvm|volta|fnm|bun|deno)([^a-z]|$)/i

/** Whether nothing in a stage loads what packages of Node have: it hands files to browsers, or compiles them into a program. */
function isWithoutNode(stage: StageFacts): boolean {
  const { family, hasProgram } = stage.base
  const stages = lineage(stage)
  const words = [
    ...stages.flatMap(({ commands }) => commands.flatMap(({ argv }) => argv)),
    ...stages.flatMap(({ copies }) => copies.flatMap(({ sources }) => sources.map(baseName))),
  ]
  return (
    family !== 'unknown' &&
    !node.test(family) &&
    hasProgram('node') !== true &&
    stages.every(({ unreadable }) => unreadable.length === 0) &&
    !words.some((word) => word !== undefined && node.test(word))
  )
}
