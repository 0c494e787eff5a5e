import type { Dockerfile } from '../../../dockerfile/instruction.ts'
import { printDockerfile } from '../../../dockerfile/parse/parse.ts'
import { splice } from '../../../dockerfile/splice.ts'
import { literalWord } from '../../../dockerfile/words/literal-word.ts'
import { assignmentsOf } from '../../../dockerfile/words/variables.ts'
import { factsOfStage, factsOfText, type Facts } from '../../../facts/facts.ts'
import { findBinaries, placesOf } from '../../../facts/go/build-command.ts'
import { resolvePath } from '../../../facts/image-path.ts'
import { findStage, type StageFacts } from '../../../facts/stages/stage-facts.ts'
import type { Usage } from '../../../project/project.ts'
import { viewOf } from '../../view/stage-view.ts'

/** A COPY that names what is not made under a build argument's other value. */
export interface OtherwiseMade {
  readonly path: string
  readonly usage: Usage
}

/** The first path that a COPY of the new file takes from a stage, and that a build with the arguments of compose, bake or a workflow makes elsewhere. */
export function otherwiseMade(before: Facts, after: Facts): OtherwiseMade | undefined {
  const written = new Set(
    before.stages.flatMap(({ copies }) => copies.flatMap((copy) => copy.sources)),
  )
  for (const usage of before.project.usages()) {
    const given = new Map([...usage.buildArgs].filter(([, value]) => /^[^$]+$/.test(value)))
    const text = given.size === 0 ? undefined : withArguments(after.dockerfile, given)
    const other = text === undefined ? undefined : factsOfText(text, after.project, after)
    if (other === undefined) continue
    for (const { stage, copies } of other.stages)
      for (const { from, sources } of copies) {
        const source = from === undefined ? undefined : findStage(other.stages, from)
        const usual = source && after.stages[source.stage.index]
        if (source === undefined || usual === undefined || source.stage.index >= stage.index)
          continue
        const own = binariesOf(usual, after)
        const others = binariesOf(source, other)
        const path = sources
          .filter((item) => !written.has(item))
          .flatMap((item) => resolvePath('/', item) ?? [])
          .find(
            (item) =>
              (own.has(item) && !others.has(item)) ||
              isLost(viewOf(usual, after).has(item), viewOf(source, other).has(item)),
          )
        if (path !== undefined) return { path, usage }
      }
  }
  return undefined
}

/** What `go build` makes in a stage. */
function binariesOf(stage: StageFacts, facts: Facts): ReadonlySet<string> {
  const place = factsOfStage(facts, stage)
  return new Set(findBinaries(place).flatMap((binary) => placesOf(binary, place)))
}

/** Made as the file stands, and not shown to be made with other arguments. */
const isLost = (usual: string, other: string) =>
  other === 'no' || (usual === 'yes' && other !== 'yes')

/** The text as if its ARGs had these defaults; undefined where it has none of them. */
function withArguments(
  dockerfile: Dockerfile,
  values: ReadonlyMap<string, string>,
): string | undefined {
  const { instructions, tail, escape } = dockerfile
  const parts = instructions.map((instruction) => {
    const { lead, text, keyword } = instruction
    const edits =
      keyword !== 'ARG'
        ? []
        : assignmentsOf(instruction, escape).flatMap(({ name, raw, start, end }) => {
            const value = values.get(name)
            if (value === undefined || value === raw) return []
            return [{ start, end, text: `${name}=${literalWord(value, escape)}` }]
          })
    return lead + splice(text, edits)
  })
  const after = parts.join('') + tail
  return after === printDockerfile(dockerfile) ? undefined : after
}
