import { refuse, type Facts, type Refusal } from '../../../src/transform.ts'
import { readManifest } from '../../javascript/manifest.ts'
import { hasDevDependencies } from '../../javascript/packages-state.ts'
import { providerOf } from '../../javascript/programs.ts'
import { readLockFile } from '../../javascript/lock-file.ts'
import { startLine } from '../../javascript/start-line.ts'
import { startedBy } from '../../javascript/package-managers/index.ts'
import { isProgram, type Task } from '../../javascript/task.ts'
import { textTasks } from '../../javascript/tasks.ts'
import { installsOf } from '../../javascript/work.ts'
import type { Serving } from '../../javascript/tools/servers/serving.ts'
import { readAddedBuild } from './added-build-runs.ts'
import { buildOf, inFolder, type SiteBuild } from './site-build.ts'
import type { StartServer } from './start-server.ts'

/** A build step that the file lacks, because a development server did without one. */
export interface AddedBuild {
  /** 'RUN npm run build' */
  readonly line: string
  readonly build: SiteBuild
  /** True where the script "build" makes checks, and the line does not. */
  readonly leavesChecks: boolean
}

/** The package's own `build` script, run by the author's package manager. */
export function buildOfDevelopment(
  facts: Facts,
  server: StartServer,
  serving: Serving,
): AddedBuild | Refusal {
  const { view, works } = server
  const line = startLine(facts)
  const folder = serving.cwd ?? '/'
  const path = view.contextPath(inFolder(folder, 'package.json'))
  const manifest = path === undefined ? undefined : readManifest(view.project, path)
  const script = manifest?.scripts.get('build')
  if (manifest === undefined || script === undefined)
    return refuse(
      'development-image',
      `Line ${line} starts ${serving.label}, a development server, and ${manifest === undefined ? 'no package.json' : manifest.path} has ${manifest === undefined ? 'been found with' : 'no'} script "build" that could stand in for it. Name a production start command, or keep this file for development.`,
      line,
    )
  const manager = managerOf(facts, server)
  const tasks = textTasks(`${modeOf(view)}${manager} run build`, folder, view, [])
  const builds = tasks.filter(isProgram).flatMap((task) => buildOf(task, server) ?? [])
  const build = builds.findLast(({ task }) => task.cwd === folder)
  if (build === undefined)
    return refuse(
      'development-image',
      `Line ${line} starts ${serving.label}, a development server, and what the script "build" of ${manifest.path} (\`${script}\`) makes can't be told. Name a production start command, or keep this file for development.`,
      line,
    )
  const lock = readLockFile(view.project, manifest.path.replace(/\/?package\.json$/, ''))
  const missing = tasks
    .filter(isProgram)
    .find(
      ({ name, isLocal }) =>
        isLocal &&
        !hasDevDependencies(works, folder) &&
        works.some((work) => installsOf(work).some(({ cwd }) => cwd === folder)) &&
        providerOf(name, manifest, lock).provider === 'dev-dependency',
    )
  if (missing !== undefined)
    return refuse(
      'production-install-before-build',
      `The build runs ${missing.name}, which ${manifest.path} lists under devDependencies, and the install leaves these out. Install them, too: they are left behind in the builder.`,
      line,
    )
  const variables = readAddedBuild({ facts, server, serving, manifest, build, tasks })
  if (typeof variables !== 'string') return variables
  const alone = withoutChecks(tasks, build, manager)
  const command = alone ?? `${manager} ${manager === 'yarn' ? 'build' : 'run build'}`
  return {
    line: lineOf(command, folder, view, variables),
    build,
    leavesChecks: alone !== undefined,
  }
}

const starters = /^(run-[ps]|npm-run-all2?|concurrently)$/
/** Vite, and so Astro, compiles TypeScript itself, and asks nobody: https://vite.dev/guide/features#transpile-only, https://docs.astro.build/en/guides/typescript/#type-checking */
const checkers = /^(tsc|vue-tsc|svelte-check|eslint|oxlint|stylelint|tslint|biome)$/
const isPlain = (word: string | undefined) => word !== undefined && /^[\w./=:@,+-]+$/.test(word)

/**
 * `tsc -b && vite build` => `npx vite build`: a development server looks at no types, so nobody knows whether the checks pass, and one that
 * does not ends the build. Undefined where the script has none, or does more.
 */
function withoutChecks(
  tasks: readonly Task[],
  { task, tool }: SiteBuild,
  manager: string,
): string | undefined {
  const words = [task.name, ...task.args]
  const others = tasks.filter((other) => other !== task && !isStarter(other))
  const isWhole =
    others.every(isCheck) &&
    [...task.command.assignments.keys()].every((name) => name === 'npm_lifecycle_event')
  return others.length > 0 && isWhole && /^(vite|astro)$/.test(tool.name) && words.every(isPlain)
    ? startedBy(manager, words.join(' '))
    : undefined
}

const isCheck = (task: Task) =>
  isProgram(task) &&
  (checkers.test(task.name) || (task.name === 'astro' && task.args[0] === 'check'))

const isStarter = (task: Task) => isProgram(task) && task.isStarter && starters.test(task.name)

/** Bundlers make a development build where the environment asks for one. */
function modeOf(view: StartServer['view']): string {
  const mode = view.env('NODE_ENV')
  return mode === undefined || mode === 'production' ? '' : 'NODE_ENV=production '
}

function lineOf(
  command: string,
  folder: string,
  view: StartServer['view'],
  variables: string,
): string {
  const place = folder === view.stage.end.workdir ? '' : `cd ${folder} && `
  return `RUN ${place}${modeOf(view)}${variables}${command}`
}

/** The manager that starts the server, or the one that installs. */
function managerOf(facts: Facts, { works }: StartServer): string {
  const names = (facts.start?.processes ?? []).flatMap(({ name }) => name ?? [])
  const started = names.find((name) => /^(npm|yarn|pnpm|bun)$/.test(name))
  const install = works.flatMap(installsOf).at(-1)
  return started ?? install?.manager.program ?? 'npm'
}
