import type { Launcher } from '../launcher.ts'
import { procfileRunners } from './procfile-runners.ts'
import { serviceFolders } from './service-folders.ts'
import { supervisord } from './supervisord.ts'

/** Programs that start several others by a file, or by a folder for each. */
export const supervisorLaunchers: readonly Launcher[] = [
  supervisord,
  procfileRunners,
  serviceFolders,
]
