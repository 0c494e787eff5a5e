import {
  effectsOf,
  lineEvidence,
  readInstall,
  type Artifact,
  type Copy,
  type Facts,
  type PackageWork,
  type Placement,
  type RunCommand,
  type StageFacts,
  type Step,
} from '../../../src/transform.ts'
import type { PythonApp } from '../app.ts'

interface Placers {
  readonly placeCommand: (command: RunCommand) => Placement | undefined
  readonly placeCopy: (copy: Copy) => Placement
}

/** The environments, each at its own path: the scripts in them name it. */
export function artifactsOf(
  { environments, works, facts }: PythonApp,
  { placeCommand, placeCopy }: Placers,
): readonly Artifact[] {
  return environments.flatMap((folder) => {
    const own = works.filter(({ home }) => home.kind === 'environment' && home.folder === folder)
    // What stands between two installs may call what they bring.
    const first = own.find(({ install }) => install !== undefined) ?? own[0]
    const evidence = own.map(({ command }) => lineEvidence(command.step.instruction))
    if (first === undefined) return []
    const { step } = first.command
    const sources = isFilled(folder, facts)
      ? undefined
      : sourcesAbove(own, step, facts.final, placeCopy)
    if (sources !== undefined)
      return [{ path: folder, isFolder: true, after: sources.instruction, isFirst: true, evidence }]
    // `pip install ... && python manage.py collectstatic`, `&& playwright install`: the rest of the line needs the packages.
    const isFirst = facts.final.commands.some(
      (command) =>
        command.step === step &&
        (/^(run|both)$/.test(placeCommand(command) ?? '') || mayBeOfPackage(command, works)),
    )
    return [{ path: folder, isFolder: true, after: step.instruction, isFirst, evidence }]
  })
}

/** Whether the context brings files into a folder, which the installs below change. */
function isFilled(folder: string, { contextPath, project }: Facts): boolean {
  const source = contextPath(folder)
  return source !== undefined && project.files(source).length > 0
}

/**
 * The first COPY of sources above an install, which the environment stands above, so that a change of theirs leaves its layer; undefined where
 * there is none. The environment is in the image by then, or nothing runs between.
 */
function sourcesAbove(
  own: readonly PackageWork[],
  install: Step,
  { steps, copies }: StageFacts,
  placeCopy: Placers['placeCopy'],
): Step | undefined {
  const made = own[0]?.command.step.index ?? install.index
  const from = steps.findLastIndex(
    ({ instruction: { keyword }, index }) => index < made && /^(RUN|USER)$/.test(keyword),
  )
  return copies.find(
    (copy) =>
      copy.step.index > from &&
      copy.step.index < install.index &&
      copy.step.user === install.user &&
      copy.from === undefined &&
      placeCopy(copy) !== 'build',
  )?.step
}

/** A program that nothing is known of: one that a package brings. */
const mayBeOfPackage = (command: RunCommand, works: PythonApp['works']): boolean =>
  works.every((work) => work.command !== command) &&
  effectsOf(command) === undefined &&
  readInstall(command.argv) === undefined
