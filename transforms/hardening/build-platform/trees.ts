import { lineage, mountsOf, type Facts, type StageFacts } from '../../../src/transform.ts'
import { neededStages } from '../needed-stages.ts'

/** A stage that stands on an image, and those that stand on it: all have its platform. A `--platform` of theirs would not count. */
export interface Tree {
  readonly root: StageFacts
  /** Those that the image needs, in order. */
  readonly stages: readonly StageFacts[]
  readonly heirs: readonly StageFacts[]
}

/** Images that come with a compiler or a bundler, for all platforms. */
const families = new Set(['golang', 'node', 'oven/bun'])

/** Images that are for one platform by their name: `arm64v8/golang`, `golang:1.22-amd64`. */
const ofOnePlatform =
  /(^|\/)(amd64|arm32v[567]|arm64v8|i386|mips64le|ppc64le|riscv64|s390x)\/|[:-](amd64|x86_64|arm64(v8)?|aarch64|arm32v[567])(@|$)/

/** The trees that build for the image and are no part of it, and whose author says nothing of platforms. */
export function treesOf(facts: Facts): readonly Tree[] {
  const needed = neededStages(facts)
  const inImage = new Set(lineage(facts.final))
  // An image that is for one platform always is not for the one that BuildKit names.
  if (facts.stages.some(({ stage }) => isFixed(stage.platform))) return []
  return facts.stages.flatMap((root): readonly Tree[] => {
    const heirs = facts.stages.filter((stage) => lineage(stage).includes(root))
    const stages = heirs.filter((stage) => needed.has(stage))
    const isOpen =
      root.parent === undefined &&
      families.has(root.base.family) &&
      !ofOnePlatform.test(root.base.reference.text) &&
      !inImage.has(root) &&
      heirs.every(({ stage }) => stage.platform === undefined) &&
      stages.some(({ commands }) => commands.length > 0)
    return isOpen ? [{ root, stages, heirs }] : []
  })
}

const isFixed = (platform: string | undefined) =>
  platform !== undefined && !/^\$\{?(TARGET|BUILD)PLATFORM\}?$/.test(platform)

/** What a stage takes of others, by COPY or by a mount. */
export interface Taking {
  readonly from: string
  /** Absolute. */
  readonly paths: readonly string[]
  readonly line: number
}

/** Each COPY and each mount of a stage that is of another stage or an image. */
export function takingsOf({ copies, steps }: StageFacts): readonly Taking[] {
  return [
    ...copies.flatMap(({ from, sources, step }) =>
      from === undefined
        ? []
        : [{ from, paths: sources.map(fromRoot), line: step.instruction.line }],
    ),
    ...steps.flatMap((step) =>
      mountsOf(step).flatMap(({ from, source }) =>
        from === undefined
          ? []
          : [{ from, paths: [fromRoot(source)], line: step.instruction.line }],
      ),
    ),
  ]
}

const fromRoot = (path: string) => `/${path.replace(/^(\.?\/)+/, '').replace(/\/+$/, '')}`
