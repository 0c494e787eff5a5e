import type { RunCommand } from '../../facts/commands/command.ts'
import { archiveFetchedBy } from '../../facts/effects/download-effects.ts'
import type { Facts } from '../../facts/facts.ts'
import { baseName } from '../../facts/image-path.ts'
import { installedPackages } from '../../facts/installed-packages.ts'
import { isSpelledOut } from '../../facts/commands/command.ts'
import { splice } from '../../dockerfile/splice.ts'
import type { PackageManagerName } from '../../knowledge/images/base-image.ts'
import { fetchToolOf, type FetchTool } from '../../knowledge/fetch-tools.ts'
import { readPackageCommand } from '../../knowledge/package-managers.ts'
import { needsOf } from '../base/runtime-needs.ts'
import { fileGapsOf } from '../needs/files/file-gaps.ts'
import { seePrograms } from '../needs/seen/see-programs.ts'
import { isLeftByBuild } from '../place/place-created.ts'
import type { FullSplit } from '../split.ts'
import { archivesCopiedBy, fetches, names } from './archives.ts'
import { areStartsKnown } from './known-starts.ts'
import { isMentioned, wordsOf } from './mentions.ts'
import type { Spare } from './spare.ts'

/** What the runtime stage may do without: nothing that runs there is seen to use it, and a command that can be left to the builder does. */
export function findSpare(facts: Facts, split: FullSplit): Spare {
  return { packages: sparePackages(facts, split), archives: spareArchives(facts, split) }
}

function sparePackages(facts: Facts, split: FullSplit): readonly string[] {
  const { commands } = facts.final
  const installed = new Map(installedPackages(commands).map((item) => [item.name, item.manager]))
  const found = [...installed].flatMap(([name, manager]) => {
    const tool = fetchToolOf(manager, name)
    return tool !== undefined &&
      split.placePackage(name) === undefined &&
      commands.some((command) => calls(command, tool))
      ? [{ name, manager, tool }]
      : []
  })
  // What else of run time needs the libraries that they bring.
  const hasLibraries = (manager: PackageManagerName) =>
    seePrograms(facts).packages.some(({ row }) => row.libraries?.[manager] !== undefined)
  if (found.length === 0 || !areStartsKnown(facts, split)) return []
  const needs = needsOf(facts, split, []).map(({ program }) => program)
  return found
    .filter(
      ({ manager, tool: { programs }, tool }) =>
        !hasLibraries(manager) &&
        !programs.some((program) => needs.includes(program)) &&
        !isWritten(tool, facts) &&
        !isMentioned(programs, facts),
    )
    .map(({ name }) => name)
}

/** Whether a command of the build is one of the tool's programs, or a tar that calls one. */
export function calls({ name, args }: RunCommand, { programs, byTar }: FetchTool): boolean {
  const program = baseName(name ?? '')
  return programs.includes(program) || (program === 'tar' && byTar?.test(args.join(' ')) === true)
}

/** Whether the file speaks of the tool otherwise than by installing and calling it: in a script that a RUN writes, in an ENV. */
function isWritten(tool: FetchTool, { final: { steps, commands } }: Facts): boolean {
  const has = (text: string) => wordsOf(tool.programs).test(text)
  const isPlain = (command: RunCommand) =>
    readPackageCommand([command.name, ...command.args]) !== undefined ||
    calls(command, tool) ||
    isSpelledOut(command)
  return (
    commands.some(
      (command) => !isPlain(command) && has(command.argv.map((word) => word ?? '').join(' ')),
    ) ||
    steps.some(({ instruction, index }) => {
      const { keyword, text, heredocs } = instruction
      if (keyword !== 'RUN') return has(text)
      if (heredocs.length === 0) return false
      const plain = commands.flatMap((command) =>
        command.step.index === index && isPlain(command) && command.source !== undefined
          ? [{ start: command.source.start, end: command.source.end, text: '' }]
          : [],
      )
      return has(splice(text, plain))
    })
  )
}

/** Each is looked for in every command. */
const mostArchives = 50

function spareArchives(facts: Facts, split: FullSplit): readonly string[] {
  const { copies, commands } = facts.final
  const all = [
    ...copies.flatMap(archivesCopiedBy),
    ...commands.flatMap((command) => archiveFetchedBy(command) ?? []),
  ]
  const paths = [...new Set(all)]
  if (paths.length > mostArchives) return []
  return paths.filter(
    (path) =>
      commands.some((command) => names(command, path) && !fetches(command, [path])) &&
      !isMentioned([baseName(path)], facts) &&
      !facts.final.steps.some(
        ({ instruction: { keyword, text } }) =>
          !/^(RUN|COPY|ADD)$/.test(keyword) && text.includes(baseName(path)),
      ) &&
      (isLeftByBuild(path) ||
        (fileGapsOf(seePrograms(facts)).length === 0 && areStartsKnown(facts, split))),
  )
}
