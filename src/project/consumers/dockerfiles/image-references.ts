import path from 'node:path'
import { mountFields } from '../../../dockerfile/check/mount-fields.ts'
import { copyOf } from '../../../dockerfile/copy.ts'
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
  const earlier = (name: string, before: Stage): Stage | undefined =>
    stages
      .slice(0, before.index)
      .findLast((stage) => stage.name === name.toLowerCase() || String(stage.index) === name)
  /** A stage's way down to the image that it stands on: the nearest first. */
  const wayOf = (stage: Stage): readonly Stage[] => {
    const below = /^\d+$/.test(stage.base) ? undefined : earlier(stage.base, stage)
    return below === undefined ? [stage] : [stage, ...wayOf(below)]
  }
  const imageOf = (stage: Stage): string =>
    interpolate(
      wayOf(stage)
        .at(-1)
        ?.base.replace(/^(["'])(.*)\1$/, '$2') ?? '',
      values,
    )
  const takes = (stage: Stage): readonly ImageReference[] =>
    stage.instructions.flatMap((instruction) =>
      pathsTaken(instruction).map(({ from, source: written }): ImageReference => {
        const named = earlier(from, stage)
        return {
          image: named === undefined ? from : imageOf(named),
          line: instruction.line,
          use: { kind: 'takes', path: path.posix.resolve('/', written) },
        }
      }),
    )
  const builds = (stage: Stage): readonly ImageReference[] => {
    const first = stage.instructions.find(({ keyword }) => !config.has(keyword))
    if (first === undefined) return []
    const text = first.text.trim().split('\n', 1)[0] ?? ''
    return [{ image: imageOf(stage), line: first.line, use: { kind: 'builds', text } }]
  }
  const last = stages.at(-1)
  const runs = last && [...wayOf(last)].reverse()
  return [
    ...stages.flatMap((stage) => [...builds(stage), ...takes(stage)]),
    ...(last === undefined || runs === undefined
      ? []
      : [
          {
            image: imageOf(last),
            line: runs[0]?.from.line ?? 1,
            use: { kind: 'runs', config: runs.flatMap(({ instructions }) => instructions) },
          } as const,
        ]),
  ]
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
