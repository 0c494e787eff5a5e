import type { Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { folderOf, resolvePath } from '../../../facts/image-path.ts'
import { packageName } from '../../../programs/readers/javascript/resolve.ts'
import { lockedPackages } from '../../../project/lock-files/locked-packages.ts'
import { isRecord, pairs, record } from '../../../project/formats/loose-data.ts'
import type { ModuleGraph } from '../../../programs/module-graph.ts'
import type { Project } from '../../../project/project.ts'
import { compiledImports } from './compiled-imports.ts'
import { startedPackages } from './started-packages.ts'
import { configurationsOf, isTypeScript } from '../seen/configurations.ts'
import { loadedFirst, processesOf } from '../seen/entries.ts'
import { manifestNear } from '../seen/package-needs.ts'
import { seePrograms } from '../seen/see-programs.ts'

/** A package that is installed for development alone, and that something loads when the container runs. */
export interface DevNeed {
  readonly name: string
  readonly evidence: Evidence
}

/** What compiles TypeScript while a program runs: https://github.com/gulpjs/interpret/blob/master/index.js */
const compilers =
  'ts-node ts-node-dev tsx esbuild-register @swc-node/register @swc/register sucrase @babel/register jiti'.split(
    ' ',
  )

/**
 * The first package that only devDependencies list and that run time loads where no import of the program says so: by a word (`'view engine',
 * 'pug'`), by NODE_OPTIONS, in the configuration of a tool that starts, or to compile that. What compiles is the first that is listed.
 */
export function neededForDevelopment(facts: Facts): DevNeed | undefined {
  const manifests = new Map<string, string | undefined>()
  for (const { name, evidence, cwd } of [...wordsOfPrograms(facts), ...preloads(facts)]) {
    const key = `${evidence.path}\0${cwd ?? ''}`
    if (!manifests.has(key)) manifests.set(key, nearest(evidence.path, cwd, facts))
    if (isLeftOut(name, manifests.get(key), facts.project)) return { name, evidence }
  }
  return compilerAtStart(facts)
}

type Candidate = DevNeed & { readonly cwd: string | undefined }

function wordsOfPrograms(facts: Facts): readonly Candidate[] {
  return seePrograms(facts).programs.flatMap(({ graph, entry: { cwd }, isConfiguration }) => [
    ...graph.modules.flatMap(({ path, words = [] }) =>
      words.map(({ text, at }) => ({ name: text, cwd, evidence: { path, ...at } })),
    ),
    // In a function or a condition: where nothing says that the image is for production, the condition may hold.
    ...graph.packages
      .filter(({ isCertain }) => (isCertain ? isConfiguration === true : !saysProduction(facts)))
      .map(({ name, path, at }) => ({ name, cwd, evidence: { path, ...at } })),
    ...compiledImports(graph, cwd, facts),
    ...startedPackages(graph, cwd, facts),
  ])
}

/** NODE_ENV is `production` in the image, or where it starts a program. */
const saysProduction = (facts: Facts): boolean =>
  facts.final.config.Env.get('NODE_ENV') === 'production' ||
  processesOf(facts).some(({ assignments }) => assignments.get('NODE_ENV') === 'production')

function preloads(facts: Facts): readonly Candidate[] {
  return processesOf(facts).flatMap((process) => {
    const evidence = process.via.at(-1)
    return evidence === undefined
      ? []
      : loadedFirst(process, facts).map((specifier) => ({
          name: packageName(specifier),
          cwd: process.cwd,
          evidence,
        }))
  })
}

/** What compiles the TypeScript that a program starts as it is, or that a tool of the start command loads: `fork('job.ts')`, knexfile.ts, migrations. */
function compilerAtStart(facts: Facts): DevNeed | undefined {
  const { project, contextPath } = facts
  for (const { graph, entry, built } of seePrograms(facts).programs) {
    const evidence = built === undefined ? undefined : startsTypeScript(graph)
    const manifest = evidence === undefined ? undefined : manifestNear(entry.cwd, facts)
    const name = compilers.find((each) => isLeftOut(each, manifest, project))
    if (evidence !== undefined && name !== undefined) return { name, evidence }
  }
  for (const need of seePrograms(facts).packages) {
    const { row, process, cwd, evidence } = need
    if (process === undefined || row.compiles === true) continue
    const configured = configurationsOf(need, facts).map(({ source }) => source)
    const folders = row.configurations === undefined ? (row.files ?? []) : []
    const loaded = folders.flatMap((folder) => {
      const source = contextPath(resolvePath(cwd, folder) ?? '')
      return source === undefined || source === '' ? [] : project.files(source)
    })
    if (![...configured, ...loaded].some(isTypeScript)) continue
    const manifest = manifestNear(cwd, facts)
    const dependencies = record(manifestOf(manifest, project)['dependencies'])
    if (compilers.some((name) => Object.hasOwn(dependencies, name))) continue
    const name = compilers.find((each) => isLeftOut(each, manifest, project))
    if (name !== undefined) return { name, evidence }
  }
  return undefined
}

/** Where a compiled program starts a source as it is: `fork('scripts/job.ts')`. */
function startsTypeScript({ modules, asTheyAre }: ModuleGraph): Evidence | undefined {
  for (const { path, imports } of modules) {
    const found = imports.find(({ specifier, value }) => value && isTypeScript(specifier))
    if (found !== undefined) return { path, ...found.at }
  }
  const [source] = asTheyAre.filter(isTypeScript)
  return source === undefined ? undefined : { path: source, line: 1, text: source }
}

const manifestOf = (path: string | undefined, project: Project) =>
  record(path === undefined ? undefined : project.json(path))

/** The package.json that a module belongs to: above it in the context, else above the folder that the program runs in. */
function nearest(module: string, cwd: string | undefined, facts: Facts): string | undefined {
  const { project } = facts
  if (!/\.[cm]?[jt]sx?$|rc$/.test(module)) return manifestNear(cwd, facts)
  for (let folder = folderOf(`/${module}`); ; folder = folderOf(folder)) {
    const path = `${folder === '/' ? '' : folder}/package.json`.slice(1)
    if (project.isFile(path)) return path
    if (folder === '/') return manifestNear(cwd, facts)
  }
}

/** Whether a production install leaves a package out that is there for development. */
function isLeftOut(name: string, manifest: string | undefined, project: Project): boolean {
  const json = manifestOf(manifest, project)
  const own = json['devDependencies']
  if (manifest === undefined || !isRecord(own) || !Object.hasOwn(own, name)) return false
  const production = new Map(
    [json['dependencies'], json['optionalDependencies'], json['peerDependencies']].flatMap(
      (each) => [...pairs(record(each))],
    ),
  )
  if (production.has(name)) return false
  const folder = manifest.includes('/') ? folderOf(manifest) : ''
  const locked = lockedPackages(project, folder, production, [name]) ?? []
  return !locked.some((item) => item.name === name)
}
