import {
  innerCommands,
  workOf,
  worksIn,
  type Facts,
  type PackageWork,
  type PythonInstall,
  type RunCommand,
  type WorkPlace,
} from '../../src/transform.ts'
import { withoutPlainProject } from './managers/own-project.ts'

/** All that the file's commands do to packages, in order; what a script or a Makefile of the context does, too. */
export function readWorks(facts: Facts): readonly PackageWork[] {
  const { final, project } = facts
  return worksIn(
    final,
    project,
    (command, place) => readCommand(command, place) ?? ofScript(command, place, facts),
  ).filter(({ stage }) => stage === final)
}

type Work = Pick<PackageWork, 'home' | 'install'>

function readCommand(command: RunCommand, place: WorkPlace): Work | undefined {
  const work = workOf(command, place)
  return work?.install === undefined
    ? work
    : { ...work, install: withoutPlainProject(work.install, command, place) }
}

/** What a script or a Makefile of the context does, where it does nothing but install packages. */
function ofScript(command: RunCommand, place: WorkPlace, facts: Facts): Work | undefined {
  const { commands, isWhole } = innerCommands(command, facts)
  const works = commands.map((inner) => readCommand({ ...inner, step: command.step }, place))
  const installs = works.flatMap((work) => work?.install ?? [])
  const first = works.find((work) => work?.install !== undefined)
  if (first?.install === undefined) return undefined
  const all = <T>(read: (install: PythonInstall) => readonly T[]) => installs.flatMap(read)
  const install = {
    ...first.install,
    requirements: all((each) => each.requirements),
    constraints: all((each) => each.constraints),
    packages: all((each) => each.packages),
    local: all((each) => each.local),
    editable: all((each) => each.editable),
  }
  const isAlone =
    isWhole && commands.every(({ name }, at) => works[at] !== undefined || quiet.has(name ?? ''))
  const isOne = works.every((work) => work === undefined || work.home.kind === first.home.kind)
  return isAlone && isOne
    ? { home: first.home, install }
    : {
        home: { kind: 'elsewhere', why: 'starts a script that installs packages and does more' },
        install,
      }
}

/** Words of a script that change nothing. */
const quiet = new Set('set echo printf cd true : test ['.split(' '))
