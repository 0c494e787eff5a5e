import { posix } from 'node:path'
import {
  needsOfPackage,
  packageName,
  refuse,
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

/** Programs of the start command that only the dev dependencies bring. */
export function refuseDevPrograms(app: NodeApp): Refusal | undefined {
  const { manifest, lock, start, facts } = app
  const line = startLine(facts)
  const globals = globalPrograms(app.works)
  for (const task of start.tasks.filter(isProgram)) {
    const { name } = task
    if (name === 'node' || globals.has(name)) continue
    if (!task.isLocal && startedRunTime(task) === undefined && !isTool(name)) continue
    const { name: owner, provider } = providerOf(name, manifest, lock)
    if (provider !== 'dev-dependency') continue
    const advice = isCompiler(name)
      ? `Build in a RUN, or move ${owner} to dependencies.`
      : runsSources(name)
        ? `Compile in a build step, or move ${owner} to dependencies.`
        : `Move ${owner} to dependencies.`
    return refuse(
      'start-needs-dev-dependency',
      `Line ${line} runs ${name}, which package.json lists under devDependencies; without it the program does not start. ${advice}`,
      line,
    )
  }
  const preload = start.preloaded.find((specifier) =>
    isDevDependency(manifest, packageName(specifier)),
  )
  if (preload !== undefined)
    return refuse(
      'start-needs-dev-dependency',
      `Line ${line} preloads ${preload}, which package.json lists under devDependencies; without it the program does not start. Move ${packageName(preload)} to dependencies.`,
      line,
    )
  return undefined
}

/** A module that runs imports a package that only the dev dependencies bring. */
export function refuseDevImports(
  { manifest, lock, facts }: NodeApp,
  program: Program,
): Refusal | undefined {
  if (
    program.frameworks.some(
      ({ framework }) => framework.config !== undefined || framework.servers !== undefined,
    )
  )
    return undefined
  const line = startLine(facts)
  const certain = program.graph.packages.filter(({ isCertain }) => isCertain)
  // What one package of a monorepo depends on, most managers put where all others find it.
  const others = (readWorkspaces(facts.project, manifest) ?? []).flatMap(
    ({ folder }) => readManifest(facts.project, posix.join(folder, 'package.json')) ?? [],
  )
  const isLost = (name: string, own: Manifest) =>
    isDevDependency(own, name) &&
    ![manifest, ...others].some(({ dependencies }) => dependencies.has(name)) &&
    lock?.isDevOnly(name) !== false
  for (const { name, path, at } of certain) {
    const own = manifestAbove(path, facts.project) ?? manifest
    if (isLost(name, own))
      return refuse(
        'dev-dependency-imported',
        `${path}:${at.line} imports ${name}, which ${own.path} lists under devDependencies; without it the program does not start. Move ${name} to dependencies.`,
        line,
      )
    const drivers = needsOfPackage(name).flatMap(({ loads }) => loads?.split(' ') ?? [])
    const driver = drivers.find((other) => isLost(other, own))
    if (driver !== undefined && !drivers.some((other) => own.dependencies.has(other)))
      return refuse(
        'dev-dependency-imported',
        `${path}:${at.line} imports ${name}, which loads ${driver} by its name, and ${own.path} lists that under devDependencies; without it the program does not start. Move ${driver} to dependencies.`,
        line,
      )
  }
  return undefined
}

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
