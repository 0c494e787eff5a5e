import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The environment of all tests: what runs write down is not kept among what the user's own did. */
export function testEnvironment(): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'msb-test-state-'))
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true })
  })
  return { XDG_STATE_HOME: folder }
}
