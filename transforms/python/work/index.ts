import {
  innerCommands,
  type Facts,
  type PythonInstall,
  type RunCommand,
} from '../../../src/transform.ts'
import { managerRows } from '../managers/index.ts'
import type { PackageWork, WorkPlace, WorkRow } from './package-work.ts'
import { pip } from './pip.ts'
import { activeFor, venv } from './venv.ts'

/** The managers whose installs can be taken apart, a row each. */
const rows: readonly WorkRow[] = [venv, pip, ...managerRows]

/** All that the file's commands do to packages, in order. */
export function readWorks(facts: Facts): readonly PackageWork[] {
  const works: PackageWork[] = []
  const above: RunCommand[] = []
  for (const command of facts.final.commands) {
    const made = environmentsOf(works)
    const active = activeFor(command, above, made)
    above.push(command)
    const place = { facts, made, active }
    const work = readRow(command, place) ?? ofScript(command, place)
    if (work !== undefined) works.push({ command, ...work })
  }
  return works
}

type Work = Pick<PackageWork, 'home' | 'install'>

function readRow(command: RunCommand, place: WorkPlace): Work | undefined {
  for (const row of rows) {
    const work = row.reads(command, place)
    if (work !== undefined) return work
  }
  return undefined
}

/** What a script or a Makefile of the context does, where it does nothing but install packages. */
function ofScript(command: RunCommand, place: WorkPlace): Work | undefined {
  const { commands, isWhole } = innerCommands(command, place.facts)
  const works = commands.map((inner) => readRow({ ...inner, step: command.step }, place))
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

/** The environments that commands make or fill, each once. */
export function environmentsOf(works: readonly PackageWork[]): readonly string[] {
  const folders = works.flatMap(({ home }) => (home.kind === 'environment' ? home.folder : []))
  return [...new Set(folders)]
}
