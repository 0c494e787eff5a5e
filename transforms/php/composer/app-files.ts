import { effectsOf, isWithin, type Evidence } from '../../../src/transform.ts'
import { viewOf, type StageView } from '../../javascript/stage-view.ts'
import type { PhpApp } from '../app.ts'
import { frameworkOf, type Framework } from '../frameworks/index.ts'
import { composerLeavings, type Made } from './leavings.ts'
import { readComposerManifest } from './manifest.ts'
import { composerProjects, type ComposerProject } from './project.ts'

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
  /** What composer leaves beside the sources, which are copied again. */
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
  const { folder } = app
  const own = projects.find((project) => project.folder === folder)
  return {
    app,
    view,
    projects,
    framework:
      own?.framework ??
      (folder === undefined
        ? undefined
        : frameworkOf({ view, folder, manifest: readComposerManifest(view, folder) })),
    made: made.filter(({ path }) => !whole.some((item) => isWithin(path, item.path))),
    whole,
  }
}

/** `cp -a /tmp/src/. /var/www/html`, `git clone ... .`: the sources themselves are put there by a command. */
function filledFolder({ stage }: PhpApp, folder: string): WholeFolder | undefined {
  for (const command of stage.commands) {
    const fills = effectsOf(command)?.some(
      (effect) =>
        effect.kind === 'creates' && effect.isFilled === true && isWithin(folder, effect.path),
    )
    if (fills !== true) continue
    const { line, text } = command.step.instruction
    return {
      path: folder,
      why: `line ${line} puts the sources there by a command`,
      evidence: [{ path: 'Dockerfile', line, text: text.trim() }],
    }
  }
  return undefined
}

/** The folder that comes whole and holds a path; undefined where the path's sources are copied again. */
export function wholeFolderOf(files: AppFiles, path: string): WholeFolder | undefined {
  return files.whole.find((item) => isWithin(path, item.path))
}
