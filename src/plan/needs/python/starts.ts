import type { Facts } from '../../../facts/facts.ts'
import type { Process } from '../../../facts/follow/process.ts'
import { effectsOf } from '../../../facts/effects/effects.ts'
import { baseName, isWithin, resolvePath } from '../../../facts/image-path.ts'
import { installedPackages } from '../../../facts/installed-packages.ts'
import { lineage, type StageFacts } from '../../../facts/stages/stage-facts.ts'
import { pythonInstallOf } from '../../../facts/python/install-command.ts'
import { bringsProgramsOf, packageOfProgram } from '../../../knowledge/programs.ts'
import { isPython, isPythonInstall } from '../../../knowledge/python-installs.ts'
import { rememberOf } from '../../../dockerfile/remember.ts'

/** What the container runs, one list for a command: the start command, the health check, what compose and others start. */
export const startsOf = ({ start, health, overrides }: Facts): readonly (readonly Process[])[] => [
  start?.processes ?? [],
  health?.processes ?? [],
  ...overrides.map(({ processes }) => processes),
]

/** They find the project's environment without PATH: https://docs.astral.sh/uv/concepts/projects/run/ */
const runners = /^(uv|poetry|pipenv|pdm|hatch|rye)$/

/** Those of a list that are looked for on PATH: what a manager starts, that finds in the environment. */
export function withoutManaged(processes: readonly Process[]): readonly Process[] {
  const at = processes.findIndex(({ name = '' }) => runners.test(baseName(name)))
  return at < 0 ? processes : processes.slice(0, at + 1)
}

/**
 * Whether the container runs Python by itself: its image is one of Python, and what starts is Python or a console script of a package; or a start
 * command on another image comes to Python. A program in another language that starts a script is something else.
 */
export const startsPython = rememberOf((facts: Facts): boolean => {
  const ofStart = facts.start?.processes ?? []
  if (facts.final.base.family !== 'python') return ofStart.some(isOfPython)
  return startsOf(facts)
    .flat()
    .some((process) => isOfPython(process) || isConsoleScript(process, facts))
})

const isOfPython = ({ name = '' }: Process) => isPython(name) || name.endsWith('.py')

/** Whether only a package of Python can bring a program: neither the image, nor a package of its system, nor the context has it. */
export function isConsoleScript(
  { name, cwd, bin }: Pick<Process, 'name' | 'cwd' | 'bin'>,
  facts: Facts,
): boolean {
  if (name === undefined || bin !== undefined || isPython(name)) return false
  const { final, contextPath } = facts
  const { hasProgram, packageManager } = final.base
  const program = baseName(name)
  const path = name.includes('/') ? resolvePath(cwd, name) : `/usr/local/bin/${name}`
  if (hasProgram(program) !== false || path === undefined || contextPath(path) !== undefined)
    return false
  const owner = packageManager && packageOfProgram(packageManager, program)
  const all = lineage(final)
  const isInstalled =
    owner !== undefined &&
    installedPackages(all.flatMap(({ commands }) => commands)).some((item) =>
      bringsProgramsOf(item.manager, item.name, owner),
    )
  const isCopied = all
    .flatMap(({ copies }) => copies)
    .some(({ destination = '', sources }) =>
      [destination, ...sources].some((each) => baseName(each) === program),
    )
  return !isInstalled && !isCopied && !all.some((stage) => mayMake(path, stage))
}

/** Whether a command that installs no packages of Python is seen to put a program there, or names it: `curl -fsSL .../supercronic -o ...`. */
const mayMake = (path: string, { commands }: StageFacts) =>
  commands.some(
    (command) =>
      !isPythonInstall(command.name ?? '', command.args) &&
      pythonInstallOf(command) === undefined &&
      (command.argv.some((word) => word?.includes(baseName(path)) === true) ||
        effectsOf(command)?.some(
          (effect) =>
            effect.kind === 'creates' &&
            (effect.path === path || (effect.isFilled === true && isWithin(path, effect.path))),
        ) === true),
  )

/** Whether a program that the container starts by its name comes with the packages of Python; whether they are there is asked of them. */
export const comesWithPackages = (program: string, facts: Facts): boolean =>
  startsPython(facts) &&
  startsOf(facts)
    .flat()
    .some(({ name }) => name !== undefined && baseName(name) === program) &&
  isConsoleScript({ name: program, cwd: '/', bin: undefined }, facts) &&
  lineage(facts.final).some(({ commands }) =>
    commands.some((command) => pythonInstallOf(command) !== undefined),
  )
