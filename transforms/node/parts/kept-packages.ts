import {
  isRecord,
  type ModuleGraph,
  neededForDevelopment,
  placeOf,
  resolvePath,
} from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import { devUseOf } from '../refuse/dev-packages.ts'
import { isDevDependency } from '../../javascript/manifest.ts'
import { readJson } from '../../javascript/stage-view.ts'
import { sourceFollower } from '../../javascript/sources.ts'
import { isProgram } from '../../javascript/task.ts'
import { frameworkSources } from '../sources/framework-sources.ts'
import type { Program } from '../sources/program.ts'

/**
 * Why the dev dependencies stay: run time needs one, types are checked at the start, or the framework's configuration, which the start reads
 * again, imports one. Undefined where they can go.
 */
export function keptDevDependencies(app: NodeApp, program: Program): string | undefined {
  const { manifest } = app
  const { configGraph: graph, frameworks } = program
  const use = devUseOf(app, program)
  if (use !== undefined) return `${use.what.replace(/^Line/, 'line')}, and ${use.owner} is one`
  const needed = neededForDevelopment(app.facts)
  if (needed !== undefined)
    return `${placeOf(needed.evidence)} needs ${needed.name}, a dev dependency`
  if (program.unknownStart !== undefined) return program.unknownStart
  const imported = importedSomewhere(app, program)
  if (imported !== undefined) return imported
  const types = typesOfStart(app)
  if (types !== undefined) return `ts-node checks types at the start, by ${types}, a dev dependency`
  const configured = frameworks.filter(({ framework }) => framework.config !== undefined)
  if (configured.length === 0) return undefined
  const configures = importOfDevelopment(graph, app)
  if (configures !== undefined) return configures
  // https://nextjs.org/docs/app/api-reference/config/typescript#type-checking-nextconfigts: next start compiles it with typescript.
  const typed = graph.modules.find(({ path }) => /(^|\/)next\.config\.ts$/.test(path))
  return typed !== undefined && isDevDependency(manifest, 'typescript')
    ? `${typed.path} is compiled with typescript, a dev dependency, at the start`
    : undefined
}

/** The first certain import of what only the dev dependencies bring. */
function importOfDevelopment(
  { packages }: ModuleGraph,
  { manifest, lock }: NodeApp,
): string | undefined {
  const found = packages.find(
    ({ name, isCertain }) =>
      isCertain && isDevDependency(manifest, name) && lock?.isDevOnly(name) !== false,
  )
  return found && `${found.path}:${found.at.line} imports ${found.name}, a dev dependency`
}

/** What people call the programs of a build. */
const ofBuild = /(^|\/)(gulpfile|gruntfile|webpack|rollup|esbuild|jest|karma|build)[^/]*\.[^/]+$/i

/** Where nobody sees which sources run, each of the project's may: `node server/entry.fastify` of a bundler that is not known. */
function importedSomewhere(app: NodeApp, program: Program): string | undefined {
  if (program.unseen === undefined || program.frameworks.length > 0) return undefined
  const sources = frameworkSources(app).filter((path) => !ofBuild.test(path))
  return importOfDevelopment(sourceFollower(app.view, app.root)(sources), app)
}

/** The package of types that ts-node looks into before it runs, unless it is told to check none: https://typestrong.org/ts-node/docs/options#typecheck */
function typesOfStart({ start, manifest, view, root }: NodeApp): string | undefined {
  const started = start.tasks
    .filter(isProgram)
    .find(({ name }) => /^ts-node(-esm|-script|-dev)?$/.test(name))
  if (started === undefined && !start.preloaded.includes('ts-node/register')) return undefined
  const config = readJson(view, resolvePath(root, 'tsconfig.json') ?? '')
  const own = isRecord(config) ? config['ts-node'] : undefined
  const isTold =
    started?.args.some((arg) => /^(-T|--transpile-?only|--swc)$/i.test(arg ?? '')) === true ||
    view.env('TS_NODE_TRANSPILE_ONLY') !== undefined
  if (isTold || (isRecord(own) && (own['transpileOnly'] === true || own['swc'] === true)))
    return undefined
  return [...manifest.devDependencies.keys()].find(
    (name) => name.startsWith('@types/') && !manifest.dependencies.has(name),
  )
}
