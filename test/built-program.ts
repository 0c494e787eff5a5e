import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** What users run. */
export const program = join(root, 'bin/msb-migrate.js')

/** Builds dist where it is older than the sources. Type errors are for `npm run check` to find; the build stands in spite of them. */
export function buildOnce(): void {
  const built = join(root, 'dist/src/cli/main.js')
  const newest = Math.max(...['src', 'transforms'].flatMap(timesBelow))
  if (existsSync(built) && timeOf(built) > newest) return
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root })
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
