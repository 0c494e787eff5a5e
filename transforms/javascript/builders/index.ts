import { effectsOf, isWithin, resolvePath } from '../../../src/transform.ts'
import { configFile, pathOption } from '../js-config.ts'
import { majorOf, readManifest } from '../manifest.ts'
import type { StageView } from '../stage-view.ts'
import type { Task } from '../task.ts'
import {
  flagValue,
  nothing,
  unknownOutput,
  type MadePath,
  type Output,
  type ProgramTask,
} from './output.ts'
import { copies, makesNothing } from './idle-programs.ts'
import type { BuilderRow } from './builder-row.ts'
import { prismaOutput } from './prisma.ts'
import { builderRows } from './rows.ts'
import { scriptOutput } from './script.ts'
import { nestOutput, nuxtOutput, tscOutput } from './typescript.ts'

export type { MadePath, Output, ProgramTask } from './output.ts'

/** Where a task of a build writes. */
export function outputOf(task: Task, view: StageView): Output {
  if (task.kind === 'unknown') return unknownOutput(task.why)
  if (task.kind === 'manager') return nothing
  const { name, args } = task
  const [first] = args
  switch (name) {
    case 'tsc':
    case 'ttsc':
    case 'tspc':
      return tscOutput(task, view)
    case 'nest':
      return first === 'build'
        ? nestOutput(task, view)
        : unknownOutput(`what nest ${first ?? ''} writes is not known`)
    case 'nuxt':
    case 'nuxi':
    case 'nuxt-ts':
      if (first === 'prepare' || first === 'typecheck') return nothing
      return first === 'build'
        ? nuxtOutput(task, majorOf(manifestOf(task.cwd, view), 'nuxt') ?? 3, view)
        : unknownOutput(`what nuxt ${first ?? ''} writes is not known`)
    case 'prisma':
      return prismaOutput(task, view)
    case 'node':
    case 'ts-node':
    case 'tsx':
    case 'babel-node':
    case 'esno':
    case 'jiti':
      return scriptOutput(task, view)
    default:
  }
  if (makesNothing.has(name)) return nothing
  if (copies.has(name)) return lastWord(task)
  const row = builderRows.find(
    (item) =>
      item.programs.includes(name) && (item.subcommand === undefined || item.subcommand === first),
  )
  if (row !== undefined) return rowOutput(row, task, view)
  if (builderRows.some((item) => item.programs.includes(name)))
    return /^(sync|check|info|telemetry|lint|test|typegen|prepare)$/.test(first ?? '')
      ? nothing
      : unknownOutput(`what ${name} ${first ?? ''} writes is not known`)
  return systemOutput(task)
}

function rowOutput(row: BuilderRow, task: ProgramTask, view: StageView): Output {
  const { cwd, args, evidence } = task
  if (cwd === undefined) return unknownOutput(`the folder that ${task.name} runs in is not known`)
  const made: MadePath[] = []
  const add = (path: string | undefined, isFolder: boolean) => {
    const absolute = path === undefined ? undefined : resolvePath(cwd, path)
    if (absolute !== undefined)
      made.push({
        path: absolute,
        isFolder,
        evidence,
        ...(row.mirrors === true ? { mirrors: sourceFolder(task, cwd) } : {}),
      })
  }
  const folder = flagValue(args, row.folderFlags ?? [])
  const file = flagValue(args, row.fileFlags ?? [])
  if (folder !== undefined) add(folder, true)
  if (file !== undefined) add(file, false)
  if (made.length === 0 && row.config !== undefined) {
    const flag = flagValue(args, ['-c', '--config'])
    const path =
      flag === undefined ? configFile(view, cwd, row.config.name) : resolvePath(cwd, flag)
    for (const [keys, isFolder] of [
      [row.config.folder, true],
      [row.config.file, false],
    ] as const) {
      if (keys === undefined) continue
      const option = pathOption(view, path, keys)
      if (option.kind === 'unknown') return unknownOutput(option.why)
      if (option.kind === 'set') for (const value of option.values) add(value, isFolder)
    }
  }
  if (made.length === 0) add(row.fallback, true)
  for (const path of row.also ?? []) add(path, true)
  if (task.name === 'vite' && isSvelteKit(task, view)) return svelteOutput(task, view)
  return made.length > 0
    ? { kind: 'paths', paths: outermost(made) }
    : row.fallback === undefined && row.config === undefined
      ? nothing
      : unknownOutput(`where ${task.name} writes is not known`)
}

/** The first word that is no flag: `babel src -d dist`. */
function sourceFolder({ args }: ProgramTask, cwd: string): string | undefined {
  const word = args.find((arg) => arg !== undefined && !arg.startsWith('-'))
  return word === undefined ? undefined : resolvePath(cwd, word)
}

/** SvelteKit's adapter writes beside what Vite does: https://svelte.dev/docs/kit/adapter-node */
const isSvelteKit = ({ cwd }: ProgramTask, view: StageView) =>
  cwd !== undefined &&
  configFile(view, cwd, 'svelte.config') !== undefined &&
  manifestOf(cwd, view)?.devDependencies.has('@sveltejs/kit') === true

function svelteOutput({ cwd = '/', evidence }: ProgramTask, view: StageView): Output {
  const option = pathOption(view, configFile(view, cwd, 'svelte.config'), ['out'])
  const path = option.kind === 'set' ? option.values[0] : resolvePath(cwd, 'build')
  return path === undefined
    ? unknownOutput('where the adapter writes is not known')
    : { kind: 'paths', paths: [{ path, isFolder: true, evidence }] }
}

function lastWord({ args, cwd, evidence, name }: ProgramTask): Output {
  const word = args.findLast((arg) => arg === undefined || !arg.startsWith('-'))
  const path = word === undefined ? undefined : resolvePath(cwd, word)
  return path === undefined
    ? unknownOutput(`where ${name} copies is not known`)
    : { kind: 'paths', paths: [{ path, isFolder: true, evidence }] }
}

/** `cp`, `mv`, `mkdir`, `echo >`. */
function systemOutput(task: ProgramTask): Output {
  const effects = effectsOf({ ...task.command, name: task.name, args: task.args })
  if (effects === undefined) return copiesWildcards(task)
  const made = effects.flatMap((effect) =>
    effect.kind === 'creates'
      ? [{ path: effect.path, isFolder: effect.isFolder, evidence: task.evidence }]
      : [],
  )
  return made.length === 0 ? nothing : { kind: 'paths', paths: made }
}

/** `cp src/views/* dist/views`: the folder is the last word. */
function copiesWildcards(task: ProgramTask): Output {
  const isCopy = task.name === 'cp' || task.name === 'mv'
  return isCopy ? lastWord(task) : unknownOutput(`what ${task.name} writes is not known`)
}

export function outermost(made: readonly MadePath[]): readonly MadePath[] {
  return made.filter(
    (item, i) =>
      !made.some(
        (other, j) =>
          (isWithin(item.path, other.path) && item.path !== other.path && other.isFolder) ||
          (other.path === item.path && j < i),
      ),
  )
}

function manifestOf(cwd: string | undefined, view: StageView) {
  const path =
    cwd === undefined ? undefined : view.contextPath(resolvePath(cwd, 'package.json') ?? '')
  return path === undefined ? undefined : readManifest(view.project, path)
}
