import { refuse, type Refusal } from '../../../src/transform.ts'
import type { PhpApp } from '../app.ts'
import { appFilesOf } from '../app/app-files.ts'
import { processesOf } from '../app/processes.ts'
import type { Part } from '../parts/part.ts'

/** Node in a PHP image, and the assets that it builds. */
export function assetsPart(app: PhpApp): Part | Refusal {
  const { assets, assetStage } = appFilesOf(app)
  const early = refuseInstallAtStart(app)
  if (early !== undefined) return early
  if (assets === undefined) return {}
  const { setup, isCalled } = assets
  if (assetStage !== undefined) {
    const { stage, replaced } = assetStage
    return {
      leaves: ['Node'],
      placeCommand: (command) => (assets.commands.has(command) ? 'build' : undefined),
      placeInstruction: (instruction) => (replaced.has(instruction) ? 'nowhere' : undefined),
      sideStages: [stage],
    }
  }
  return {
    leaves: isCalled ? [] : ['Node'],
    placeCommand: (command) => (setup.isSetup(command) ? (isCalled ? 'both' : 'build') : undefined),
    placeCopy: (copy) => (setup.isSetupCopy(copy) ? (isCalled ? 'both' : 'build') : undefined),
  }
}

/** `npm install` in the script that starts the container. */
function refuseInstallAtStart(app: PhpApp): Refusal | undefined {
  for (const { name, args, via } of processesOf(app)) {
    if (name === undefined || !/^(npm|yarn|pnpm|bun)$/.test(name)) continue
    if (!/^(i|ci|install|add)$/.test(args[0] ?? (name === 'yarn' ? 'install' : ''))) continue
    const last = via.at(-1)
    const isOwn = last === undefined || last.path === 'Dockerfile'
    const who = isOwn ? `Line ${last?.line ?? '?'}` : `${last.path}:${last.line ?? '?'}`
    return refuse(
      'installs-at-start',
      `${who} runs ${[name, ...args].map((word) => word ?? '…').join(' ')} when the container starts; there is nothing that a builder stage could prepare for it.`,
      isOwn ? last?.line : undefined,
    )
  }
  return undefined
}
