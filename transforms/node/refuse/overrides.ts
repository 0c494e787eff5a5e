import { refuse, type OverrideCommand, type Refusal } from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import { providerOf } from '../../javascript/programs.ts'
import { isProgram, tasksIn } from '../../javascript/task.ts'
import { globalPrograms } from '../../javascript/work.ts'

/** A compose service that runs something in the image which needs the dev dependencies: the runtime stage would not have them. */
export function refuseOverrides(app: NodeApp): Refusal | undefined {
  const globals = globalPrograms(app.works)
  for (const override of app.facts.overrides) {
    const tasks = tasksIn(override.processes, app.view)
    const program = tasks.find(
      (task) =>
        isProgram(task) &&
        task.isLocal &&
        !globals.has(task.name) &&
        providerOf(task.name, app.manifest, app.lock).provider === 'dev-dependency',
    )
    if (program?.kind === 'program')
      return refuse(
        'compose-overrides-start',
        `${where(override)} runs ${program.name}, which package.json lists under devDependencies: the runtime stage would not have it. Move ${providerOf(program.name, app.manifest, app.lock).name} to dependencies, or build another target for that.`,
      )
  }
  return undefined
}

const where = ({ usage }: OverrideCommand) => `${usage.path}:${usage.line}`
