import { resolvePath, type RunCommand, type ComposerCommand } from '../../../src/transform.ts'
import type { StageView } from '../../javascript/stage-view.ts'
import { frameworkOf, type Framework } from '../frameworks/index.ts'
import { isIdle } from './command-leavings.ts'
import { readComposerLock, type ComposerLock } from './lock.ts'
import { readComposerManifest, type ComposerManifest } from './manifest.ts'

/** A folder of the image with a composer.json, and what composer does there. */
export interface ComposerProject {
  readonly view: StageView
  /** In the image. */
  readonly folder: string
  /** Undefined where no copy brings it: then nothing is known of what composer installs. */
  readonly manifest: ComposerManifest | undefined
  readonly lock: ComposerLock | undefined
  readonly framework: Framework | undefined
  /** In order. */
  readonly commands: readonly ComposerCommand[]
  /** Absolute. */
  readonly vendor: string
}

/** The projects that composer works in, in the order in which it comes to them; a command whose folder is not known belongs to none. */
export function composerProjects(
  commands: readonly ComposerCommand[],
  view: StageView,
): readonly ComposerProject[] {
  const working = commands.filter(
    ({ isGlobal, name }) => !isGlobal && name !== undefined && !isIdle(name),
  )
  const folders = [...new Set(working.flatMap(({ folder }) => folder ?? []))]
  return folders.map((folder) => {
    const manifest = readComposerManifest(view, folder)
    return {
      view,
      folder,
      manifest,
      lock: readComposerLock(view, folder),
      framework: frameworkOf({ view, folder, manifest }),
      commands: working.filter((command) => command.folder === folder),
      vendor: resolvePath(folder, manifest?.vendorDir ?? 'vendor') ?? `${folder}/vendor`,
    }
  })
}

const installing = new Set(['install', 'update', 'require', 'remove', 'create-project'])

/** Whether a command puts packages in place. */
export const isInstalling = ({ name }: ComposerCommand) =>
  name !== undefined && installing.has(name)

/** Whether an install leaves the dev packages out, by its flag or by COMPOSER_NO_DEV; undefined where that can't be told. */
export function leavesDevOut({ name, args, command }: ComposerCommand): boolean | undefined {
  const flag = name === 'require' || name === 'remove' ? '--update-no-dev' : '--no-dev'
  if (args.includes(flag)) return true
  if (args.includes(undefined)) return undefined
  // https://getcomposer.org/doc/03-cli.md#composer-no-dev
  const set = variableOf(command, 'COMPOSER_NO_DEV')
  return set !== undefined && !/^(0|false|)$/.test(set)
}

export function variableOf(command: RunCommand, name: string): string | undefined {
  return command.assignments.has(name) ? command.assignments.get(name) : command.step.variable(name)
}
