import {
  bringsProgramsOf,
  folderOf,
  isRecord,
  lineEvidence,
  packageOfProgram,
  readInstall,
  readPhpValue,
  resolvePath,
  type Behaviour,
  type Evidence,
  type Facts,
} from '../../src/transform.ts'
import type { StageView } from '../javascript/stage-view.ts'
import { stringIn } from '../javascript/manifest.ts'
import { readApp, type PhpApp } from './app.ts'
import type { PhpStart } from './app/start.ts'
import { writesOfSettings } from './app/ini-settings.ts'
import { portsOf } from './app/ports.ts'
import { appFilesOf } from './app/app-files.ts'
import { evidenceIn, readComposerManifest, type ComposerManifest } from './composer/manifest.ts'
import { programFacts } from './sources/program-facts.ts'
import { quietPackages } from './tables/quiet-packages.ts'
import { laravelWrites } from './frameworks/laravel-writes.ts'
import { frameworkWrites, type Framework } from './frameworks/index.ts'

/** What the program of an image writes, starts and listens on. */
export function behaviourOf(app: PhpApp): Behaviour {
  const { folder, start } = app
  const ports = portsOf(app)
  if (folder === undefined)
    return { writes: [], writesElsewhere: 'its sources are not known', ports, programs: [] }
  const { framework, view } = appFilesOf(app)
  const manifest = readComposerManifest(view, folder)
  const cwd = start.kind === 'script' ? start.process?.cwd : undefined
  const local = manifest === undefined ? new Map<string, string>() : localPackages(manifest, view)
  // What the framework itself does is in its row.
  const without = (framework?.packages ?? []).flatMap((name) => local.get(name) ?? [])
  const read = programFacts(view, folder, cwd, without)
  const own =
    framework === undefined
      ? []
      : frameworkWrites(framework, { view, folder, manifest }).map((path) => ({
          path,
          evidence: frameworkEvidence(framework, manifest),
        }))
  const configured = framework?.console === 'artisan' ? laravelWrites(view, folder) : undefined
  return {
    writes: [
      ...own,
      ...databaseOf(framework, view, folder),
      ...(configured?.writes ?? []),
      ...read.writes,
      ...writesOfSettings(app.facts, start),
    ],
    writesElsewhere:
      read.gap ??
      configured?.gap ??
      foreignServer(start) ??
      selfUpdating(framework) ??
      unseenPackages(framework, manifest, local, view, folder),
    ports,
    needsRoot: read.needsRoot,
    absences: read.absences,
    programs: read.programs.filter(({ name }) => hasProgram(name, app)),
  }
}

/** Of a file that has stages already: what its final stage runs. */
export function behaviourInStages(facts: Facts): Behaviour | undefined {
  const app = readApp(facts)
  return app === undefined ? undefined : behaviourOf(app)
}

function frameworkEvidence(
  { title, packages }: Framework,
  manifest: ComposerManifest | undefined,
): Evidence {
  const name = packages.find((item) => manifest?.require.has(item) === true)
  return manifest === undefined || name === undefined
    ? lineEvidence(undefined, title)
    : evidenceIn(manifest, 'require', name)
}

/** Laravel's database, where it is a file: https://laravel.com/docs/database#sqlite-configuration */
function databaseOf(
  framework: Framework | undefined,
  view: StageView,
  folder: string,
): Behaviour['writes'] {
  if (framework?.console !== 'artisan') return []
  const path = resolvePath(folder, 'database') ?? folder
  for (const name of ['.env', '.env.example', 'config/database.php']) {
    const source = view.contextPath(resolvePath(folder, name) ?? '')
    const text = source === undefined ? undefined : view.project.read(source)
    if (source === undefined || text === undefined) continue
    const at = name.endsWith('.php') ? defaultDatabase(text) : databaseVariable(text)
    if (at !== undefined) return [{ path, evidence: { path: source, ...at } }]
  }
  return []
}

/** `DB_CONNECTION=sqlite` */
function databaseVariable(text: string): Pick<Evidence, 'line' | 'text'> | undefined {
  const lines = text.split(/\r?\n/)
  const at = lines.findIndex((line) => /^DB_CONNECTION=["']?sqlite/.test(line))
  return at < 0 ? undefined : { line: at + 1, text: lines[at]?.trim() ?? '' }
}

/** `'default' => env('DB_CONNECTION', 'sqlite')` */
function defaultDatabase(text: string): Pick<Evidence, 'line' | 'text'> | undefined {
  const returned = readPhpValue(text)
  const entry = (returned.kind === 'list' ? returned.entries : []).find(
    ({ key }) => key?.kind === 'text' && key.text === 'default',
  )
  const value = entry?.value.kind === 'call' ? entry.value.args[1] : entry?.value
  return value?.kind === 'text' && value.text === 'sqlite' ? entry?.at : undefined
}

/** A server that is not PHP's, as RoadRunner and FrankenPHP are, has folders of its own. */
function foreignServer({ kind, process }: PhpStart): string | undefined {
  const name = process?.name
  return kind === 'other' && name !== undefined ? `where ${name} writes is not known` : undefined
}

function selfUpdating(framework: Framework | undefined): string | undefined {
  return framework?.title === 'WordPress' || framework?.title === 'Drupal'
    ? `${framework.title} may update itself and its plugins in place`
    : undefined
}

/** Packages whose sources can't be seen may write wherever the program lets them; of a framework that is known, its folders are. */
function unseenPackages(
  framework: Framework | undefined,
  manifest: ComposerManifest | undefined,
  local: ReadonlyMap<string, string>,
  view: StageView,
  folder: string,
): string | undefined {
  if (framework !== undefined) return undefined
  if (manifest === undefined) {
    const vendor = view.contextPath(resolvePath(folder, 'vendor') ?? '')
    return vendor !== undefined && view.project.isFolder(vendor)
      ? 'what the packages in vendor write is not known'
      : undefined
  }
  const unseen = [...manifest.require.keys()].find(
    (name) => name.includes('/') && !local.has(name) && !quietPackages.test(name),
  )
  return unseen === undefined ? undefined : `where ${unseen} writes is not known`
}

/** Packages of path repositories, by name, and their folders in the context: their sources are the project's own. */
function localPackages(
  { pathRepositories, path }: ComposerManifest,
  { project }: StageView,
): ReadonlyMap<string, string> {
  const base = path.slice(0, path.length - 'composer.json'.length)
  const manifests = pathRepositories.flatMap((url) =>
    project.match(`${base}${url.replace(/^\.\//, '').replace(/\/+$/, '')}/composer.json`),
  )
  return new Map(
    manifests.flatMap((file) => {
      const json = project.json(file)
      const name = isRecord(json) ? stringIn(json, 'name') : undefined
      return name === undefined ? [] : [[name.toLowerCase(), folderOf(file)] as const]
    }),
  )
}

/** A program that the author installs, or that the image has; of others, nobody knows whether they are ever started. */
function hasProgram(name: string, { stage, image }: PhpApp): boolean {
  if (stage.base.hasProgram(name) === true) return true
  const wanted = packageOfProgram(image.manager, name) ?? name
  return stage.commands.some(({ argv }) => {
    const install = readInstall(argv)
    return (
      install?.action === 'install' &&
      install.packages.some((item) => bringsProgramsOf(image.manager, item.name, wanted))
    )
  })
}
