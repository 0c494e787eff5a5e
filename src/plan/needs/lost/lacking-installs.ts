import type { RunCommand } from '../../../facts/commands/command.ts'
import { lineEvidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { baseName, isWithin } from '../../../facts/image-path.ts'
import { installedPackages } from '../../../facts/installed-packages.ts'
import { leavesOf } from '../../../facts/tool-rows.ts'
import { placeOfPackage, runtimeCounterparts } from '../../../knowledge/os-packages.ts'
import { readInstall, type Install } from '../../../knowledge/package-managers.ts'
import { isPython, isPythonInstall } from '../../../knowledge/python-installs.ts'
import { isOfPrograms } from '../../../knowledge/programs.ts'
import { unknownProgram } from '../../../programs/behaviour.ts'
import { startsPython } from '../python/starts.ts'
import { pathOf, processesOf, startsTheSame } from '../seen/entries.ts'
import { needAt, type FileNeed } from '../seen/file-need.ts'
import { isPhpPackage } from '../seen/php-programs.ts'
import { seePrograms } from '../seen/see-programs.ts'

/** PHP and its extensions are packages of the system, and the new image installs none of them. */
export function bringsPhp(command: RunCommand, before: Facts, after: Facts): boolean {
  const { base } = after.final
  const ofPhp = (item: RunCommand) =>
    readInstall(item.argv)?.packages.some(({ name }) => isPhpPackage(name)) === true
  return (
    ofPhp(command) &&
    base.family !== 'php' &&
    base.distribution === before.final.base.distribution &&
    startsTheSame(before, after) &&
    !after.final.commands.some(ofPhp)
  )
}

/**
 * It installs libraries, or what no table knows, and the runtime stage, on the same kind of image, has nothing of it. Whether programs are
 * called is another question.
 */
export function installsForRunTime(command: RunCommand, before: Facts, after: Facts): boolean {
  const install = readInstall(command.argv)
  const { base, commands } = after.final
  if (
    install?.action !== 'install' ||
    install.virtual !== undefined ||
    base.family !== before.final.base.family ||
    base.packageManager !== install.manager ||
    !startsTheSame(before, after)
  )
    return false
  const here = commands.flatMap(({ argv }) => readInstall(argv)?.packages ?? [])
  return install.packages.some(
    ({ name }) =>
      staysAs(name, install.manager, before).some(
        (own) => base.hasPackage(own) !== true && here.every((other) => other.name !== own),
      ) && !isRemoved(name, command, before),
  )
}

function staysAs(name: string, manager: Install['manager'], { final }: Facts): readonly string[] {
  const place = placeOfPackage(manager, name)
  return place === 'build' || place === 'interpreter'
    ? (runtimeCounterparts(manager, final.base.release, name) ?? [])
    : isOfPrograms(manager, name)
      ? []
      : [name]
}

const isRemoved = (name: string, { step }: RunCommand, { final }: Facts) =>
  installedPackages(final.commands).some(
    (item) => item.isRemoved && item.name === name && item.command.step === step,
  )

/** It installs packages of Python, which the program starts, and no line of the runtime stage does. */
export function bringsPython(
  { name = '', args }: RunCommand,
  before: Facts,
  after: Facts,
): boolean {
  const { commands, base } = after.final
  return (
    isPythonInstall(name, args) &&
    base.family === before.final.base.family &&
    // Where the container itself starts Python, its packages come as they are installed.
    !startsPython(before) &&
    mayStartPython(before) &&
    // A rule may have added a flag.
    !commands.some((other) => args.every((arg) => other.args.includes(arg)))
  )
}

/** The container starts Python or a script of it beside another language, or what only a run shows. */
const mayStartPython = (facts: Facts) =>
  (facts.final.base.family !== 'python' &&
    processesOf(facts).some(({ name }) => name !== undefined && isOfPython(name))) ||
  seePrograms(facts).programs.some(
    ({ graph }) =>
      unknownProgram(graph) !== undefined ||
      graph.modules.some(({ programs }) => programs.some(({ name }) => isOfPython(name))),
  )

const isOfPython = (name: string) => isPython(name) || name.endsWith('.py')

/** The files that installs of Python's packages name in the runtime stage. */
export function pythonFileNeeds(before: Facts, after: Facts): readonly FileNeed[] {
  return after.final.commands.flatMap(({ name = '', args, cwd, step }) =>
    isPythonInstall(name, args)
      ? args.flatMap(
          (arg) => needAt(pathOf(arg, cwd), lineEvidence(step.instruction), before) ?? [],
        )
      : [],
  )
}

/** It puts a program into a folder of the whole image that the container starts, and no line of the runtime stage does. */
export function bringsStarted(command: RunCommand, before: Facts, after: Facts): boolean {
  const programs = leavesOf(command, before)?.programs ?? []
  if (programs.length === 0 || !startsTheSame(before, after)) return false
  const started = processesOf(before).flatMap(({ name, bin }) =>
    bin === undefined && name !== undefined ? [baseName(name)] : [],
  )
  const { commands, copies } = after.final
  return (
    programs.some((name) => started.includes(name)) &&
    !commands.some((other) =>
      leavesOf(other, after)?.programs.some((name) => programs.includes(name)),
    ) &&
    !copies.some(
      ({ destination }) => destination !== undefined && isWithin(destination, '/usr/local'),
    )
  )
}
