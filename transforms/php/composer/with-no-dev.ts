import {
  splice,
  type Instruction,
  type Rewrite,
  type ComposerCommand,
} from '../../../src/transform.ts'
import { isInstalling, leavesDevOut } from './project.ts'

/** The flag by which each command leaves the dev packages out: https://getcomposer.org/doc/03-cli.md */
function flagOf({ name }: ComposerCommand): string {
  return name === 'require' || name === 'remove' ? '--update-no-dev' : '--no-dev'
}

/** Adds `--no-dev` behind the name of every command that installs; undefined where a line can't be changed. */
export function withoutDev(commands: readonly ComposerCommand[]): readonly Rewrite[] | undefined {
  const edits = new Map<Instruction, { start: number; end: number; text: string }[]>()
  for (const composer of commands) {
    // `dump-autoload` goes by the last install: https://getcomposer.org/doc/03-cli.md#dump-autoload-dumpautoload
    if (!isInstalling(composer) || leavesDevOut(composer) !== false) continue
    const { instruction } = composer.command.step
    const end = endOfName(composer)
    if (end === undefined || instruction.exec !== undefined) return undefined
    const list = edits.get(instruction) ?? []
    edits.set(instruction, [...list, { start: end, end, text: ` ${flagOf(composer)}` }])
  }
  return [...edits].map(([instruction, list]) => ({
    instruction,
    text: splice(instruction.text, list).replace(/\r?\n$/, ''),
  }))
}

/** Where the word `install` ends in the instruction. */
function endOfName({ command, args }: ComposerCommand): number | undefined {
  const words = command.source?.words ?? []
  // The first word behind composer that is neither an option nor left over in `args`.
  const at = words.findIndex(
    (word, i) =>
      i > 0 &&
      /^(i|in|install|u|update|upgrade|r|req|require|rm|remove|uninstall|du|dump-?auto(load)?)$/.test(
        word.raw,
      ) &&
      !args.includes(undefined),
  )
  return at < 0 ? undefined : words[at]?.end
}

/** The author's own install once more, to take the dev packages away. */
export function secondInstall(commands: readonly ComposerCommand[]): string | undefined {
  const install = commands.findLast((composer) => composer.name === 'install')
  const end = install === undefined ? undefined : endOfName(install)
  const source = install?.command.source
  if (install === undefined || end === undefined || source === undefined) return undefined
  const { text } = install.command.step.instruction
  const line = `${text.slice(source.start, end)} --no-dev${text.slice(end, source.end)}`
  return /[\r\n]/.test(line) ? undefined : line
}
