import { packageName, refuse, type Refusal } from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import { isDevDependency } from '../../javascript/manifest.ts'
import type { Program } from '../sources/program.ts'
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
  const found = program.graph.packages.find(
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
