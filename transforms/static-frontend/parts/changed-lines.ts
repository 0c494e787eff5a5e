import {
  assignmentsOf,
  variablesIn,
  type Facts,
  type Instruction,
  type Rewrite,
} from '../../../src/transform.ts'
import type { Site } from '../app.ts'
import { exposedPorts } from '../site/exposed-ports.ts'
import { asksLocalhost } from '../refuse/environment.ts'

/** Lines of the runtime stage whose variables are the builder's (`EXPOSE $PORT`, a check of `$PORT`), and a check by wget of `localhost`. */
export function changedLines({ facts, server }: Site): readonly Rewrite[] {
  const { final, health } = facts
  const isOurs = (text: string) =>
    variablesIn(text).some((name) => !(server.takesPort && name === 'PORT'))
  const ports = exposedPorts(final)
  return final.stage.instructions.flatMap((instruction) => {
    if (instruction.keyword === 'EXPOSE' && ports.length > 0 && isOurs(instruction.text))
      return [{ instruction, text: `EXPOSE ${ports.join(' ')}` }]
    if (instruction !== health?.instruction) return []
    const text = instruction.text.replace(/\r?\n$/, '')
    const known = text.replace(
      /\$(?:\{(\w+)\}|(\w+))/g,
      (all, braced: string | undefined, bare: string | undefined) =>
        isOurs(all) ? (final.end.env.get(braced ?? bare ?? '') ?? all) : all,
    )
    const asked = asksLocalhost(health.processes)
      ? known.replaceAll('//localhost', '//127.0.0.1')
      : known
    return asked === text ? [] : [{ instruction, text: asked }]
  })
}

/** ENV and ARG that a LABEL names, those that their values name included: the runtime stage needs them, too. */
export function namedByLabels({ final }: Facts): ReadonlySet<Instruction> {
  const names = new Set<string>()
  const found = new Set<Instruction>()
  for (const { instruction } of final.steps.toReversed()) {
    if (instruction.keyword === 'LABEL')
      for (const name of variablesIn(instruction.body.text)) names.add(name)
    if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG') continue
    if (!assignmentsOf(instruction).some(({ name }) => names.has(name))) continue
    found.add(instruction)
    for (const name of variablesIn(instruction.body.text)) names.add(name)
  }
  return found
}
