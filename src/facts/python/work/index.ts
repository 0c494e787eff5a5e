import { rememberOf } from '../../../dockerfile/remember.ts'
import type { Project } from '../../../project/project.ts'
import type { RunCommand } from '../../commands/command.ts'
import { lineage, type StageFacts } from '../../stages/stage-facts.ts'
import type { PackageWork, WorkPlace, WorkRow } from './package-work.ts'
import { pdm } from './pdm.ts'
import { pip } from './pip.ts'
import { pipenv } from './pipenv.ts'
import { poetry } from './poetry.ts'
import { uv } from './uv.ts'
import { activeFor, venv } from './venv.ts'

/** The managers, and the ways to make an environment, a row each. */
const rows: readonly WorkRow[] = [venv, pip, uv, poetry, pipenv, pdm]

/** What a command does to packages of Python; undefined where it does nothing to them, or is a manager's that no row reads. */
export function workOf(
  command: RunCommand,
  place: WorkPlace,
): Pick<PackageWork, 'home' | 'install'> | undefined {
  for (const row of rows) {
    const work = row.reads(command, place)
    if (work !== undefined) return work
  }
  return undefined
}

/** What the commands of a stage, and of those that it is built from, do to packages, in order. */
export const packageWorks = (final: StageFacts, project: Project): readonly PackageWork[] =>
  worksByStage(final)(project)

const worksByStage = rememberOf((final: StageFacts) =>
  rememberOf((project: Project) => worksIn(final, project)),
)

/** The same with what `read` reads beyond {@link workOf}: scripts of the project. */
export function worksIn(
  final: StageFacts,
  project: Project,
  read: typeof workOf = workOf,
): readonly PackageWork[] {
  const works: PackageWork[] = []
  const above: RunCommand[] = []
  const made: string[] = []
  for (const stage of lineage(final).toReversed())
    for (const command of stage.commands) {
      const active = activeFor(command, above, made)
      const work = read(command, { final: stage, project, above, made, active })
      above.push(command)
      if (work === undefined) continue
      works.push({ command, stage, ...work })
      const folder = environmentOf(work)
      if (folder !== undefined && !made.includes(folder)) made.push(folder)
    }
  return works
}

/** The environment that a command makes or fills. */
export const environmentOf = ({ home }: Pick<PackageWork, 'home'>): string | undefined =>
  home.kind === 'environment' || (home.kind === 'elsewhere' && home.isEnvironment === true)
    ? home.folder
    : undefined
