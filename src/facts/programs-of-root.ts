import type { Instruction } from '../dockerfile/instruction.ts'
import { matchesPattern } from '../dockerfile/patterns/glob.ts'
import { pathFolders } from '../knowledge/images/image-folders.ts'
import type { Project } from '../project/project.ts'
import { modeAfter, type Execution } from './chmod-mode.ts'
import type { ClosedFile } from './stages/closed-files.ts'
import type { RunCommand } from './commands/command.ts'
import { contextPathOf, type Copy } from './stages/copy.ts'
import { isRecursive } from './effects/effect.ts'
import { effectsOf } from './effects/effects.ts'
import type { Facts } from './facts.ts'
import { baseName, isWithin, resolvePath } from './image-path.ts'
import { isRoot } from './stages/root-user.ts'
import { findStage, lineage, type StageFacts } from './stages/stage-facts.ts'

export { closedFiles, type ClosedFile } from './stages/closed-files.ts'

/** Who may execute a file, and the line that says so last. */
interface State {
  readonly who: Execution
  readonly by: Instruction | undefined
  readonly isGiven: boolean
}

const unseen: State = { who: 'unknown', by: undefined, isGiven: false }
const deepest = 10

/**
 * The lines after which root alone may execute a program that is started: `chmod u+x run.sh`, of a file that has no such mode in the
 * context, `chmod 744 run.sh`. `started` are programs that sources start, by name or path.
 */
export function programsOfRoot(
  facts: Facts,
  started: readonly string[] = [],
): readonly ClosedFile[] {
  const { final, start, health, overrides, stages, project, realPath } = facts
  const processes = [start, health, ...overrides].flatMap((each) => each?.processes ?? [])
  const paths = [
    ...processes.flatMap(({ name, cwd }) => pathsOf(name, cwd)),
    ...started.flatMap((name) => pathsOf(name, final.end.workdir)),
  ].map(realPath)
  return [...new Set(paths)].flatMap((path) => {
    const { who, by, isGiven } = stateOf(path, final, stages, project)
    if (who !== 'owner' || by === undefined || isGiven) return []
    const copy = final.copies.find(({ step }) => step.instruction === by)
    const isAlone = copy?.from === undefined && copy?.paths.every(({ isFolder }) => !isFolder)
    const opener = isAlone === true ? copy : undefined
    return [{ instruction: by, opener }]
  })
}

function pathsOf(name: string | undefined, cwd: string | undefined): readonly string[] {
  if (name === undefined || name === '') return []
  return name.includes('/')
    ? [resolvePath(cwd, name) ?? []].flat()
    : pathFolders.map((folder) => `${folder}/${name}`)
}

function stateOf(
  path: string,
  stage: StageFacts,
  stages: readonly StageFacts[],
  project: Project,
  depth = 0,
): State {
  let state = unseen
  if (depth > deepest) return state
  for (const { copies, commands } of lineage(stage).toReversed()) {
    const items: readonly (Copy | RunCommand)[] = [...copies, ...commands].toSorted(
      (a, b) => a.step.index - b.step.index,
    )
    for (const item of items)
      state =
        'argv' in item
          ? afterCommand(state, path, item)
          : (broughtBy(item, path, stages, project, depth) ?? state)
  }
  return state
}

function broughtBy(
  copy: Copy,
  path: string,
  stages: readonly StageFacts[],
  project: Project,
  depth: number,
): State | undefined {
  const { from, hasHeredoc, destination, sources, chown, step } = copy
  const state = (who: Execution): State => ({
    who: modeAfter(who, step.instruction.flags.find(({ name }) => name === 'chmod')?.value),
    by: step.instruction,
    isGiven: !isRoot(chown),
  })
  if (hasHeredoc && destination === path) return state('none')
  if (from === undefined) {
    const source = contextPathOf([copy], path, project)
    if (source === undefined || !project.isFile(source)) return undefined
    return state(project.isExecutable(source) ? 'all' : 'none')
  }
  const stage = findStage(stages, from)
  if (destination === undefined || stage === undefined || !isWithin(path, destination))
    return undefined
  for (const source of sources) {
    const origin = resolvePath('/', source) ?? '/'
    const below = path.slice(destination === '/' ? 0 : destination.length)
    const candidates =
      below === `/${baseName(origin)}` ? [origin, `${origin}${below}`] : [`${origin}${below}`]
    for (const each of candidates) {
      const inner = stateOf(each, stage, stages, project, depth + 1)
      // A mode comes along, and `--chown` takes its place as the owner's.
      if (inner.by !== undefined)
        return { ...inner, who: state(inner.who).who, isGiven: !isRoot(chown) }
    }
  }
  return undefined
}

function afterCommand(state: State, path: string, command: RunCommand): State {
  const { name, args, cwd, step } = command
  if (baseName(name ?? '') === 'chmod') {
    const [mode, ...words] = args.filter((word) => word?.startsWith('--') !== true && !isFlag(word))
    const names = (word: string | undefined) => {
      const target = word === undefined ? undefined : resolvePath(cwd, word)
      if (target === undefined) return false
      return isRecursive(command) ? isWithin(path, target) : matchesPattern(target, path)
    }
    if (!words.some(names)) return state
    const who = mode === undefined ? 'unknown' : modeAfter(state.who, mode)
    return { who, by: step.instruction, isGiven: state.isGiven || !isRoot(step.user) }
  }
  const made = (effectsOf(command) ?? []).find(
    (effect) => effect.kind === 'creates' && effect.path === path && !effect.isFolder,
  )
  if (made === undefined || made.kind !== 'creates') return state
  // A copy has the mode of what it is made from.
  const isNew = made.from === undefined && baseName(name ?? '') !== 'install'
  return { who: isNew ? 'none' : 'unknown', by: step.instruction, isGiven: !isRoot(step.user) }
}

/** `-R`, `-v`; not `-x`, which takes a right away. */
const isFlag = (word: string | undefined) => /^-[Rvcf]+$/.test(word ?? '')
