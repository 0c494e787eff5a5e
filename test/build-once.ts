import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Builds dist before the first test where it is older than the sources: a few tests run the program as users do. */
export default function buildOnce(): void {
  const built = join(root, 'dist/src/cli/main.js')
  const newest = Math.max(...['src', 'transforms'].flatMap(timesBelow))
  if (existsSync(built) && timeOf(built) > newest) return
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const run = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(`The build failed:\n${run.stdout}${run.stderr}`)
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
