import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { Surroundings } from '../migrate/surroundings.ts'

/**
 * Where the journals lie: in the user's folder for what a program keeps from run to run. That is XDG_STATE_HOME where it is set, else what the system has
 * for it (https://specifications.freedesktop.org/basedir-spec/latest/, ~/Library/Application Support, %LOCALAPPDATA%). Undefined where the user has no home.
 */
export function journalPlace(
  env: Surroundings['env'],
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const named = absolute(env['XDG_STATE_HOME'])
  if (named !== undefined) return join(named, 'msb-migrate', 'undo')
  const local = platform === 'win32' ? absolute(env['LOCALAPPDATA']) : undefined
  if (local !== undefined) return join(local, 'msb-migrate', 'undo')
  const home = absolute(env['HOME']) ?? absolute(homeOfUser())
  return home && join(home, ...statePath(platform), 'msb-migrate', 'undo')
}

function statePath(platform: NodeJS.Platform): readonly string[] {
  switch (platform) {
    case 'win32':
      return ['AppData', 'Local']
    case 'darwin':
      return ['Library', 'Application Support']
    default:
      return ['.local', 'state']
  }
}

function absolute(path: string | undefined): string | undefined {
  return path !== undefined && isAbsolute(path) ? path : undefined
}

/** Some users, those of containers among them, have no entry in the system's book. */
function homeOfUser(): string | undefined {
  try {
    return homedir()
  } catch {
    return undefined
  }
}
