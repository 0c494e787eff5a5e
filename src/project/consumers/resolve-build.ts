import path from 'node:path'
import type { ResolveBuild, WrittenBuild } from './build-use.ts'
import { hasVariable } from './interpolate.ts'
import type { ProjectCache } from '../project-cache.ts'

/** Docker's defaults: the context is `base`, the Dockerfile is in the context, and may be written `dockerfile`. */
export function resolveBuild(
  base: string,
  build: WrittenBuild,
  cache: ProjectCache,
): ReturnType<ResolveBuild> {
  const { context: written = '.', dockerfile: name } = build
  if (!isLocalPath(written) || (name !== undefined && !isLocalPath(name))) return undefined
  const context = path.resolve(base, written)
  if (name !== undefined) return { context, dockerfile: path.resolve(context, name) }
  const entries = cache.entries(context)
  const lower = !entries.has('Dockerfile') && entries.has('dockerfile')
  return { context, dockerfile: path.join(context, lower ? 'dockerfile' : 'Dockerfile') }
}

/** False for what names no path beside the file: a URL, `github.com/x/y`, standard input, or an unknown variable. */
export function isLocalPath(written: string): boolean {
  return !/^([a-z+-]+:|git@|github\.com\/|-$)/.test(written) && !hasVariable(written)
}
