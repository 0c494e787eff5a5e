import {
  type Facts,
  type StageFacts,
  composerCommandsOf,
  type ComposerCommand,
} from '../../src/transform.ts'
import { findAppFolder } from './app/app-folder.ts'
import { extensionWorkOf, type ExtensionWork } from './app/extension-work.ts'
import { phpOf, type PhpImage } from './app/image.ts'
import { startOf, type PhpStart } from './app/start.ts'
import { webRootOf } from './app/web-root.ts'

/** What every part of the transform asks of a PHP image's file. Read-only, gathered once. */
export interface PhpApp {
  readonly facts: Facts
  /** The stage that becomes the image. */
  readonly stage: StageFacts
  readonly image: PhpImage
  readonly start: PhpStart
  /** The folder of the application in the image: '/var/www/html'; undefined where no copy brings one. */
  readonly folder: string | undefined
  /** The same in the build context, '' for its root; undefined where the folder is not copied from one place. */
  readonly source: string | undefined
  /** What the web server serves: '/var/www/html/public'; undefined for programs without one, or where it can't be told. */
  readonly webRoot: string | undefined
  /** Every composer command of every RUN, in order. */
  readonly composer: readonly ComposerCommand[]
  /** Commands that compile, install or enable extensions, in order. */
  readonly extensions: readonly ExtensionWork[]
}

/** Gathers what is known of a file's PHP; undefined where its image has none. */
export function readApp(facts: Facts): PhpApp | undefined {
  const stage = facts.final
  const image = phpOf(stage)
  if (image === undefined) return undefined
  const start = startOf(facts)
  const composer = composerCommandsOf(stage)
  const folder = findAppFolder(facts, composer)
  return {
    facts,
    stage,
    image,
    start,
    folder,
    source: folder === undefined ? undefined : facts.contextPath(folder),
    webRoot: webRootOf(facts, start, folder),
    composer,
    extensions: extensionWorkOf(stage),
  }
}
