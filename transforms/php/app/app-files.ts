import {
  effectsOf,
  isWithin,
  lineEvidence,
  resolvePath,
  type Evidence,
  type RunCommand,
} from '../../../src/transform.ts'
import type { SideAnswer } from '../../javascript/side-stage/side-stage.ts'
import { viewOf, type StageView } from '../../javascript/stage-view.ts'
import type { PhpApp } from '../app.ts'
import { assetWorkOf, type AssetWork } from '../assets/asset-work.ts'
import { assetStageOf } from '../assets/asset-stage.ts'
import {
  consoleCommandOf,
  consoleLeavings,
  frameworkOf,
  type Framework,
} from '../frameworks/index.ts'
import { composerLeavings, outermostMade, type Made } from '../composer/leavings.ts'
import { readComposerManifest } from '../composer/manifest.ts'
import { composerProjects, type ComposerProject } from '../composer/project.ts'

/** A folder that comes from the builder as a whole, because not all that its commands make is known by name. */
export interface WholeFolder {
  readonly path: string
  readonly why: string
  readonly evidence: readonly Evidence[]
}

/** The application's files: what composer makes, and what of them run time takes from where. */
export interface AppFiles {
  readonly app: PhpApp
  readonly view: StageView
  readonly projects: readonly ComposerProject[]
  /** Of the application's own folder, composer or not. */
  readonly framework: Framework | undefined
  /** What Node does; undefined where it does nothing. */
  readonly assets: AssetWork | undefined
  /** Where it does that; undefined in the builder. */
  readonly assetStage: SideAnswer | undefined
  /** What composer, the console and Node leave beside the sources, which are copied again. */
  readonly made: readonly Made[]
  readonly whole: readonly WholeFolder[]
}

const known = new WeakMap<PhpApp, AppFiles>()

/** Reads them, once for each application. */
export function appFilesOf(app: PhpApp): AppFiles {
  const files = known.get(app) ?? readAppFiles(app)
  known.set(app, files)
  return files
}

function readAppFiles(app: PhpApp): AppFiles {
  const view = viewOf(app.stage, app.facts)
  const projects = composerProjects(app.composer, view)
  const made: Made[] = []
  const whole: WholeFolder[] = []
  for (const project of projects) {
    const filled = filledFolder(app, project.folder)
    const left = composerLeavings(project)
    if (filled !== undefined) whole.push(filled)
    else if ('why' in left) whole.push({ path: project.folder, ...left })
    else made.push(...left)
  }
  const assets = assetWorkOf(app, view)
  const { folder } = app
  const assetStage =
    assets === undefined || whole.length > 0 ? undefined : assetStageOf(app, view, assets, projects)
  if (assets !== undefined) {
    const from = assetStage?.stage.name
    made.push(...assets.made.map((item) => ({ ...item, ...(from === undefined ? {} : { from }) })))
    whole.push(...unknownAssets(assets, folder))
  }
  const own = projects.find((project) => project.folder === folder)
  const framework =
    own?.framework ??
    (folder === undefined
      ? undefined
      : frameworkOf({ view, folder, manifest: readComposerManifest(view, folder) }))
  const files = { app, view, projects, framework, assets, assetStage, made, whole }
  for (const command of app.stage.commands) made.push(...(consoleMade(command, files) ?? []))
  return {
    ...files,
    made: outermostMade(made).filter(
      ({ path }) => !whole.some((item) => isWithin(path, item.path)),
    ),
  }
}

/** Where Node's output is not known by name, or Node runs again in the container, the application comes with all that is in it. */
function unknownAssets(
  { unknownOutput, isCalled, works }: AssetWork,
  folder: string | undefined,
): readonly WholeFolder[] {
  const why = isCalled ? 'run time calls Node' : unknownOutput
  if (why === undefined || folder === undefined || works.length === 0) return []
  return [{ path: folder, why, evidence: works.flatMap(({ tasks }) => tasks[0]?.evidence ?? []) }]
}

/**
 * What a command of the framework's console leaves, where the builder can hand it over: caches, keys. Not what stands among the sources,
 * and no links, which a COPY would follow: such a command is run again.
 */
export function consoleMade(
  command: RunCommand,
  { app, framework, view }: AppFiles,
): readonly Made[] | undefined {
  const { folder } = app
  if (framework === undefined || folder === undefined) return undefined
  const console = consoleCommandOf(command, framework, folder)
  if (console === undefined) return undefined
  const left = consoleLeavings(console, framework, { view, folder, manifest: undefined })
  const { instruction } = command.step
  const made = left?.map(({ path, isFolder }) => ({
    path: resolvePath(folder, path) ?? path,
    isFolder,
    by: instruction,
    evidence: [lineEvidence(instruction)],
  }))
  return made?.every(({ path, isFolder }) => !isFolder || !holdsSources(path, view)) === true
    ? made
    : undefined
}

/** Whether copies bring more into a folder than a file that keeps it in git. */
function holdsSources(path: string, { contextPath, project }: StageView): boolean {
  const source = contextPath(path)
  return (
    source !== undefined &&
    project.isFolder(source) &&
    project.files(source).some((file) => !/(^|\/)\.git(ignore|keep)$/.test(file))
  )
}

/** `cp -a /tmp/src/. /var/www/html`, `git clone ... .`: the sources themselves are put there by a command. */
function filledFolder({ stage }: PhpApp, folder: string): WholeFolder | undefined {
  for (const command of stage.commands) {
    const fills = effectsOf(command)?.some(
      (effect) =>
        effect.kind === 'creates' && effect.isFilled === true && isWithin(folder, effect.path),
    )
    if (fills !== true) continue
    const { instruction } = command.step
    return {
      path: folder,
      why: `line ${instruction.line} puts the sources there by a command`,
      evidence: [lineEvidence(instruction)],
    }
  }
  return undefined
}
