import {
  beforePattern,
  effectsOf,
  factsOfStage,
  findStage,
  isWithin,
  lineage,
  resolvePath,
  type Copy,
  type RuleContext,
  type RunCommand,
  type StageFacts,
} from '../../../src/transform.ts'
import type { Answer } from './answer.ts'
import { binariesIn, crossBuild } from './go-binary.ts'
import { isNeutralPath, isOfSystem } from './neutral-paths.ts'
import { changesContents } from './writers.ts'
import { builtByNode, isOfNode } from './built-by-node.ts'

/** What is looked at for all of a file. */
export interface View {
  readonly context: Pick<RuleContext, 'facts' | 'installs'>
  /** The stages that are to have the platform of the machine that builds. */
  readonly flagged: ReadonlySet<StageFacts>
}

const nothing: Answer = { builds: [] }

/** Copies that go from stage to stage end here. */
const deepest = 10

/** Whether a path (absolute, with a pattern) of a stage is right for the image's platform, where another stage takes it. */
export function contentsOf(
  path: string,
  stage: StageFacts,
  taker: StageFacts,
  view: View,
  depth = 0,
): Answer {
  const { context, flagged } = view
  const { facts } = context
  if (!flagged.has(stage) || isNeutralPath(path)) return nothing
  const place = beforePattern(path)
  if (path.includes('$') || depth > deepest) return { why: `where ${path} leads is not known` }
  const overlaps = (other: string) => isWithin(other, place) || isWithin(place, other)
  const stages = lineage(stage)
  const found: Answer[] = []
  for (const placed of binariesIn(stage, facts).filter((each) => overlaps(each.path))) {
    const build = crossBuild(placed, [...flagged], facts)
    if (typeof build === 'string') return { why: build }
    const contents = build === undefined ? nothing : { builds: [build] }
    if (placed.path === path) return contents
    found.push(contents)
  }
  for (const copy of stages.flatMap(({ copies }) => copies)) {
    const { destination, from, step, isRemote } = copy
    const { line } = step.instruction
    if (from === undefined && !isRemote) continue
    if (destination === undefined) return { why: `where line ${line} copies to is not known` }
    if (!overlaps(destination)) continue
    if (isRemote) return { why: `line ${line} downloads what may be for one platform` }
    const source = findStage(facts.stages.slice(0, stage.stage.index), from ?? '')
    if (source === undefined) return { why: `line ${line} copies it from an image` }
    const inner = originsOf(copy, place).map((each) =>
      contentsOf(each, source, taker, view, depth + 1),
    )
    const wrong = inner.find((each) => 'why' in each)
    if (wrong !== undefined) return wrong
    found.push(...inner)
  }
  for (const effect of stages.flatMap(({ commands }) => commands).flatMap(made)) {
    if (!overlaps(effect.path)) continue
    const { from } = effect
    if (effect.isFilled === true && from === undefined)
      return { why: `what ${effect.path} is filled with is not known` }
    const inner = from === undefined ? nothing : contentsOf(from, stage, taker, view, depth + 1)
    if ('why' in inner) return inner
    found.push(inner)
  }
  const own = factsOfStage(facts, stage)
  const isBrought = own.contextPath(place) !== undefined || own.filesIn(place).length > 0
  const change = changesContents(place, stages)
  if (change !== undefined) return { why: change }
  const isMade = !isBrought && found.length === 0 && place !== '/tmp'
  const byNode = isOfNode(stage) ? builtByNode(place, stage, taker, isMade, context) : undefined
  if (byNode !== undefined) return byNode
  if (isMade || (isOfSystem(place) && found.length === 0))
    return { why: `whether ${path} is the same for all platforms is not known` }
  return { builds: found.flatMap((each) => ('builds' in each ? each.builds : [])) }
}

/** The files and folders that a command makes. */
const made = (command: RunCommand) =>
  (effectsOf(command) ?? []).flatMap((effect) => (effect.kind === 'creates' ? [effect] : []))

/** Where in the stage that a COPY takes from a path of its destination may come from. */
function originsOf({ sources, destination = '/' }: Copy, path: string): readonly string[] {
  const absolute = sources.map((source) => resolvePath('/', source) ?? '/')
  if (!isWithin(path, destination) || path === destination) return absolute
  const below = path.slice(destination === '/' ? 1 : destination.length + 1)
  return absolute.map((source) =>
    // `COPY --from=web /app/dist ./dist`, and `COPY --from=tools /out/a /out/b /bin/`.
    below.split('/')[0] === source.split('/').at(-1)
      ? (resolvePath(source, below.split('/').slice(1).join('/')) ?? source)
      : (resolvePath(source, below) ?? source),
  )
}

/** Whether a stage of the image's platform brings what a flagged one may run. */
export function isForAnother(path: string, source: StageFacts, taker: StageFacts, view: View) {
  const flagged = new Set([...view.flagged, ...lineage(source)])
  const contents = contentsOf(path, source, taker, { ...view, flagged })
  return 'why' in contents || contents.builds.length > 0
}
