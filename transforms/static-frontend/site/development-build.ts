import { refuse, type Facts, type Refusal } from '../../../src/transform.ts'
import { readManifest } from '../../javascript/manifest.ts'
import { hasDevDependencies } from '../../javascript/packages-state.ts'
import { providerOf } from '../../javascript/programs.ts'
import { readLockFile } from '../../javascript/lock-file.ts'
import { startLine } from '../../javascript/start-line.ts'
import { isProgram } from '../../javascript/task.ts'
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
  return { line: lineOf(manager, folder, view, variables), build }
}

/** Bundlers make a development build where the environment asks for one. */
function modeOf(view: StartServer['view']): string {
  const mode = view.env('NODE_ENV')
  return mode === undefined || mode === 'production' ? '' : 'NODE_ENV=production '
}

function lineOf(
  manager: string,
  folder: string,
  view: StartServer['view'],
  variables: string,
): string {
  const place = folder === view.stage.end.workdir ? '' : `cd ${folder} && `
  return `RUN ${place}${modeOf(view)}${variables}${manager} ${manager === 'yarn' ? 'build' : 'run build'}`
}

/** The manager that starts the server, or the one that installs. */
function managerOf(facts: Facts, { works }: StartServer): string {
  const names = (facts.start?.processes ?? []).flatMap(({ name }) => name ?? [])
  const started = names.find((name) => /^(npm|yarn|pnpm|bun)$/.test(name))
  const install = works.flatMap(installsOf).at(-1)
  return started ?? install?.manager.program ?? 'npm'
}
