import type { Launcher } from './launcher.ts'
import { makeLauncher } from './make.ts'
import { otherFiles } from './other-files.ts'
import { otherTexts, shellFiles, shellStrings } from './shell-launchers.ts'
import { supervisorLaunchers } from './supervisors/index.ts'
import { systemLaunchers, unreadRunners, waiters } from './system-launchers.ts'

/** What needs no ecosystem: asked before the ecosystems' rows. A script that the file copies is read before a row goes by its name. */
export const firstLaunchers: readonly Launcher[] = [
  waiters,
  shellStrings,
  otherTexts,
  shellFiles,
  ...systemLaunchers,
  ...supervisorLaunchers,
  makeLauncher,
  unreadRunners,
]

/** Asked after the ecosystems' rows. */
export const lastLaunchers: readonly Launcher[] = [otherFiles]
