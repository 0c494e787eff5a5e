import { parseRun, parseScript } from '../../dockerfile/shell/shell.ts'
import { isPosixShell, shellText } from '../../dockerfile/shell/shells.ts'
import type { ShellCommand, ShellLink, ShellScript } from '../../dockerfile/shell/shell-script.ts'
import { resolvePath } from '../image-path.ts'
import { programIndex } from './program-index.ts'
import { shellVariables } from './shell-variables.ts'
import type { Lookup, Step } from '../stages/step.ts'

/** One simple command, with what is known of it at that point. */
export interface Command {
  /** The words with quotes and known variables resolved; undefined where a word can't be known. */
  readonly argv: readonly (string | undefined)[]
  /** Words as `argv` has them, those that are not known with a mark for what is missing; undefined where all are known. */
  readonly outlines?: readonly string[]
  /** The program, as written: 'npm', './gradlew'; undefined where it can't be known. `env`, `exec`, `sudo` and the like are looked through. */
  readonly name: string | undefined
  /** The words after the program. */
  readonly args: readonly (string | undefined)[]
  readonly assignments: ReadonlyMap<string, string | undefined>
  /** What the script above it hands on to programs: `export A=1`. */
  readonly exported?: ReadonlyMap<string, string | undefined>
  /** The folder it runs in; undefined after a `cd` that can't be followed. */
  readonly cwd: string | undefined
  readonly redirects: readonly { readonly operator: string; readonly target: string | undefined }[]
  /** In the text that was parsed; for a RUN, the instruction's own. Undefined inside a string (`sh -c '...'`). */
  readonly source: ShellCommand | undefined
  readonly link: ShellLink | undefined
  /** Position of the link in its chain. */
  readonly linkIndex: number
}

/** A command of a RUN. */
export interface RunCommand extends Command {
  readonly step: Step
}

/** Scripts that read in each other end here. */
const deepest = 5

/** The commands of a RUN in order, or undefined where its shell can't be read (another shell, a script that does not parse). */
export function commandsOfRun(step: Step): readonly RunCommand[] | undefined {
  const isRead = step.shell === undefined || isPosixShell(step.shell[0])
  if (step.instruction.form === 'shell' && !isRead) return undefined
  const script = parseRun(step.instruction)
  if (script === undefined) return undefined
  return commandsOfScript(script, step.workdir, step.variable, true).map((command) => ({
    ...command,
    step,
  }))
}

/**
 * The commands of a script that starts in `cwd`. Variables that `lookup` does not know, and that the script sets, are followed. With
 * `spellsOut`, those inside `sh -c '...'` come behind it. `sourced` gives the script that a command reads into the same shell: `. ./env.sh`.
 */
export function commandsOfScript(
  script: ShellScript,
  cwd: string | undefined,
  lookup: Lookup,
  spellsOut = false,
  sourced: (command: Command) => ShellScript | undefined = () => undefined,
): readonly Command[] {
  const commands: Command[] = []
  const variables = shellVariables(lookup)
  const variable = variables.lookup
  let folder = cwd
  const meet = (
    command: Command & { readonly source: ShellCommand },
    isCertain: boolean,
    depth = 0,
  ) => {
    variables.meet(command, isCertain)
    const links = depth > deepest ? [] : (sourced(command)?.links ?? [])
    for (const link of links)
      for (const source of link.commands)
        meet(readCommand(source, folder, variable), isCertain && link.kind === 'simple', depth + 1)
  }
  script.links.forEach((link, linkIndex) => {
    const before = folder
    for (const source of link.commands) {
      const command = readCommand(source, folder, variable)
      meet(command, link.kind === 'simple')
      if (command.argv.length === 0 && source.redirects.length === 0) continue
      const exported = variables.handedOn()
      const more = exported.size > 0 ? { exported } : {}
      commands.push({ ...command, ...more, source, link, linkIndex })
      if (spellsOut)
        for (const inner of commandsOfString(command, variable))
          commands.push({ ...inner, link, linkIndex })
      if (command.name === 'cd')
        folder = command.args[0] === undefined ? undefined : resolvePath(folder, command.args[0])
    }
    if (link.kind !== 'simple') folder = before
  })
  return commands
}

/** The commands of a script whose output its words hold: `$(curl ...)`. */
export function substituted(
  { links }: ShellScript,
  cwd: string | undefined,
  lookup: Lookup,
): readonly Command[] {
  const innerOf = ({ inner }: ShellCommand): readonly ShellCommand[] =>
    inner.flatMap((command) => [command, ...innerOf(command)])
  return links
    .flatMap(({ commands }) => commands)
    .flatMap(innerOf)
    .map((source) => readCommand(source, cwd, lookup))
    .filter(({ argv }) => argv.length > 0)
}

function readCommand(source: ShellCommand, cwd: string | undefined, variable: Lookup) {
  const argv = source.words.map((word) => word.expand(variable))
  const assignments = new Map(
    source.assignments.map(({ name, value }) => [name, value.expand(variable)]),
  )
  const at = programIndex(argv, assignments)
  const outlines = source.words.map((word, i) => argv[i] ?? word.outline(variable))
  return {
    argv,
    ...(argv.includes(undefined) ? { outlines } : {}),
    name: argv[at],
    args: argv.slice(at + 1),
    assignments,
    cwd,
    redirects: source.redirects.map(({ operator, target }) => ({
      operator,
      target: target.expand(variable),
    })),
    source,
    link: undefined,
    linkIndex: 0,
  }
}

/** The commands inside `sh -c '...'` and `su user -c '...'`. */
function commandsOfString(command: Command, variable: Lookup): readonly Command[] {
  if (!isPosixShell(command.name) && command.name !== 'su') return []
  const text = shellText(command.args)
  const script = text === undefined ? undefined : parseScript(text)
  if (script === undefined) return []
  return commandsOfScript(script, command.cwd, variable, true).map((inner) => ({
    ...inner,
    source: undefined,
  }))
}

/** Whether a command of a RUN is a shell whose commands stand behind it in the RUN's list, each by itself. */
export function isSpelledOut(command: RunCommand): boolean {
  return commandsOfString(command, () => undefined).length > 0
}

/** A command of words alone, as the exec form of CMD has it. */
export function commandOf(
  words: readonly (string | undefined)[],
  cwd: string | undefined,
): Command {
  const assignments = new Map<string, string | undefined>()
  const at = programIndex(words, assignments)
  return {
    argv: words,
    name: words[at],
    args: words.slice(at + 1),
    assignments,
    cwd,
    redirects: [],
    source: undefined,
    link: undefined,
    linkIndex: 0,
  }
}
