import { findStage, type Instruction, type RuleContext } from '../../../src/transform.ts'
import { contentsOf, isForAnother, type View } from './contents.ts'
import type { Answer } from './answer.ts'
import type { CrossBuild } from './go-binary.ts'
import { isNeutralPath } from './neutral-paths.ts'
import { isOldArm, severalPlatforms } from './several-platforms.ts'
import { ownUseOfTarget } from './own-use.ts'
import { takingsOf, treesOf, type Tree } from './trees.ts'

/** A tree that gets the platform of the machine that builds, and the builds that then compile for the image's. */
export interface Chosen {
  readonly tree: Tree
  readonly builds: readonly CrossBuild[]
}

/** A tree that stays as it is, and why, as a clause. */
export interface Left {
  readonly from: Instruction
  readonly why: string
}

/** Decides for all trees together: what one hands to another is right where both have the same platform. */
export function chooseTrees(context: Pick<RuleContext, 'facts' | 'installs'>): {
  readonly chosen: readonly Chosen[]
  readonly left: readonly Left[]
} {
  const left: Left[] = []
  let open = treesOf(context.facts)
  for (;;) {
    const view = { context, flagged: new Set(open.flatMap(({ stages }) => stages)) }
    const answers = open.map((tree) => ({ tree, answer: buildsOf(tree, view) }))
    const wrong = answers.flatMap(({ tree, answer }) =>
      'why' in answer ? [{ tree, from: tree.root.stage.from, why: answer.why }] : [],
    )
    if (wrong.length === 0)
      return {
        left,
        chosen: answers.flatMap(({ tree, answer }) =>
          'why' in answer ? [] : [{ tree, builds: answer.builds }],
        ),
      }
    left.push(...wrong)
    open = open.filter((tree) => !wrong.some((each) => each.tree === tree))
  }
}

function buildsOf(tree: Tree, view: View): Answer {
  const { facts } = view.context
  const why = unreadable(tree) ?? ownImage(tree, view) ?? broughtIn(tree, view)
  if (why !== undefined) return { why }
  const builds: CrossBuild[] = []
  for (const taker of facts.stages) {
    if (view.flagged.has(taker)) continue
    for (const { from, paths, line } of takingsOf(taker)) {
      const stage = findStage(facts.stages.slice(0, taker.stage.index), from)
      if (stage === undefined || !tree.heirs.includes(stage)) continue
      for (const path of paths) {
        const contents = contentsOf(path, stage, taker, view)
        if ('why' in contents) return { why: `line ${line} takes ${path}, and ${contents.why}` }
        builds.push(...contents.builds)
      }
    }
  }
  const distinct = [...new Map(builds.map((build) => [build.command, build])).values()]
  const crossed = new Set(distinct.map(({ command }) => command))
  const own = ownUseOfTarget(tree.stages, crossed)
  if (own !== undefined) return { why: own }
  const old = severalPlatforms(facts.project)?.platforms.find(isOldArm)
  return old === undefined || distinct.length === 0
    ? { builds: distinct }
    : { why: `for ${old} a program needs GOARM, which is said nowhere` }
}

function unreadable({ stages }: Tree): string | undefined {
  const [step] = stages.flatMap((stage) => stage.unreadable)
  return step === undefined ? undefined : `what line ${step.instruction.line} does can't be read`
}

/** A build for a platform that ends at one of the tree's own stages has the platform of whoever builds. */
function ownImage({ heirs }: Tree, { context }: View): string | undefined {
  const { stages, project } = context.facts
  const use = project.usages().find(({ target, platforms }) => {
    const stage = target === undefined ? undefined : findStage(stages, target)
    return platforms.length > 0 && stage !== undefined && heirs.includes(stage)
  })
  return use === undefined
    ? undefined
    : `${use.path}:${use.line} has the stage ${use.target ?? ''} built as an image for ${use.platforms.join(', ')}`
}

/** What comes from an image is the image's platform's, and may not run where the stage then runs. */
function broughtIn({ stages }: Tree, view: View): string | undefined {
  const all = view.context.facts.stages
  for (const stage of stages)
    for (const { from, paths, line } of takingsOf(stage)) {
      const source = findStage(all.slice(0, stage.stage.index), from)
      if (source !== undefined && view.flagged.has(source)) continue
      const isForeign =
        source === undefined
          ? !paths.every(isNeutralPath) && !/(^|\/)tonistiigi\/xx(:|@|$)/.test(from)
          : paths.some((path) => isForAnother(path, source, stage, view))
      if (isForeign) return `line ${line} brings what is of the image's platform from ${from}`
    }
  return undefined
}
