import type { Leaving } from '../../../src/transform.ts'
import type { PhpApp } from '../app.ts'
import { appFilesOf } from '../app/app-files.ts'
import type { Part } from '../parts/part.ts'

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
    leaves: isCalled ? [] : [node],
    placeCommand: (command) => (setup.isSetup(command) ? (isCalled ? 'both' : 'build') : undefined),
    placeCopy: (copy) => (setup.isSetupCopy(copy) ? (isCalled ? 'both' : 'build') : undefined),
  }
}
