import type { RunCommand } from '../../../facts/commands/command.ts'
import { innerCommands } from '../../../facts/commands/inner-commands.ts'
import { commandEvidence, placeOf } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { baseName, resolvePath } from '../../../facts/image-path.ts'
import { installedPackages } from '../../../facts/installed-packages.ts'
import { bringsProgramsOf, packageOfProgram } from '../../../knowledge/programs.ts'
import { isPython } from '../../../knowledge/python-installs.ts'
import { scriptOf } from '../seen/entries.ts'
import { followerOf } from '../seen/see-programs.ts'
import { startedProcesses } from '../seen/started-processes.ts'

/** A program that a RUN needs, and who asks for it. */
interface Asked {
  readonly program: string
  readonly by: string
}

/**
 * What a RUN of the runtime stage needs although no word of it says so, and the image has no more: a compiler for `./configure && make install`, a
 * program that a script of the project starts. The end of a sentence.
 */
export function lostTool(before: Facts, after: Facts): string | undefined {
  if (before.stages.length === after.stages.length) return undefined
  const twice = compiledTwice(after)
  if (twice !== undefined) return twice
  for (const command of after.final.commands)
    for (const { program, by } of [...compilesWith(command, after), ...startedBy(command, after)])
      if (mayHave(program, before) && !mayHave(program, after))
        return `${by} needs ${program}, which ${after.final.base.reference.text} does not have`
  return undefined
}

/** Programs that compile what stands in a folder, whatever its files say. */
const builders = /^(configure|make|gmake|cmake|ninja|meson|autoreconf)$/

function compilesWith(command: RunCommand, facts: Facts): readonly Asked[] {
  const name = baseName(command.name ?? '')
  if (!builders.test(name) || command.args.includes('--version')) return []
  const { commands, isWhole } = innerCommands(command, facts)
  // A Makefile of the project that is read to its end says itself what it calls.
  const isRead = isWhole && commands.length > 0
  return isRead ? [] : [{ program: 'gcc', by: `\`${textOf(command)}\`` }]
}

/** What the builder compiles is compiled again, with compilers that were to stay behind: nobody knows which files it installs. */
export function compiledTwice(facts: Facts): string | undefined {
  const { final, stages } = facts
  const built = new Set(
    stages.filter((stage) => stage !== final).flatMap(({ commands }) => commands.map(textOf)),
  )
  const command = final.commands.find(
    (each) => built.has(textOf(each)) && compilesWith(each, facts).length > 0,
  )
  return command === undefined
    ? undefined
    : `\`${textOf(command)}\` compiles what the runtime stage needs, too`
}

const textOf = (command: RunCommand) => commandEvidence(command).text

/** What a script of Python starts that a RUN runs. */
function startedBy(command: RunCommand, facts: Facts): readonly Asked[] {
  const { name, cwd, assignments } = command
  const script = name !== undefined && isPython(name) ? scriptOf(command) : undefined
  const path = script === undefined ? undefined : resolvePath(cwd, script)
  const source = path === undefined ? undefined : facts.contextPath(path)
  if (source === undefined || !facts.project.isFile(source)) return []
  const graph = followerOf(facts)(cwd, assignments)([source])
  return startedProcesses(graph, cwd, facts).flatMap(({ name: program, via }) => {
    const evidence = via[0]
    return program === undefined || program.includes('/') || evidence === undefined
      ? []
      : [{ program, by: placeOf(evidence) }]
  })
}

/** Whether the final stage has a program, or may have it. */
function mayHave(program: string, { final }: Facts): boolean {
  const { base, commands } = final
  if (base.hasProgram(program) !== false) return true
  return installedPackages(commands).some(({ manager, name }) => {
    const wanted = packageOfProgram(manager, program)
    return wanted !== undefined && bringsProgramsOf(manager, name, wanted)
  })
}
