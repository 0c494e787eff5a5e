import {
  effectsOf,
  isWithin,
  refuse,
  resolvePath,
  type Evidence,
  type Facts,
  type Refusal,
} from '../../src/transform.ts'
import type { NodeApp } from './app.ts'
import { devServerOf, staticServer } from './dev-servers.ts'
import { isDevDependency } from './manifest.ts'
import { startedFramework } from './frameworks/index.ts'
import type { Program } from './program.ts'
import { programsOfPackage, providerOf } from './programs.ts'
import type { Start } from './start.ts'
import type { Task } from './tasks.ts'
import { isProgram, type Work } from './work.ts'

/** A start command that no production image should have, or that an image without dev dependencies can't run. */
export function refuseStart(start: Start, facts: Facts): Refusal | undefined {
  const line = startLine(facts)
  for (const task of start.tasks) {
    if (task.kind === 'manager' && (task.call.kind === 'install' || task.call.kind === 'add'))
      return refuse(
        'installs-at-start',
        `Line ${line} installs the packages when the container starts: there is no build step to leave behind. Install them in a RUN.`,
        line,
      )
    if (task.kind !== 'program') continue
    const server = devServerOf(task)
    if (server !== undefined)
      return refuse(
        'development-image',
        `Line ${line} starts ${server}${where(task.evidence)}, a development server. Name a production start command, or keep this file for development.`,
        line,
      )
    const site = staticServer(task)
    if (site !== undefined)
      return refuse(
        'static-site',
        `Line ${line} serves ${site.folder === undefined ? 'static files' : `the static files of ${absolute(site.folder, task.cwd)}`}: a static site, which this version does not move to a web server yet.`,
        line,
      )
  }
  return undefined
}

/** Programs of the start command that only the dev dependencies bring. */
export function refuseDevPrograms(app: NodeApp): Refusal | undefined {
  const { manifest, lock, start, facts } = app
  const line = startLine(facts)
  const globals = new Set(globalPackages(app.works).flatMap(programsOfPackage))
  const called = start.tasks.flatMap((task) => (isProgram(task) ? [{ task, name: task.name }] : []))
  const wrapped = start.programs.has('cross-env') ? [{ task: undefined, name: 'cross-env' }] : []
  for (const { task, name } of [...called, ...wrapped]) {
    if (name === 'node' || globals.has(name)) continue
    if (
      task !== undefined &&
      !task.isLocal &&
      startedFramework(task) === undefined &&
      !isTool(name)
    )
      continue
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
    isDevDependency(manifest, packageOf(specifier)),
  )
  if (preload !== undefined)
    return refuse(
      'start-needs-dev-dependency',
      `Line ${line} preloads ${preload}, which package.json lists under devDependencies; without it the program does not start. Move ${packageOf(preload)} to dependencies.`,
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
  const found = devImports(program).find(
    ({ name, isCertain }) =>
      isCertain && isDevDependency(manifest, name) && lock?.isDevOnly(name) !== false,
  )
  if (found === undefined) return undefined
  return refuse(
    'dev-dependency-imported',
    `${found.path}:${found.at.line} imports ${found.name}, which package.json lists under devDependencies; without it the program does not start. Move ${found.name} to dependencies.`,
    startLine(facts),
  )
}

const devImports = ({ graph }: Program) => graph.packages

/** The build calls a program of the dev dependencies, but the install leaves them out. */
export function refuseProductionBuild(app: NodeApp): Refusal | undefined {
  const { works, manifest, lock, installs, hasDevDependencies } = app
  const [install] = installs
  const globals = new Set(globalPackages(works).flatMap(programsOfPackage))
  if (install === undefined || hasDevDependencies || manifest.hasWorkspaces) return undefined
  for (const { tasks, command } of works) {
    if (
      works.some((work) =>
        work.tasks.some((task) => task.kind === 'manager' && task.call.kind === 'prune'),
      )
    )
      return undefined
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

/** The start command names a file that nobody makes. */
export function refuseMissingEntry({ facts }: NodeApp, { entries }: Program): Refusal | undefined {
  const missing = entries.find(({ kind }) => kind === 'missing')
  const line = startLine(facts)
  if (missing === undefined) return undefined
  const path = missing.entry.path.slice(
    missing.entry.cwd === '/' ? 1 : missing.entry.cwd.length + 1,
  )
  return refuse(
    'missing-start-file',
    `Line ${line} runs ${missing.entry.path.startsWith(missing.entry.cwd) ? path : missing.entry.path}, which is neither in the build context nor made by a RUN. Name the file that starts the program.`,
    line,
  )
}

const absolute = (folder: string, cwd: string | undefined) => resolvePath(cwd, folder) ?? folder

/** `mv build /`: what the build makes is taken out of the folder that it is made in, and the rest deleted. */
export function refuseMovedBuild({ works, root }: NodeApp): Refusal | undefined {
  const mover = works.find(({ command, isNode }) => {
    const effects = isNode ? [] : (effectsOf(command) ?? [])
    const goesOut = effects.some(
      (effect) => effect.kind === 'creates' && !isWithin(effect.path, root),
    )
    const comesFrom = effects.some(
      (effect) => effect.kind === 'deletes' && isWithin(effect.path, root),
    )
    return command.name === 'mv' && root !== '/' && goesOut && comesFrom
  })
  if (mover === undefined) return undefined
  const { line } = mover.command.step.instruction
  const words = mover.command.argv.map((word) => word ?? '?').join(' ')
  return refuse(
    'unplaced-command',
    `Line ${line} runs \`${words}\`: it takes what is built out of ${root}, and what run time needs of the rest can't be known. Build in the folder that the program runs in.`,
    line,
  )
}

export function startLine({ start, final }: Facts): number {
  const instruction = start?.instruction ?? start?.cmd
  const last = start?.processes[0]?.via[0]?.line
  const own =
    start?.cmd !== undefined && start.entrypoint === undefined ? start.cmd.line : undefined
  return own ?? last ?? instruction?.line ?? final.stage.from.line
}

function where(evidence: readonly Evidence[]): string {
  const script = evidence.findLast(({ path }) => path !== 'Dockerfile')
  return script === undefined
    ? ''
    : ` (${script.path}${script.line === undefined ? '' : `:${script.line}`})`
}

export const globalPackages = (works: readonly Work[]) =>
  works.flatMap(({ tasks }) =>
    tasks.flatMap((task: Task) =>
      task.kind === 'manager' && task.call.kind === 'global' ? task.call.packages : [],
    ),
  )

const isCompiler = (name: string) =>
  /^(tsc|webpack|babel|nest|vite|next|nuxt|esbuild|tsup|rollup|swc|ncc)$/.test(name)
const runsSources = (name: string) => /^(ts-node|tsx|babel-node|swc-node|esno)$/.test(name)
const isTool = (name: string) => isCompiler(name) || runsSources(name)
const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
