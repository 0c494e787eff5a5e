import type { Project } from '../../project/project.ts'
import type { RunCommand } from '../commands/command.ts'
import type { StageFacts } from '../stages/stage-facts.ts'
import { environmentOf, packageWorks } from './work/index.ts'

/** A virtual environment that a stage has: a folder with packages, console scripts, and links to the Python that made it. */
export interface PythonEnvironment {
  /** Absolute, in the image. */
  readonly folder: string
  readonly command: RunCommand
  readonly stage: StageFacts
}

/** The environments that the commands of a stage make or fill, those of the stages that it is built from first; each once, by the command that makes it. */
export function environmentsOf(final: StageFacts, project: Project): readonly PythonEnvironment[] {
  const found = new Map<string, PythonEnvironment>()
  for (const work of packageWorks(final, project)) {
    const folder = environmentOf(work)
    const { command, stage } = work
    if (folder !== undefined && !found.has(folder)) found.set(folder, { folder, command, stage })
  }
  return [...found.values()]
}
