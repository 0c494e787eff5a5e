import type { Command, RunCommand } from '../../facts/commands/command.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import type { Facts } from '../../facts/facts.ts'
import { programsBeside } from '../../facts/programs-beside.ts'
import { baseName, folderOf } from '../../facts/image-path.ts'
import { readInstall } from '../../knowledge/package-managers.ts'
import { lineEvidence, type Evidence } from '../../facts/evidence.ts'
import { isProgramPath, pathFolders, programName } from '../../knowledge/images/image-folders.ts'
import { pathsOfSettings } from '../needs/system/settings.ts'
import type { FullSplit } from '../split.ts'

/** A program that must be found in the runtime stage. */
export interface Need {
  readonly program: string
  readonly evidence: Evidence
  /** Who runs it, where that is not the Dockerfile or the program: 'docker-compose.yml:5'. */
  readonly by?: string
}

const builtins = new Set(
  (
    '. : [ alias bg break cd command continue eval exec exit export false fg getopts hash jobs kill local printf echo pwd read readonly return set shift ' +
    'source test times trap true type ulimit umask unalias unset wait ' +
    // https://www.gnu.org/software/bash/manual/html_node/Bash-Builtins.html
    '[[ (( let declare typeset shopt builtin enable mapfile readarray pushd popd dirs disown'
  ).split(' '),
)

/** Whether a name is a word of the shell itself. */
export const isBuiltin = (name: string): boolean => builtins.has(name)

/** Programs that run when the container starts or is checked, and while the runtime stage is built. */
export function needsOf(
  facts: Facts,
  split: FullSplit,
  runtimeCommands: readonly RunCommand[],
): readonly Need[] {
  const needs: Need[] = []
  const add = (command: Command, evidence: Evidence, by?: string) => {
    for (const name of [command.name, ...programsBeside(command).map((each) => each.name)]) {
      const program = name === undefined ? undefined : programName(name)
      if (program !== undefined && !program.includes('/') && !isBuiltin(program))
        needs.push({ program, evidence, ...(by === undefined ? {} : { by }) })
    }
  }
  const started = startsAnotherProgram(facts, split) ? [] : (facts.start?.processes ?? [])
  for (const process of [...started, ...(facts.health?.processes ?? [])]) {
    const evidence = process.via.at(-1)
    if (evidence !== undefined) add(process, evidence)
  }
  for (const { usage, processes } of facts.overrides)
    for (const process of processes) {
      const evidence = process.via.at(-1)
      if (evidence !== undefined) add(process, evidence, `${usage.path}:${usage.line}`)
    }
  for (const { path, evidence } of pathsOfSettings(facts))
    if (isProgramPath(path)) needs.push({ program: baseName(path), evidence })
  for (const { name, evidence } of split.behaviour.programs) {
    const program = programName(name)
    if (!isBuiltin(program)) needs.push({ program, evidence })
  }
  for (const command of runtimeCommands) {
    const evidence = lineEvidence(command.step.instruction)
    add(command, evidence)
    // What a link is a name of: `ln -s /usr/bin/python3 /usr/local/bin/python`.
    for (const effect of effectsOf(command) ?? [])
      if (effect.kind === 'creates' && effect.isLink === true && effect.from !== undefined)
        if (pathFolders.includes(folderOf(effect.from)))
          needs.push({ program: baseName(effect.from), evidence })
  }
  return needs.filter((need, i) => needs.findIndex((other) => other.program === need.program) === i)
}

/** The author's start command is dropped: the runtime's image brings the program. */
function startsAnotherProgram({ start }: Facts, { placeInstruction }: FullSplit): boolean {
  return start?.instruction !== undefined && placeInstruction(start.instruction) === 'nowhere'
}

/** True where a shell of the image is called at run time or while the runtime stage is built. */
export function needsShell(facts: Facts, runtimeCommands: readonly RunCommand[]): boolean {
  return (
    (facts.start?.needsShell ?? false) ||
    runtimeCommands.length > 0 ||
    (facts.health?.needsShell ?? false) ||
    facts.overrides.some((override) => override.needsShell)
  )
}

/** The packages that the runtime stage's RUNs install. */
export function installsOf(commands: readonly Command[]): readonly string[] {
  return commands.flatMap((command) => {
    const install = readInstall(command.argv)
    return install?.action === 'install' ? install.packages.map((item) => item.name) : []
  })
}
