import { isWithin, type Copy, type Rewrite } from '../../../src/transform.ts'
import { targetOf } from '../parts/conf-of-site.ts'
import type { Site } from '../app.ts'

/** A site that no command of the file touches: its COPY instructions name nginx's folder instead, and there is nothing to build. */
export interface CopiedSite {
  readonly rewrites: readonly Rewrite[]
}

/** Undefined where the files are made, or come in a way that one COPY can't repeat. */
export function readCopiedSite(site: Site, isBuilt: boolean): CopiedSite | undefined {
  const { facts, added, output } = site
  if (isBuilt || added !== undefined || output !== undefined) return undefined
  const rewrites: Rewrite[] = []
  for (const copy of facts.final.copies) {
    const { instruction } = copy.step
    const line = copyLine(copy, site)
    if (line === undefined) return undefined
    if (line !== '') rewrites.push({ instruction, text: line })
  }
  return rewrites.length === 0 ? undefined : { rewrites }
}

/** The COPY as it has to be for nginx, '' where it brings nothing of the site; undefined where it can't be said. */
function copyLine(copy: Copy, site: Site): string | undefined {
  const { folder, facts } = site
  const { instruction } = copy.step
  if (copy.destination === undefined || copy.hasHeredoc || copy.unpacks || copy.isRemote)
    return undefined
  if (copy.from !== undefined) return undefined
  const target = targetOf(site)
  const { destination } = copy
  if (isWithin(destination, folder)) {
    if (copy.sources.some((source) => /\s/.test(source))) return undefined
    const below = destination === folder ? '' : destination.slice(folder.length)
    const slash = copy.sources.length > 1 || copy.paths.some(({ isFolder }) => !isFolder) ? '/' : ''
    return `${instruction.keyword} ${copy.sources.join(' ')} ${target}${below}${slash}`
  }
  if (!isWithin(folder, destination)) return ''
  const source = facts.contextPath(folder)
  const path = copy.paths.find((item) => item.isFolder && isWithin(folder, item.target))
  if (path === undefined) return ''
  return source === undefined || source === '' || /\s/.test(source)
    ? undefined
    : `${instruction.keyword} ${source} ${target}`
}
