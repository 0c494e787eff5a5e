import {
  splice,
  type Edit,
  type Instruction,
  type Rule,
  type RuleContext,
  type StageFacts,
} from '../../../src/transform.ts'
import { evidenceOf } from '../evidence.ts'
import { keywordOf } from '../keyword.ts'
import { oldBuilder } from '../old-builder.ts'
import { argumentEdits } from './argument-edits.ts'
import { chooseTrees } from './choose-trees.ts'
import type { Span } from './go-target.ts'
import { severalPlatforms } from './several-platforms.ts'
import { treesOf } from './trees.ts'

/**
 *   FROM golang:1.22 AS builder            FROM --platform=$BUILDPLATFORM golang:1.22 AS builder
 *   RUN CGO_ENABLED=0 go build -o /api  => ARG TARGETOS
 *                                          ARG TARGETARCH
 *                                          RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /api
 *
 * Where all that leaves the stage is either the same for every platform, or is then compiled for the image's.
 * https://docs.docker.com/build/building/multi-platform/#cross-compilation
 */
export const buildPlatform: Rule = {
  name: 'build-platform',
  title: 'Builders on the platform of the machine that builds',
  isOptional: true,
  isWanted: ({ project }) => severalPlatforms(project) !== undefined,
  about: {
    why: 'In a build for several platforms, each stage runs once for every platform, and for all but one under emulation, many times slower. A builder that makes the same for all of them, or that can compile for another, needs no emulation. The rule is on by itself where a workflow, a script, a bake file or a compose file builds the image for several platforms.',
    risk: "What leaves the builder is for the machine that built it. Each path that another stage takes is looked at: programs of Go that need no C compiler are compiled for the image's platform, and scripts, pages and files of the context are the same everywhere; where that is not known of all, the stage stays. Arm before version 7 needs `GOARM=${TARGETVARIANT#v}` beside GOARCH, which is left to the author.",
    example: {
      file: 'Dockerfile',
      before:
        'FROM golang:1.22 AS builder\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /api\nFROM scratch\nCOPY --from=builder /api /api\n',
      after:
        'FROM --platform=$BUILDPLATFORM golang:1.22 AS builder\nCOPY . .\nARG TARGETOS\nARG TARGETARCH\nRUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /api\nFROM scratch\nCOPY --from=builder /api /api\n',
    },
  },
  apply: (context) => {
    const { facts, input } = context
    if (treesOf(facts).length === 0) return undefined
    const { chosen, left } = chooseTrees(context)
    const sentences = left.map(({ from, why }) => {
      const place = inInput(`line ${from.line} keeps the platform of the image: ${why}.`, context)
      return place.charAt(0).toUpperCase() + place.slice(1)
    })
    if (chosen.length === 0) return { stays: sentences.join(' ') }
    const old = oldBuilder(facts.project, '$BUILDPLATFORM')
    if (old !== undefined) return { stays: `No builder gets a platform: ${old}.` }
    const froms = chosen.map(({ tree }) => tree.root.stage.from)
    const builds = chosen.flatMap((each) => each.builds)
    const several = severalPlatforms(facts.project)
    const isGo = builds.length > 0
    return {
      change: {
        rule: 'build-platform',
        title: 'Build on the platform of the machine that builds',
        why: `${several === undefined ? 'A build for several platforms' : `The build for ${several.platforms.join(' and ')}`} then runs no builder under emulation${isGo ? ": Go compiles for the image's platform" : ''}.`,
        risk: 'review',
        assumption: `The image is built by BuildKit, which sets BUILDPLATFORM${isGo ? ', TARGETOS and TARGETARCH' : ''}.`,
        evidence: [
          ...froms.map((from) => evidenceOf(from, input)),
          ...(several === undefined ? [] : [several.evidence]),
        ],
      },
      edits: [...froms.map(withPlatform), ...buildEdits(builds), ...argumentEdits(builds)],
      left: sentences,
    }
  },
}

/** A sentence with the lines that the user's file has. */
const inInput = (sentence: string, { facts, input }: Pick<RuleContext, 'facts' | 'input'>) =>
  sentence.replace(/\bline (\d+)\b/g, (_all, line: string) => {
    const found = facts.dockerfile.instructions.find((each) => String(each.line) === line)
    const known = found === undefined ? undefined : evidenceOf(found, input).line
    return known === undefined ? 'a new line' : `line ${known}`
  })

function withPlatform(instruction: Instruction): Edit {
  const at = keywordOf(instruction).length
  const added = { start: at, end: at, text: ' --platform=$BUILDPLATFORM' }
  return { kind: 'replace', instruction, text: splice(instruction.text, [added]) }
}

/** One edit an instruction; builds that share an ENV change it once. */
function buildEdits(
  builds: readonly { readonly spans: readonly Span[]; readonly stage: StageFacts }[],
): readonly Edit[] {
  const spans = builds.flatMap((build) => build.spans)
  return [...new Set(spans.map(({ instruction }) => instruction))].map((instruction) => {
    const own = spans.filter((span) => span.instruction === instruction)
    const distinct = [...new Map(own.map((span) => [span.start, span])).values()]
    return { kind: 'replace', instruction, text: splice(instruction.text, distinct) }
  })
}
