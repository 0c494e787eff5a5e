import { sideStageOf, type SideAnswer } from '../../javascript/side-stage/side-stage.ts'
import type { StageView } from '../../javascript/stage-view.ts'
import type { PhpApp } from '../app.ts'
import { isInstalling, type ComposerProject } from '../composer/project.ts'
import type { AssetWork } from './asset-work.ts'
import { readsVendor } from './reads-vendor.ts'

/** Settings of PHP, its server and its packages, which mean nothing to Node. */
const variables = ['COMPOSER', 'PHP', 'APACHE', 'WEB_DOCUMENT', 'DEBIAN_']

/** The stage in which Node builds the assets while composer installs; undefined where they ask for PHP or its packages, or it has to stay in the builder. */
export function assetStageOf(
  app: PhpApp,
  view: StageView,
  assets: AssetWork,
  projects: readonly ComposerProject[],
): SideAnswer | undefined {
  const { stage, folder, composer } = app
  const installs = projects.some((project) => project.commands.some(isInstalling))
  if (folder === undefined || !installs || assets.isCalled) return undefined
  if (readsVendor(assets.works, view) !== undefined) return undefined
  const own = new Set(composer.map(({ command }) => command))
  return sideStageOf({ stage, folder, variables, isOwn: (command) => own.has(command) }, assets)
}
