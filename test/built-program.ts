import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** What users run. */
export const program = join(root, 'bin/msb-migrate.js')

/** Bundles the program where that is older than the sources. Type errors are for `npm run check` to find. */
export function buildOnce(): void {
  const built = join(root, 'dist/bundle/main.js')
  const newest = Math.max(...['src', 'transforms'].flatMap(timesBelow))
  if (existsSync(built) && timeOf(built) > newest) return
  const { status } = spawnSync('npx', ['rolldown', '-c', 'rolldown.config.ts'], { cwd: root })
  if (status !== 0) throw new Error('the program can not be bundled')
}

function timesBelow(folder: string): readonly number[] {
  const entries = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  return entries
    .filter((name) => name.endsWith('.ts'))
    .map((name) => timeOf(join(root, folder, name)))
}

function timeOf(path: string): number {
  return statSync(path).mtimeMs
}
