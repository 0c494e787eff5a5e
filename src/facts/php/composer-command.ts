import { baseName, resolvePath } from '../image-path.ts'
import { ownValue } from '../../dockerfile/own-value.ts'
import type { Command, RunCommand } from '../commands/command.ts'
import type { StageFacts } from '../stages/stage-facts.ts'

/** One run of composer. */
export interface ComposerCommand<C extends Command = RunCommand> {
  readonly command: C
  /** 'install', 'dump-autoload', ...: composer's own name where the author uses a short one; undefined where it can't be known. */
  readonly name: string | undefined
  /** The words behind the name, global options left out. */
  readonly args: readonly (string | undefined)[]
  /** The folder with composer.json; undefined where it can't be known. */
  readonly folder: string | undefined
  /** `composer global require`: into composer's own home. */
  readonly isGlobal: boolean
}

/** Every composer command of a stage, in order. */
export function composerCommandsOf(stage: StageFacts): readonly ComposerCommand[] {
  return stage.commands.flatMap((command) => composerCommandOf(command) ?? [])
}

/** Reads `composer ...`, `php composer.phar ...`; undefined for another program. */
export function composerCommandOf<C extends Command>(command: C): ComposerCommand<C> | undefined {
  const words = composerWords(command)
  if (words === undefined) return undefined
  let folder = command.cwd
  const rest: (string | undefined)[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    const joined = /^(?:--working-dir=|-d=?)(.+)$/.exec(word ?? '')?.[1]
    if (word === '-d' || word === '--working-dir') folder = within(folder, words[++i])
    else if (joined !== undefined) folder = within(folder, joined)
    else rest.push(word)
  }
  const at = rest.findIndex((word) => word === undefined || !word.startsWith('-'))
  const first = at < 0 ? undefined : rest[at]
  const behind = at < 0 ? rest : [...rest.slice(0, at), ...rest.slice(at + 1)]
  if (first !== 'global')
    return { command, name: longName(first), args: behind, folder, isGlobal: false }
  const next = behind.findIndex((word) => word?.startsWith('-') !== true)
  return {
    command,
    name: longName(next < 0 ? undefined : behind[next]),
    args: behind.filter((_, i) => i !== next),
    folder: undefined,
    isGlobal: true,
  }
}

/** Whether a word names composer itself. */
export const isComposer = (word: string | undefined) =>
  word !== undefined && /^composer(\d(\.\d+)*)?(\.phar)?$/.test(baseName(word))

function composerWords({ name, args }: Command): readonly (string | undefined)[] | undefined {
  if (isComposer(name)) return args
  if (name === undefined || !/^php\d*(\.\d+)?$/.test(baseName(name))) return undefined
  // `php -d memory_limit=-1 composer.phar install`
  const at = args.findIndex(
    (arg, i) => arg?.startsWith('-') !== true && !/^-[dcz]$/.test(args[i - 1] ?? ''),
  )
  return at >= 0 && isComposer(args[at]) ? args.slice(at + 1) : undefined
}

function within(cwd: string | undefined, path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolvePath(cwd, path)
}

/** https://getcomposer.org/doc/03-cli.md: aliases, and what composer makes of the start of a name. */
const aliases: Readonly<Record<string, string>> = {
  i: 'install',
  in: 'install',
  u: 'update',
  upgrade: 'update',
  r: 'require',
  req: 'require',
  rm: 'remove',
  uninstall: 'remove',
  dumpautoload: 'dump-autoload',
  du: 'dump-autoload',
  'dump-auto': 'dump-autoload',
  clearcache: 'clear-cache',
  cc: 'clear-cache',
  'run-script': 'run',
  selfupdate: 'self-update',
}

function longName(name: string | undefined): string | undefined {
  return name === undefined ? undefined : (ownValue(aliases, name) ?? name)
}
