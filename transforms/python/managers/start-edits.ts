import { environmentOnPath, type Edit } from '../../../src/transform.ts'
import type { PythonApp } from '../app.ts'
import { unwrapped } from './unwrap.ts'

/**
 * Lines that start a program through a manager, and those that start it by itself, with the environment's programs on PATH. Undefined where
 * they can't do without.
 */
export function startEdits(app: PythonApp): readonly Edit[] | undefined {
  const { final } = app.facts
  const edits = final.steps.flatMap((step): readonly Edit[] => {
    const { instruction } = step
    if (!/^(RUN|CMD|ENTRYPOINT|HEALTHCHECK)$/.test(instruction.keyword)) return []
    const text = unwrapped(step, app)
    if (text === undefined) return []
    return [text === '' ? { kind: 'drop', instruction } : { kind: 'replace', instruction, text }]
  })
  if (edits.length === 0) return undefined
  // Packages of the image are about to move into an environment that is on PATH.
  if (app.ofImage.length > 0) return edits
  const [folder, ...more] = app.environments
  if (folder === undefined || more.length > 0) return undefined
  if (environmentOnPath(final.end.env.get('PATH') ?? '', app.environments) === folder) return edits
  const last = app.works.findLast(({ home }) => home.kind === 'environment')?.command.step
  // What stands above the last install is not sure to want it on PATH.
  const early = final.steps.some(
    ({ instruction, index }) =>
      instruction.keyword === 'RUN' &&
      index <= (last?.index ?? 0) &&
      edits.some((edit) => edit.instruction === instruction),
  )
  if (last === undefined || early) return undefined
  return [
    {
      kind: 'insert-after',
      instruction: last.instruction,
      text: `ENV PATH="${folder}/bin:$PATH"`,
    },
    ...edits,
  ]
}
