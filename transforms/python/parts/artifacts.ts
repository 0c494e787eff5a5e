import { lineEvidence, type Artifact } from '../../../src/transform.ts'
import type { PythonApp } from '../app.ts'

/** The environments, each at its own path: the scripts in them name it. */
export function artifactsOf({ environments, works }: PythonApp): readonly Artifact[] {
  return environments.flatMap((folder) => {
    const own = works.filter(({ home }) => home.kind === 'environment' && home.folder === folder)
    // What stands between two installs may call what they bring.
    const first = own.find(({ install }) => install !== undefined) ?? own[0]
    const evidence = own.map(({ command }) => lineEvidence(command.step.instruction))
    return first === undefined
      ? []
      : [{ path: folder, isFolder: true, after: first.command.step.instruction, evidence }]
  })
}
