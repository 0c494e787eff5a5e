import {
  effectsOf,
  lineEvidence,
  readInstall,
  type Artifact,
  type Placement,
  type RunCommand,
} from '../../../src/transform.ts'
import type { PythonApp } from '../app.ts'

/** The environments, each at its own path: the scripts in them name it. */
export function artifactsOf(
  { environments, works, facts }: PythonApp,
  placeCommand: (command: RunCommand) => Placement | undefined,
): readonly Artifact[] {
  return environments.flatMap((folder) => {
    const own = works.filter(({ home }) => home.kind === 'environment' && home.folder === folder)
    // What stands between two installs may call what they bring.
    const first = own.find(({ install }) => install !== undefined) ?? own[0]
    const evidence = own.map(({ command }) => lineEvidence(command.step.instruction))
    if (first === undefined) return []
    const { step } = first.command
    // `pip install ... && python manage.py collectstatic`, `&& playwright install`: the rest of the line needs the packages.
    const isFirst = facts.final.commands.some(
      (command) =>
        command.step === step &&
        (/^(run|both)$/.test(placeCommand(command) ?? '') || mayBeOfPackage(command, works)),
    )
    return [{ path: folder, isFolder: true, after: step.instruction, isFirst, evidence }]
  })
}

/** A program that nothing is known of: one that a package brings. */
const mayBeOfPackage = (command: RunCommand, works: PythonApp['works']): boolean =>
  works.every((work) => work.command !== command) &&
  effectsOf(command) === undefined &&
  readInstall(command.argv) === undefined
