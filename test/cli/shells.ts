import { spawnSync } from 'node:child_process'
import type { Shell } from '../../src/cli/completion/completion-table.ts'
import { runHere } from './surroundings.ts'

/** Whether a program is installed on this machine. */
export const has = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0

/** The script that completes for a shell. */
export async function scriptFor(shell: Shell): Promise<string> {
  return (await runHere(['completion', shell], { cwd: '/' })).stdout
}

/** Files whose names a shell has to quote, and a folder. */
export const oddFiles = {
  'a b.yaml': '',
  'c:d.yaml': '',
  "it's.yaml": '',
  'services/Dockerfile': '',
}
