import { isPosixShell } from '../../dockerfile/shell/shells.ts'
import { readInstall } from '../../knowledge/package-managers.ts'
import type { Command } from '../../facts/command.ts'
import type { Copy } from '../../facts/copy.ts'
import type { Facts } from '../../facts/facts.ts'
import { baseName, isWithin, resolvePath } from '../../facts/image-path.ts'
import type { Process } from '../../facts/follow/process.ts'
import { findStage, type StageFacts } from '../../facts/stage-facts.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import type { PromiseCheck } from './promise.ts'

interface Check {
  readonly who: string
  readonly processes: readonly Process[]
  /** Of the file that they were followed in. */
  readonly facts: Facts
  /** Folders that the host's files lie over. */
  readonly mounts?: readonly string[]
}

/** Every file that the start command and the health check name is in the final stage, if it was before. */
export const startFiles: PromiseCheck = {
  code: 'promise-start-file',
  check: ({ before, after }) => {
    if (before.stages.length === after.stages.length) return undefined
    // A start command that the split changes (`go run` becomes a binary) is followed as it is now.
    const isSame = JSON.stringify(before.start?.argv) === JSON.stringify(after.start?.argv)
    const facts = isSame ? before : after
    const checks: readonly Check[] = [
      { who: 'the start command', processes: facts.start?.processes ?? [], facts },
      { who: 'the health check', processes: before.health?.processes ?? [], facts: before },
      ...before.overrides.map(({ usage, processes: others }) => ({
        who: `${usage.path}:${usage.line}`,
        processes: others,
        facts: before,
        mounts: usage.bindMounts.map(({ target }) => target),
      })),
    ]
    for (const { who, processes, facts: own, mounts = [] } of checks) {
      const named = processes
        .flatMap((process) => pathsNamed(process, own))
        .filter(([path = '']) => !mounts.some((mount) => isWithin(path, mount)))
      const lost = named.find((spellings) =>
        spellings.every((path) => !hasPath(after.final, path, after)),
      )
      if (lost !== undefined)
        return `${lost[0]}, which ${who} names, would not be in the runtime stage`
    }
    return undefined
  },
}

const system = /^\/(s?bin|usr\/(local\/)?s?bin|lib|usr\/lib|dev|proc|sys|tmp|etc)\//
const managers = /^(npm|yarn|yarnpkg|pnpm|npx)$/
const interpreters = /^(node|nodejs|bun|python3?|php|ruby|perl)$/
/** Flags of interpreters that take the next word. */
const withValue = /^(-r|--require|--import|--loader|--env-file|-C|--conditions|[-+][a-z]*[oO])$/

/** https://www.php.net/manual/en/features.commandline.options.php: the address and the folder of PHP's own server among them. */
const ofPhp = /^(-[cdgzBREFSt]|--(php-ini|define|global|zend-extension|server|docroot))$/

/** Programs and files that a process names by path, each with the spellings under which it may stand there. */
function pathsNamed(process: Command, facts: Facts): readonly (readonly string[])[] {
  const { name, argv, cwd } = process
  const program = name?.includes('/') === true ? pathOf(name, cwd) : undefined
  const isOwn = program !== undefined && !isOfImage(program, facts)
  const script = scriptOf(process)
  // `npm run server` names a script, whatever folder is called so.
  const manager = argv.findIndex((word) => word !== undefined && managers.test(word))
  const files = argv.slice(1, manager < 0 ? argv.length : manager).flatMap((word) => {
    const path = word === script ? undefined : pathOf(word, cwd)
    return path === undefined || facts.contextPath(path) === undefined ? [] : [[path]]
  })
  const run = pathOf(script, cwd)
  return [
    ...(isOwn ? [[program]] : []),
    // Node looks for a module's file by the name without its end, too.
    ...(run === undefined || isOfImage(run, facts)
      ? []
      : [['', '.js', '.cjs', '.mjs', '/index.js'].map((end) => run + end)]),
    ...files,
  ]
}

/** A file that an interpreter runs. The build may make it, so it need not be in the context. */
function scriptOf({ name, args }: Command): string | undefined {
  if (name === undefined || !(interpreters.test(baseName(name)) || isPosixShell(name)))
    return undefined
  const takesNext = baseName(name) === 'php' ? ofPhp : withValue
  const at = args.findIndex(
    (arg, i) => arg?.startsWith('-') !== true && !takesNext.test(args[i - 1] ?? ''),
  )
  const before = args.slice(0, Math.max(at, 0))
  const isInline = before.some((arg) => arg !== undefined && /^-[a-z]*[cempE]$|^--eval/.test(arg))
  // `bun run server.js`
  const script = baseName(name) === 'bun' && args[at] === 'run' ? args[at + 1] : args[at]
  return at < 0 || isInline ? undefined : script
}

function pathOf(word: string | undefined, cwd: string | undefined): string | undefined {
  if (word === undefined || /^-|:\/\/|[$*?]|^\.?\/?$/.test(word)) return undefined
  return resolvePath(cwd, word)
}

/** Programs and libraries that the image or its OS packages bring, unlike those that the Dockerfile puts there. */
function isOfImage(path: string, { contextPath, final }: Facts): boolean {
  const { Entrypoint, Cmd } = final.base.config
  if ([...(Entrypoint ?? []), ...(Cmd ?? [])].includes(path)) return true
  if (!system.test(path) || contextPath(path) !== undefined) return false
  if (!/^\/usr\/local\/s?bin\//.test(path)) return true
  return final.base.hasProgram(baseName(path)) !== false
}

/** Whether a stage has a path: its copies or its commands bring it. */
function hasPath(stage: StageFacts, path: string, facts: Facts): boolean {
  if (facts.contextPath(path) !== undefined) return true
  if (stage.copies.some((copy) => brings(copy, path, facts))) return true
  const isMade = stage.commands.some((command) => {
    // OS packages fill the system's own folders.
    if (readInstall(command.argv) !== undefined) return system.test(path)
    const effects = effectsOf(command)
    return (
      effects === undefined ||
      effects.some((effect) => effect.kind === 'creates' && isWithin(path, effect.path))
    )
  })
  return isMade || (stage.parent !== undefined && hasPath(stage.parent, path, facts))
}

/** What a COPY may put at a path that is not in the context. */
function brings(copy: Copy, path: string, facts: Facts): boolean {
  const { destination, from, sources } = copy
  if (destination === undefined || !isWithin(path, destination)) return false
  if (from === undefined) return copy.unpacks || copy.isRemote || copy.hasHeredoc
  if (findStage(facts.stages, from) === undefined) return true
  const written =
    copy.step.instruction.exec?.at(-1) ?? copy.step.instruction.words.at(-1)?.raw ?? ''
  if (!/(^|\/)\.{0,2}$/.test(written)) return true
  // Into a folder: a file of that name, or the contents of the same folder.
  return sources.some((source) => {
    const origin = resolvePath('/', source) ?? '/'
    const inside = resolvePath(destination, baseName(origin)) ?? destination
    return origin === destination || isWithin(path, inside)
  })
}
