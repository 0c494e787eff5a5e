import { copyOf } from '../../dockerfile/copy.ts'
import type { Instruction, Stage } from '../../dockerfile/instruction.ts'
import { mountFields } from '../../dockerfile/check/mount-fields.ts'
import { isParseFailure, parseDockerfile } from '../../dockerfile/parse/parse.ts'

/** A stage as a reader sees it: what it stands on, and what it takes from elsewhere. */
export interface StageView {
  /** Undefined for a stage without a name. */
  readonly name: string | undefined
  /** Is it what `docker build` makes? */
  readonly isLast: boolean
  /** As written. Undefined where it stands on an earlier stage. */
  readonly image: string | undefined
  readonly takes: readonly Taken[]
}

/** What a stage takes from an earlier stage (its place in the file), or from another image. */
export interface Taken {
  readonly from: number | string
  readonly how: 'copy' | 'mount' | 'base'
  /** Paths there; empty for a base. */
  readonly paths: readonly string[]
}

/** The stages of a Dockerfile; undefined where it does not parse. */
export function stagesOf(source: string): readonly StageView[] | undefined {
  const dockerfile = parseDockerfile(source)
  if (isParseFailure(dockerfile)) return undefined
  const { stages } = dockerfile
  return stages.map((stage) => {
    const base = sourceOf(stage.base, stage, stages)
    return {
      name: stage.name,
      isLast: stage.index === stages.length - 1,
      image: typeof base === 'string' ? base : undefined,
      takes: merged([
        ...(typeof base === 'string' ? [] : [{ from: base, how: 'base' as const, paths: [] }]),
        ...stage.instructions.flatMap((instruction) => takenBy(instruction, stage, stages)),
      ]),
    }
  })
}

/** https://docs.docker.com/reference/dockerfile/#copy---from, https://docs.docker.com/reference/dockerfile/#run---mount */
function takenBy(
  instruction: Instruction,
  stage: Stage,
  stages: readonly Stage[],
): readonly Taken[] {
  if (instruction.keyword === 'COPY') {
    const { from, sources } = copyOf(instruction)
    if (from === undefined) return []
    return [{ from: sourceOf(from, stage, stages), how: 'copy', paths: sources }]
  }
  if (instruction.keyword !== 'RUN') return []
  return instruction.flags
    .filter(({ name }) => name === 'mount')
    .flatMap(({ value = '' }): readonly Taken[] => {
      const fields = new Map(mountFields(value).map((field) => halves(field)))
      const from = fields.get('from')
      if (from === undefined) return []
      const path = fields.get('source') ?? fields.get('src') ?? '/'
      return [{ from: sourceOf(from, stage, stages), how: 'mount', paths: [path] }]
    })
}

function halves(field: string): readonly [string, string] {
  const [key = '', ...rest] = field.split('=')
  return [key.toLowerCase(), rest.join('=')]
}

/** An earlier stage by its name or number, else an image. */
function sourceOf(name: string, stage: Stage, stages: readonly Stage[]): number | string {
  const found = stages.find(
    (each) =>
      each.index < stage.index && (each.name === name.toLowerCase() || String(each.index) === name),
  )
  return found?.index ?? name
}

/** One of each source and way. */
function merged(all: readonly Taken[]): readonly Taken[] {
  const found = new Map<string, Taken>()
  for (const each of all) {
    const key = `${each.how} ${each.from}`
    const paths = [...(found.get(key)?.paths ?? []), ...each.paths]
    found.set(key, { ...each, paths: [...new Set(paths)] })
  }
  return [...found.values()]
}
