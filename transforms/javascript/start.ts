import {
  isPreloadFlag,
  mainOfFolder,
  resolvePath,
  type Evidence,
  type Facts,
  type Process,
} from '../../src/transform.ts'
import type { StageView } from './stage-view.ts'
import { devServerOf } from './tools/index.ts'
import { testRunner } from './tools/servers/developer-programs.ts'
import { isProgram, tasksIn, type Task } from './task.ts'

/** A file that node, or a runtime like it, is started with. */
export interface Entry {
  /** As it is named, absolute: `/app/dist/main`. */
  readonly path: string
  readonly cwd: string
  readonly evidence: readonly Evidence[]
  /** A framework's bundle: `remix-serve build/server/index.js`. */
  readonly isBundle?: boolean
}

/** What runs when the container starts. */
export interface Start {
  readonly tasks: readonly Task[]
  /** What compose services run in the image instead. */
  readonly others: readonly Task[]
  readonly entries: readonly Entry[]
  /** Files that the start command names beside the entries: preloaded modules, .env files. */
  readonly files: readonly { readonly path: string; readonly evidence: readonly Evidence[] }[]
  /** Packages that node is told to preload. */
  readonly preloaded: readonly string[]
  /** Every program by name, package managers included. */
  readonly programs: ReadonlySet<string>
}

const runtimes = new Set([
  'node',
  'nodejs',
  'ts-node',
  'tsx',
  'babel-node',
  'esno',
  'esmo',
  'jiti',
  'swc-node',
  'bun',
  'forever',
  'ts-node-esm',
  'sucrase-node',
  '@swc-node/register',
])

/** Programs that serve a bundle which they are handed: its sources are its build's affair. */
const bundleServers = new Set(['remix-serve', 'react-router-serve'])

/** Reads what the start command leads to, package scripts and npx followed. */
export function readStart(facts: Facts, view: StageView): Start {
  const processes = facts.start?.processes ?? []
  const tasks = tasksIn(processes, view)
  const entries: Entry[] = []
  const files: { path: string; evidence: readonly Evidence[] }[] = []
  const preloaded: string[] = []
  const followed: Task[] = []
  const take = (task: Task) => {
    followed.push(task)
    if (task.kind !== 'program') return
    const { name, cwd, evidence } = task
    if (cwd === undefined) return
    if (bundleServers.has(name)) {
      const [file] = task.args
      const path = file === undefined ? undefined : resolvePath(cwd, file)
      if (path !== undefined) entries.push({ path, cwd, evidence, isBundle: true })
      return
    }
    if (!runtimes.has(name)) return
    const read = readArguments(task.args)
    for (const specifier of read.preloads)
      if (/^[./]/.test(specifier))
        files.push({ path: resolvePath(cwd, specifier) ?? specifier, evidence })
      else preloaded.push(specifier)
    for (const file of read.files) files.push({ path: resolvePath(cwd, file) ?? file, evidence })
    const path = read.entry === undefined ? undefined : resolvePath(cwd, read.entry)
    if (path === undefined) return
    const main = mainOfFolder(path, view)
    entries.push({ path: main ?? path, cwd, evidence })
    if (main !== undefined)
      files.push({ path: resolvePath(path, 'package.json') ?? path, evidence })
  }
  for (const task of tasks) take(task)
  const own = [...followed]
  for (const { processes: others } of facts.overrides) {
    const started = tasksIn(others, view)
    // A development server is not what the image is made for; overrides.ts refuses it.
    if (
      started.some(
        (task) => isProgram(task) && (devServerOf(task) ?? testRunner(task)) !== undefined,
      )
    )
      continue
    for (const task of started) take(task)
  }
  const all = [...processes, ...facts.overrides.flatMap((override) => override.processes)]
  const programs = programsOf(all, followed)
  return { tasks: own, others: followed.slice(own.length), entries, files, preloaded, programs }
}

function programsOf(processes: readonly Process[], tasks: readonly Task[]): ReadonlySet<string> {
  const names = processes.flatMap(({ name }) => name ?? [])
  const own = tasks.flatMap((task) =>
    task.kind === 'program' ? [task.name] : task.kind === 'manager' ? [task.manager.program] : [],
  )
  return new Set([...names, ...own])
}

const valueFlags =
  /^(-C|--conditions|--title|--icu-data-dir|--input-type|-P|--project|--compiler-options|-O|--max-old-space-size|--stack-size|--inspect-port|-c)$/

/** node's own arguments: flags, preloaded modules, env files, the entry. https://nodejs.org/api/cli.html */
export function readArguments(args: readonly (string | undefined)[]) {
  const preloads: string[] = []
  const files: string[] = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]
    if (arg === undefined) return { preloads, files, entry: undefined }
    const [, name = arg, attached] = /^(--?[\w-]+)=(.*)$/s.exec(arg) ?? []
    if (isPreloadFlag(name)) preloads.push(attached ?? args[++i] ?? '')
    else if (/^(--env-file|--env-file-if-exists)$/.test(name))
      files.push(attached ?? args[++i] ?? '')
    else if (/^(-e|--eval|-p|--print)$/.test(name)) return { preloads, files, entry: undefined }
    else if (valueFlags.test(arg)) i++
    else if (arg === 'run' && i === 0) continue
    else if (!arg.startsWith('-')) return { preloads, files, entry: arg }
  }
  return { preloads, files, entry: undefined }
}
