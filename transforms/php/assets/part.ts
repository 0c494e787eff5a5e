import {
  effectsOf,
  isWithin,
  pathFrom,
  type Artifact,
  type Leaving,
} from '../../../src/transform.ts'
import { homeDownloads } from '../../javascript/home-downloads.ts'
import { readManifest } from '../../javascript/manifest.ts'
import type { StageView } from '../../javascript/stage-view.ts'
import { installsOf } from '../../javascript/work.ts'
import type { PhpApp } from '../app.ts'
import { appFilesOf } from '../app/app-files.ts'
import type { Part } from '../parts/part.ts'
import type { AssetWork } from './asset-work.ts'

/** Node itself; what npm installs beside it is not known. */
const node: Leaving = { what: 'Node' }

/** Node in a PHP image, and the assets that it builds. */
export function assetsPart(app: PhpApp): Part {
  const { assets, assetStage } = appFilesOf(app)
  if (assets === undefined) return {}
  const { setup, isCalled } = assets
  if (assetStage !== undefined) {
    const { stage, replaced } = assetStage
    return {
      leaves: [node],
      placeCommand: (command) => (assets.commands.has(command) ? 'build' : undefined),
      placeInstruction: (instruction) => (replaced.has(instruction) ? 'nowhere' : undefined),
      sideStages: [stage],
    }
  }
  return {
    artifacts: isCalled ? browsersOf(assets, appFilesOf(app).view) : [],
    leaves: isCalled ? [] : [node],
    afterBuild: packagesOf(assets, app).map(
      (path) => `RUN rm -rf ${pathFrom(app.stage.end.workdir, path).replace(/^\.\/(?=.)/, '')}`,
    ),
    placeCommand: (command) => (setup.isSetup(command) ? (isCalled ? 'both' : 'build') : undefined),
    placeCopy: (copy) => (setup.isSetupCopy(copy) ? (isCalled ? 'both' : 'build') : undefined),
  }
}

/** Packages that only the build used, in a folder that comes over as a whole, and that nobody deletes. */
function packagesOf({ works, made }: AssetWork, app: PhpApp): readonly string[] {
  const { whole, assets } = appFilesOf(app)
  if (assets?.isCalled === true) return []
  const paths = works.flatMap((work) =>
    installsOf(work).flatMap(({ cwd }) => (cwd === undefined ? [] : `${cwd}/node_modules`)),
  )
  return [...new Set(paths)].filter(
    (path) =>
      whole.some((folder) => isWithin(path, folder.path)) &&
      !made.some((item) => isWithin(item.path, path)) &&
      !app.stage.commands.some((command) =>
        (effectsOf(command) ?? []).some(
          (effect) => effect.kind === 'deletes' && isWithin(path, effect.path),
        ),
      ),
  )
}

/** The browsers that Node drives at run time, which an install fetches into a home folder. */
function browsersOf({ works }: AssetWork, view: StageView): readonly Artifact[] {
  return works.flatMap((work) =>
    installsOf(work).flatMap((task) => {
      const { cwd } = task
      const source = cwd === undefined ? undefined : view.contextPath(`${cwd}/package.json`)
      const manifest = source === undefined ? undefined : readManifest(view.project, source)
      const found =
        cwd === undefined || manifest === undefined
          ? []
          : homeDownloads(work, task, cwd, manifest, view)
      return found.map(({ path, evidence }) => ({
        path,
        isFolder: true,
        after: work.command.step.instruction,
        evidence: [evidence],
      }))
    }),
  )
}
