import {
  baseName,
  innerCommands,
  isPython,
  isPythonManifest,
  pythonInstallOf,
  tellsIntoFile,
  type Command,
  type Copy,
  type Facts,
  type Placement,
  type RunCommand,
} from '../../../src/transform.ts'
import type { PythonApp } from '../app.ts'
import { bringsManager, installsManager } from '../managers/manager.ts'
import { sourceTools } from '../tables/source-tools.ts'
import { isReadByInstall } from './manifests.ts'

/**
 * Installs belong to the build. What Python does with the sources (`manage.py collectstatic`, `compileall`) needs no compiler, and stands
 * where the sources are at run time; above an install it stands in both stages, because that may need it.
 */
export function commandPlacer(app: PythonApp): (command: RunCommand) => Placement | undefined {
  const { works, facts } = app
  const installs = new Set(works.map(({ command }) => command))
  const order = facts.final.commands
  const last = order.findLastIndex((command) => installs.has(command))
  return (command) => {
    if (installs.has(command) || installsManager(command, facts) || packs(command)) return 'build'
    const isOfPython = isSourceTool(command) || runsSourceTools(command, facts)
    if (!isOfPython) return undefined
    return order.indexOf(command) < last ? 'both' : 'run'
  }
}

/** Makes an archive for an install: https://setuptools.pypa.io/en/latest/deprecated/commands.html, https://build.pypa.io */
function packs({ name = '', args: [first, second] }: RunCommand): boolean {
  if (!isPython(name))
    return /^(pyproject-build|flit|hatch)$/.test(baseName(name)) && first === 'build'
  return first === 'setup.py'
    ? /^(sdist|bdist|bdist_wheel|bdist_egg)$/.test(second ?? '')
    : first === '-m' && second === 'build'
}

function isSourceTool(command: Command): boolean {
  const { name = '' } = command
  if (tellsIntoFile(command)) return true
  if (pythonInstallOf(command) !== undefined) return false
  const program = baseName(name)
  return isPython(name) || sourceTools.has(program) || program === 'manage.py'
}

/** A script of the context that runs nothing but such tools. */
function runsSourceTools(command: RunCommand, facts: Facts): boolean {
  const { commands, isWhole } = innerCommands(command, facts)
  return isWhole && commands.length > 0 && commands.every(isSourceTool)
}

/** What installs read is for the build, where nothing else needs it; sources come along by the author's own COPY. */
export function copyPlacer(app: PythonApp): (copy: Copy) => Placement {
  const { works, facts } = app
  const last = Math.max(...works.map(({ command }) => command.step.index))
  const isOnlyRead = isReadByInstall(app)
  return (copy) => {
    if (bringsManager(copy)) return 'build'
    if (copy.step.index > last) return 'run'
    if (copy.from !== undefined || copy.isRemote || copy.paths.length === 0) return 'both'
    const files = copy.paths.flatMap(({ source, isFolder }) =>
      isFolder ? facts.project.files(source) : [source],
    )
    return files.every((file) => isPythonManifest(file)) && files.every(isOnlyRead)
      ? 'build'
      : 'both'
  }
}
