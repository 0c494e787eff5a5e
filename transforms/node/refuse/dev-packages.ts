import { posix } from 'node:path'
import {
  needsOfPackage,
  packageName,
  refuse,
  starter,
  type Project,
  type Refusal,
} from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import { isDevDependency, readManifest, type Manifest } from '../../javascript/manifest.ts'
import type { Program } from '../sources/program.ts'
import { readWorkspaces } from '../../javascript/workspaces.ts'
import { providerOf } from '../../javascript/programs.ts'
import { hasDevDependencies } from '../../javascript/packages-state.ts'
import { startLine } from '../../javascript/start-line.ts'
import { isProgram } from '../../javascript/task.ts'
import { startedRunTime } from '../../javascript/tools/index.ts'
import { globalPrograms } from '../../javascript/work.ts'

/** What run time needs that only the dev dependencies bring. */
export interface DevUse {
  readonly code: 'start-needs-dev-dependency' | 'dev-dependency-imported'
  /** 'Line 8 runs ts-node', 'src/server.js:3 imports slugify'. */
  readonly what: string
  readonly owner: string
  /** The package.json that lists it under devDependencies. */
  readonly lists: string
  /** Compiles when the container starts, so that packages alone don't make it run. */
  readonly compiles: boolean
  readonly advice: string
}

/** The first program of the start command, preloaded module or import that only the dev dependencies bring. */
export const devUseOf = (app: NodeApp, program: Program): DevUse | undefined =>
  devProgram(app) ?? devImport(app, program)

/** Where the install leaves the dev dependencies out, or they are to compile, what needs them does not start; else they come along. */
export function refuseDevUse(app: NodeApp, program: Program): Refusal | undefined {
  const use = devUseOf(app, program)
  return use === undefined || (app.hasDevDependencies && !use.compiles)
    ? undefined
    : refuse(
        use.code,
        `${use.what}, and ${use.lists} lists ${use.owner} under devDependencies; without it the program does not start. ${use.advice}`,
        startLine(app.facts),
      )
}

function devProgram({ manifest, lock, start, facts, works }: NodeApp): DevUse | undefined {
  const by = starter(facts.start, startLine(facts))
  const code = 'start-needs-dev-dependency'
  const globals = globalPrograms(works)
  for (const task of start.tasks.filter(isProgram)) {
    const { name } = task
    if (name === 'node' || globals.has(name)) continue
    if (!task.isLocal && startedRunTime(task) === undefined && !isTool(name)) continue
    const { name: owner, provider } = providerOf(name, manifest, lock)
    if (provider !== 'dev-dependency') continue
    // `nuxt start` serves what the build made.
    const compiles = isCompiler(name) && startedRunTime(task) === undefined
    const better = compiles
      ? 'Build in a RUN, or move'
      : runsSources(name)
        ? 'Compile in a build step, or move'
        : 'Move'
    const advice = `${better} ${owner} to dependencies.`
    return {
      code,
      what: `${by} runs ${name}`,
      owner,
      lists: manifest.path,
      compiles,
      advice,
    }
  }
  const preload = start.preloaded.find((specifier) =>
    isDevDependency(manifest, packageName(specifier)),
  )
  if (preload === undefined) return undefined
  const owner = packageName(preload)
  return {
    code,
    what: `${by} preloads ${preload}`,
    owner,
    lists: manifest.path,
    compiles: false,
    advice: `Move ${owner} to dependencies.`,
  }
}

function devImport(
  { manifest, lock, facts: { project } }: NodeApp,
  program: Program,
): DevUse | undefined {
  if (
    program.frameworks.some(
      ({ framework }) => framework.config !== undefined || framework.servers !== undefined,
    )
  )
    return undefined
  const certain = program.graph.packages.filter(({ isCertain }) => isCertain)
  // What one package of a monorepo depends on, most managers put where all others find it.
  const others = (readWorkspaces(project, manifest) ?? []).flatMap(
    ({ folder }) => readManifest(project, posix.join(folder, 'package.json')) ?? [],
  )
  const isLost = (name: string, own: Manifest) =>
    isDevDependency(own, name) &&
    ![manifest, ...others].some(({ dependencies }) => dependencies.has(name)) &&
    lock?.isDevOnly(name) !== false
  const useOf = (owner: string, what: string, own: Manifest): DevUse => ({
    code: 'dev-dependency-imported',
    what,
    owner,
    lists: own.path,
    compiles: false,
    advice: `Move ${owner} to dependencies.`,
  })
  for (const { name, path, at } of certain) {
    const own = manifestAbove(path, project) ?? manifest
    const what = `${path}:${at.line} imports ${name}`
    if (isLost(name, own)) return useOf(name, what, own)
    for (const drivers of loadedBy(name, project)) {
      const driver = drivers.names.find((other) => isLost(other, own))
      if (driver !== undefined && !drivers.names.some((other) => own.dependencies.has(other)))
        return useOf(driver, `${what}, which loads ${driver}${drivers.why}`, own)
    }
  }
  return undefined
}

/** The packages of which one is loaded by another, as its settings say, or by the endings of its files. */
function loadedBy(
  name: string,
  project: Project,
): readonly { readonly names: readonly string[]; readonly why: string }[] {
  return needsOfPackage(name).flatMap(({ loads, loadsFor, files = [] }) => [
    ...(loads === undefined ? [] : [{ names: loads.split(' '), why: '' }]),
    ...Object.entries(loadsFor ?? {}).flatMap(([ending, names]) => {
      const file = project
        .files()
        .find((path) => path.endsWith(`.${ending}`) && isRead(path, files))
      return file === undefined ? [] : [{ names: names.split(' '), why: ` for ${file}` }]
    }),
  ])
}

/** In a folder that a package reads unasked, or by the usual name where a variable names another folder; of sources, builds make something else. */
const isRead = (path: string, folders: readonly string[]) =>
  /^(default|local|development|staging|production|custom-environment-variables)[-.]/.test(
    posix.basename(path),
  ) &&
  (folders.includes(posix.dirname(path)) || !/\.ts$|(^|\/)src\//.test(path))

/** The package.json that a module of the context belongs to. */
function manifestAbove(path: string, project: Project): Manifest | undefined {
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    const found = readManifest(project, posix.join(folder, 'package.json'))
    if (found !== undefined || folder === '.') return found
  }
}

/** The build calls a program of the dev dependencies, but the install leaves them out. */
export function refuseProductionBuild(app: NodeApp): Refusal | undefined {
  const { works, manifest, lock, installs } = app
  const [install] = installs
  const globals = globalPrograms(works)
  if (install === undefined || manifest.hasWorkspaces) return undefined
  for (const [i, { tasks, command }] of works.entries()) {
    if (hasDevDependencies(works.slice(0, i), app.root)) continue
    for (const task of tasks) {
      if (
        !isProgram(task) ||
        !task.isLocal ||
        globals.has(task.name) ||
        task.cwd !== app.root ||
        task.evidence.every(({ path }) => path === 'Dockerfile')
      )
        continue
      const { provider } = providerOf(task.name, manifest, lock)
      if (provider !== 'dev-dependency') continue
      const { line } = command.step.instruction
      return refuse(
        'production-install-before-build',
        `Line ${line} runs ${task.name}, which package.json lists under devDependencies, but line ${install.work.command.step.instruction.line} installs without them. Install everything; the dev dependencies are then left behind in the builder.`,
        line,
      )
    }
  }
  return undefined
}

const isCompiler = (name: string) =>
  /^(tsc|webpack|babel|nest|vite|next|nuxt|esbuild|tsup|rollup|swc|ncc)$/.test(name)
const runsSources = (name: string) => /^(ts-node|tsx|babel-node|swc-node|esno)$/.test(name)
const isTool = (name: string) => isCompiler(name) || runsSources(name)
