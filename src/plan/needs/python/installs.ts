import type { RunCommand } from '../../../facts/commands/command.ts'
import type { Facts } from '../../../facts/facts.ts'
import { baseName } from '../../../facts/image-path.ts'
import { pythonInstallOf } from '../../../facts/python/install-command.ts'
import { packagePlaceOf, type PackagePlace } from '../../../facts/python/package-place.ts'
import type { StageFacts } from '../../../facts/stages/stage-facts.ts'
import { isBuildTool } from '../../../knowledge/pypi-packages/build-tools.ts'
import { requirementName } from '../../../project/requirements/requirement.ts'
import { rememberOf } from '../../../dockerfile/remember.ts'
import type { Project } from '../../../project/project.ts'
import { packageWorks } from '../../../facts/python/work/index.ts'
import { startsOf } from './starts.ts'

/** An install of Python's packages in a stage. */
export interface StageInstall {
  readonly command: RunCommand
  readonly stage: StageFacts
  readonly place: PackagePlace
}

/** The installs of a stage and of those that it is built from, the lowest first. */
export const installsIn = (final: StageFacts, project: Project): readonly StageInstall[] =>
  packageWorks(final, project).flatMap((work) => {
    const place = packagePlaceOf(work)
    return place === undefined ? [] : [{ command: work.command, stage: work.stage, place }]
  })

/**
 * The author's installs of what the program may import: without those that bring tools of the build alone, as long as the container starts none of
 * them. `started` is the file whose container it is: a new one may start the program without its manager.
 */
export function installsOfProgram(facts: Facts, started = facts): readonly StageInstall[] {
  const names = namesStarted(started)
  return installsIn(facts.final, facts.project).filter(({ command }) => {
    const install = pythonInstallOf(command)
    if (install === undefined || install.packages.length === 0) return true
    const isMore =
      install.requirements.length + install.local.length + install.editable.length > 0 ||
      install.isOfManifest
    return (
      isMore ||
      install.packages.some((written) => {
        const name = requirementName(written)
        return !isBuildTool(name) || names.has(name)
      })
    )
  })
}

const namesStarted = rememberOf(
  (facts: Facts): ReadonlySet<string> =>
    new Set(
      startsOf(facts)
        .flat()
        .map(({ name = '' }) => baseName(name)),
    ),
)

/** Whether two commands install the same, whatever flags a rule or a preparation has added, and wherever it goes. */
export function isSameInstall(one: RunCommand, other: RunCommand): boolean {
  const [a, b] = [pythonInstallOf(one), pythonInstallOf(other)]
  if (a === undefined || b === undefined)
    return a === b && JSON.stringify(one.argv) === JSON.stringify(other.argv)
  return whatOf(a) === whatOf(b)
}

const whatOf = ({
  manager,
  folder,
  requirements,
  packages,
  local,
  editable,
  isOfManifest,
}: NonNullable<ReturnType<typeof pythonInstallOf>>) =>
  JSON.stringify([manager, folder, requirements, packages, local, editable, isOfManifest])
