import {
  assignmentsOf,
  inQuotes,
  type Edit,
  type Facts,
  type Instruction,
  type Rule,
} from '../../../src/transform.ts'
import { evidenceOf } from '../evidence.ts'
import { keywordOf } from '../keyword.ts'

/** https://github.com/opencontainers/image-spec/blob/main/annotations.md */
const label = 'org.opencontainers.image.authors'

/**
 *   MAINTAINER Jo <jo@example.com>   =>   LABEL org.opencontainers.image.authors="Jo <jo@example.com>"
 *
 * In every stage: https://docs.docker.com/reference/dockerfile/#maintainer-deprecated. BuildKit takes the text as it is, quotes and
 * variables included (frontend/dockerfile/instructions/parse.go).
 */
export const maintainerLabel: Rule = {
  name: 'maintainer-label',
  title: 'A label for who maintains the image',
  isOptional: true,
  about: {
    why: 'MAINTAINER is deprecated, and a build warns of it. The label says the same, beside others, where tools look for it.',
    risk: "The image's config has no author any more, which few read. A stage that has the label already keeps its line.",
    example: {
      file: 'Dockerfile',
      before: 'MAINTAINER Jo <jo@example.com>\n',
      after: `LABEL ${label}="Jo <jo@example.com>"\n`,
    },
  },
  apply: ({ facts, input }) => {
    const { escape } = facts.dockerfile
    const edits = facts.stages
      .filter((stage) => !hasLabel(stage.stage.instructions, facts))
      .flatMap(({ stage }) => stage.instructions)
      .filter(({ keyword }) => keyword === 'MAINTAINER')
      .map((instruction): Edit => ({
        kind: 'replace',
        instruction,
        text: labelFor(instruction, escape),
      }))
    if (edits.length === 0) return undefined
    return {
      change: {
        rule: 'maintainer-label',
        title: 'Name the maintainer in a label',
        why: 'MAINTAINER is deprecated; the label says the same where tools look for it.',
        risk: 'safe',
        evidence: edits.map(({ instruction }) => evidenceOf(instruction, input)),
      },
      edits,
      contract: [`Labels.${label}`],
    }
  },
}

const hasLabel = (instructions: readonly Instruction[], { dockerfile }: Facts) =>
  instructions.some(
    (instruction) =>
      instruction.keyword === 'LABEL' &&
      assignmentsOf(instruction, dockerfile.escape).some(({ name }) => name === label),
  )

function labelFor(instruction: Instruction, escape: string): string {
  const said = unquoted(instruction.body.text.trim())
  return `${keywordOf(instruction, 'LABEL')} ${label}=${inQuotes(said, escape)}`
}

/** Quotes around all of it were meant as such. */
function unquoted(text: string): string {
  const [quote = ''] = text
  const inside = text.slice(1, -1)
  const isQuoted = (quote === '"' || quote === "'") && text.length > 1 && text.endsWith(quote)
  return isQuoted && !inside.includes(quote) ? inside : text
}
