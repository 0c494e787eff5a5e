import {
  commandsOfScript,
  parseScript,
  type Command,
  type Evidence,
  type ComposerCommand,
} from '../../../src/transform.ts'
import { shellLine } from './launcher.ts'
import { evidenceIn, type ComposerManifest } from './manifest.ts'

/** A line of composer.json's scripts that a command of composer runs. */
export interface ScriptLine {
  readonly text: string
  /** As shell commands, the project's folder being where they run; a callback `Acme\\Scripts::run` is undefined. */
  readonly commands: readonly Command[] | undefined
  readonly evidence: Evidence
}

/**
 * The lines that a composer command runs by its events, in order. Without a lock file an install is an update.
 * https://getcomposer.org/doc/articles/scripts.md#event-names
 */
export function scriptLinesOf(
  composer: ComposerCommand,
  manifest: ComposerManifest,
  hasLock: boolean,
): readonly ScriptLine[] {
  const { name, args, folder = '/' } = composer
  const linesOf = (events: readonly string[]) => followLines(events, manifest, folder, 0)
  if (args.includes('--no-scripts')) return []
  const isLocked = name === 'install' && hasLock
  const dumps = args.includes('--no-autoloader') ? [] : ['pre-autoload-dump', 'post-autoload-dump']
  switch (name) {
    case 'install':
    case 'update':
    case 'require':
    case 'remove': {
      const event = isLocked ? 'install' : 'update'
      return linesOf([`pre-${event}-cmd`, ...dumps, `post-${event}-cmd`])
    }
    case 'dump-autoload':
      return linesOf(['pre-autoload-dump', 'post-autoload-dump'])
    case 'run': {
      const script = args.find((arg) => arg?.startsWith('-') !== true)
      return script === undefined ? [] : linesOf([script])
    }
    default:
      // `composer build`: a script by its name.
      return name !== undefined && manifest.scripts.has(name) ? linesOf([name]) : []
  }
}

function followLines(
  events: readonly string[],
  manifest: ComposerManifest,
  folder: string,
  depth: number,
): readonly ScriptLine[] {
  if (depth > 8) return []
  return events.flatMap((event) =>
    (manifest.scripts.get(event) ?? []).flatMap((text) => {
      const named =
        /^@(?!php\b|composer\b|putenv\b|additional_args\b)([\w:.-]+)/.exec(text)?.[1] ??
        /^@?composer (?:run|run-script) ([\w:.-]+)$/.exec(text)?.[1]
      if (named !== undefined) return followLines([named], manifest, folder, depth + 1)
      const own = evidenceIn(manifest, 'scripts', event, text)
      const evidence = own.line === undefined ? evidenceIn(manifest, 'scripts', event) : own
      return [{ text, commands: commandsOf(text, folder), evidence }]
    }),
  )
}

/** Undefined for a callback and for what can't be read. */
function commandsOf(text: string, folder: string): readonly Command[] | undefined {
  const line = shellLine(text)
  const script = line === undefined ? undefined : parseScript(line)
  return script === undefined ? undefined : commandsOfScript(script, folder, () => undefined)
}
