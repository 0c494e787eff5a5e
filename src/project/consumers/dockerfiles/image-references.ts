import path from 'node:path'
import { mountFields } from '../../../dockerfile/check/mount-fields.ts'
import { copyOf } from '../../../dockerfile/copy.ts'
import { withoutQuotes } from '../../../dockerfile/image-reference.ts'
import type { Instruction, Stage } from '../../../dockerfile/instruction.ts'
import { isParseFailure, parseDockerfile } from '../../../dockerfile/parse/parse.ts'
import { assignmentsOf } from '../../../dockerfile/words/variables.ts'
import { interpolate } from '../interpolate.ts'

/** What a Dockerfile does with an image that is not a stage of its own. */
export interface ImageReference {
  /** As it is named, with the ARGs that are known filled in. */
  readonly image: string
  /** 1-based. */
  readonly line: number
  readonly use:
    /** Copies a path (absolute) out of it. */
    | { readonly kind: 'takes'; readonly path: string }
    /** Carries an instruction out in it. */
    | { readonly kind: 'builds'; readonly text: string }
    /** Runs it, with what it sets. */
    | { readonly kind: 'runs'; readonly config: readonly Instruction[] }
}

/** These change nothing but what the image says of itself. */
const config = new Set(
  'ARG CMD ENTRYPOINT ENV EXPOSE HEALTHCHECK LABEL MAINTAINER STOPSIGNAL USER VOLUME'.split(' '),
)

/** What a Dockerfile does with the images that it names, by these build arguments; nothing where it is broken. */
export function imageReferences(
  source: string,
  given: ReadonlyMap<string, string>,
): readonly ImageReference[] {
  const dockerfile = parseDockerfile(source)
  if (isParseFailure(dockerfile)) return []
  const { stages, escape } = dockerfile
  const values = new Map(
    dockerfile.globalArgs
      .flatMap((instruction) => assignmentsOf(instruction, escape))
      .flatMap(({ name, value }): [string, string][] => {
        const known = given.get(name) ?? value
        return known === undefined ? [] : [[name, known]]
      }),
  )
  const built = new Map<string, Built>()
  const references = stages.flatMap((stage): readonly ImageReference[] => {
    const below = /^\d+$/.test(stage.base) ? undefined : built.get(stage.base.toLowerCase())
    const image = below?.image ?? interpolate(withoutQuotes(stage.base), values)
    const own = { image, stage, below }
    const found = [...buildIn(own), ...takenBy(stage, built)]
    built.set(String(stage.index), own)
    if (stage.name !== undefined) built.set(stage.name, own)
    return found
  })
  const last = stages.at(-1)
  const end = last && built.get(String(last.index))
  return end === undefined ? references : [...references, runOf(end)]
}

/** A stage, the image that it stands on in the end, and the stage between the two. */
interface Built {
  readonly image: string
  readonly stage: Stage
  readonly below: Built | undefined
}

function buildIn({ image, stage }: Built): readonly ImageReference[] {
  const first = stage.instructions.find(({ keyword }) => !config.has(keyword))
  if (first === undefined) return []
  const text = first.text.trim().split('\n', 1)[0] ?? ''
  return [{ image, line: first.line, use: { kind: 'builds', text } }]
}

/** `built` are the stages above it, by name and number. */
function takenBy(stage: Stage, built: ReadonlyMap<string, Built>): readonly ImageReference[] {
  return stage.instructions.flatMap((instruction) =>
    pathsTaken(instruction).map(({ from, source }) => ({
      image: built.get(from.toLowerCase())?.image ?? from,
      line: instruction.line,
      use: { kind: 'takes', path: path.posix.resolve('/', source) },
    })),
  )
}

function runOf(end: Built): ImageReference {
  const stages = [end.stage]
  for (let { below } = end; below !== undefined; below = below.below) stages.push(below.stage)
  stages.reverse()
  return {
    image: end.image,
    line: stages[0]?.from.line ?? 1,
    use: { kind: 'runs', config: stages.flatMap(({ instructions }) => instructions) },
  }
}

/** The paths that a COPY or the mounts of a RUN take from something else than the build context. */
function pathsTaken(
  instruction: Instruction,
): readonly { readonly from: string; readonly source: string }[] {
  if (instruction.keyword === 'COPY') {
    const { from, sources } = copyOf(instruction)
    return from === undefined ? [] : sources.map((source) => ({ from, source }))
  }
  if (instruction.keyword !== 'RUN') return []
  return instruction.flags.flatMap(({ name, value }) => {
    if (name !== 'mount' || value === undefined) return []
    const fields = new Map(
      mountFields(value).map((field): [string, string] => {
        const at = field.indexOf('=')
        return at < 0 ? [field, ''] : [field.slice(0, at), field.slice(at + 1)]
      }),
    )
    const from = fields.get('from')
    return from === undefined
      ? []
      : [{ from, source: fields.get('source') ?? fields.get('src') ?? '/' }]
  })
}
