import {
  lineEvidence,
  linkingOf,
  linkingOfSources,
  type Facts,
  type Linking,
  type ProgramSources,
} from '../../../src/transform.ts'
import type { StartedPrograms } from './started-program.ts'

const order = ['unknown', 'dynamic', 'can-be-static', 'static'] as const

/** The linking of the most demanding binary. */
export function weakestLinking(
  programs: StartedPrograms,
  sources: ProgramSources,
  facts: Facts,
): Linking {
  if (programs.opaque.length > 0)
    return { kind: 'unknown', why: sources.gap ?? 'a step that is not a `go build` makes it' }
  const [foreign] = programs.downloaded
  if (foreign !== undefined)
    return { kind: 'unknown', why: `what ${foreign.path} is linked against is not known` }
  const all = programs.all.map((binary) => linkingOf(binary, sources, facts))
  if (programs.goRuns.length > 0) {
    const instruction = facts.start?.instruction
    const evidence = lineEvidence(instruction)
    all.push(linkingOfSources(facts.final.end.env.get('CGO_ENABLED'), evidence, sources, facts))
  }
  return (
    all.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))[0] ?? {
      kind: 'unknown',
      why: 'no build was found',
    }
  )
}
