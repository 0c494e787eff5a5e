import {
  bringsProgramsOf,
  isPython,
  isPythonInstall,
  lineEvidence,
  packageOfProgram,
  readInstall,
  resolvePath,
  type Placement,
  type RunCommand,
} from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import type { Question } from '../app/question.ts'
import type { FileNeed } from '../sources/file-needs.ts'
import { providesProgram } from './run-time-programs.ts'

// RUN pip3 install -r requirements.txt, for a script that the program starts by python3
//   => in both stages, with its requirements: what pip compiles or fetches fits the image that it runs in

/** Whether run time may use Python: it starts Python, a script of it, what only a run shows, or what nothing else brings. */
const usesPython = ({ app, programs, callsOthers }: Omit<Question, 'shape'>) =>
  callsOthers ||
  [...programs].some((name) => isPython(name) || name.endsWith('.py') || isOfPython(name, app))

/** Whether a program can only be one that a package of Python brings: the image, its packages and the project's have none of that name. */
export function isOfPython(name: string, app: NodeApp): boolean {
  const { final } = app.facts
  const manager = final.base.packageManager
  if (name.includes('/') || final.base.hasProgram(name) === true || providesProgram(name, app))
    return false
  const owner = manager === undefined ? undefined : packageOfProgram(manager, name)
  const installed = final.commands.flatMap(({ argv }) => readInstall(argv)?.packages ?? [])
  return !(
    manager !== undefined &&
    owner !== undefined &&
    installed.some((item) => bringsProgramsOf(manager, item.name, owner))
  )
}

const installs = ({ name = '', args }: RunCommand) => isPythonInstall(name, args)

/** The stage of Python's packages; undefined for other commands, and for those that install what only the builder has. */
export function placePython(command: RunCommand, question: Question): Placement | undefined {
  if (!installs(command)) return undefined
  if (!usesPython(question)) return 'build'
  return namedBy(command, question.app) === undefined ? undefined : 'both'
}

/** Requirements and constraints that an install names; undefined where it takes a folder of the project. */
function namedBy(
  { args, cwd, step }: RunCommand,
  { view }: NodeApp,
): readonly FileNeed[] | undefined {
  const needs: FileNeed[] = []
  for (const arg of args) {
    const path =
      arg === undefined || /^-\w|^--[\w-]+$/.test(arg)
        ? undefined
        : resolvePath(cwd, arg.replace(/^--[\w-]+=/, ''))
    const source = path === undefined ? undefined : view.contextPath(path)
    if (path === undefined || source === undefined) continue
    if (view.project.isFolder(source)) return undefined
    if (view.project.isFile(source))
      needs.push({ path, isFolder: false, evidence: [lineEvidence(step.instruction)] })
  }
  return needs
}

const installsOf = (question: Omit<Question, 'shape'>) =>
  usesPython(question) ? question.app.view.stage.commands.filter(installs) : []

/** The files that installs of Python's packages read in the runtime stage. */
export const pythonFiles = (question: Omit<Question, 'shape'>): readonly FileNeed[] =>
  installsOf(question).flatMap((command) => namedBy(command, question.app) ?? [])

/** Whether the runtime stage installs packages of Python: some are compiled, by what only the author's image is known to have. */
export const installsPython = (question: Omit<Question, 'shape'>): boolean =>
  installsOf(question).length > 0
