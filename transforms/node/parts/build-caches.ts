import { isWithin, resolvePath, type Artifact } from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import { majorOf } from '../../javascript/manifest.ts'
import { isProgram, type ProgramTask } from '../../javascript/task.ts'
import { runAtTheEnd } from './dev-dependencies.ts'

const cache = '.next/cache/webpack'

/**
 * Removes what only the next build would read from a folder that run time takes. Of Next.js' caches that is webpack's; `next start` reads
 * the others. https://nextjs.org/docs/app/guides/ci-build-caching
 */
export function dropBuildCache(app: NodeApp, artifacts: readonly Artifact[]): readonly string[] {
  const build = app.works
    .flatMap(({ tasks }) => tasks)
    .filter(isProgram)
    .findLast(({ name, args }) => name === 'next' && args[0] === 'build')
  const path = build?.cwd === undefined ? undefined : resolvePath(build.cwd, cache)
  if (build?.cwd === undefined || path === undefined || !usesWebpack(build, app)) return []
  const isTaken = artifacts.some((item) => item.isFolder && isWithin(path, item.path))
  const isGone = app.works.some(({ command }) =>
    /\.next\/cache/.test(command.step.instruction.text),
  )
  return isTaken && !isGone ? [runAtTheEnd(app, build.cwd, `rm -rf ${cache}`)] : []
}

/** Turbopack builds unless it is told otherwise since version 16: https://nextjs.org/docs/app/guides/upgrading/version-16 */
function usesWebpack({ args }: ProgramTask, { manifest }: NodeApp): boolean {
  const major = majorOf(manifest, 'next')
  if (args.some((arg) => arg !== undefined && /^--turbo(pack)?$/.test(arg))) return false
  return (major !== undefined && major < 16) || args.includes('--webpack')
}
