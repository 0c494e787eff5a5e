import { pathFolders } from '../../knowledge/images/image-folders.ts'
import { effectsOf } from '../effects/effects.ts'
import { folderOf, isWithin, resolvePath } from '../image-path.ts'
import { findStage, type StageFacts } from './stage-facts.ts'

/** Paths of an image that stand for others. */
export interface Links {
  /** Symbolic links, each with the path that it leads to. */
  readonly links: ReadonlyMap<string, string>
  /** Files of a folder of PATH, each with the one that a RUN copied there. */
  readonly copies: ReadonlyMap<string, string>
}

const known = new WeakMap<StageFacts, Links>()

/** What the RUNs of a stage link, and copy into folders of PATH; what it takes from other stages is looked for there. */
export function linksOf(stage: StageFacts, stages: readonly StageFacts[]): Links {
  const found = known.get(stage) ?? gather(stage, stages)
  known.set(stage, found)
  return found
}

function gather(stage: StageFacts, stages: readonly StageFacts[]): Links {
  const parent = stage.parent === undefined ? undefined : linksOf(stage.parent, stages)
  const links = new Map(parent?.links)
  const copies = new Map(parent?.copies)
  for (const { from, sources, destination } of stage.copies) {
    const other =
      from === undefined ? undefined : findStage(stages.slice(0, stage.stage.index), from)
    if (other === undefined || destination === undefined) continue
    const theirs = linksOf(other, stages)
    for (const source of sources.flatMap((word) => resolvePath('/', word) ?? [])) {
      // A link that is named itself is followed; those of a folder stay links.
      for (const [path, to] of theirs.links)
        if (path !== source && isWithin(path, source))
          links.set(moved(path, source, destination), to)
      for (const [path, origin] of [...theirs.copies, ...theirs.links])
        if (path === source && pathFolders.includes(folderOf(path)))
          copies.set(pathFolders.includes(destination) ? path : destination, origin)
    }
  }
  for (const effect of stage.commands.flatMap((command) => effectsOf(command) ?? [])) {
    if (effect.kind !== 'creates' || effect.from === undefined) continue
    if (effect.isLink === true) links.set(effect.path, effect.from)
    else if (!effect.isFolder && pathFolders.includes(folderOf(effect.path)))
      copies.set(effect.path, effect.from)
  }
  return { links, copies }
}

const moved = (path: string, from: string, to: string) =>
  resolvePath(to, path.slice(from.length + 1)) ?? path

const mostLinks = 20

/** Where a path is once the links on its way are followed; as it is where there are none. */
export function realPath(path: string, { links }: Links): string {
  if (links.size === 0) return path
  let real = path
  for (let i = 0; i < mostLinks; i++) {
    const link = aboveOf(real).find((folder) => links.has(folder))
    const to = link === undefined ? undefined : links.get(link)
    if (link === undefined || to === undefined || isWithin(to, link)) return real
    real = resolvePath(to, real.slice(link.length + 1)) ?? to
  }
  return path
}

/** A path and the folders above it, the outermost first. */
function aboveOf(path: string): readonly string[] {
  const parts = path.split('/').slice(1)
  return parts.map((_, i) => `/${parts.slice(0, i + 1).join('/')}`)
}

/** The path that has the contents of another: behind links, and of what a RUN copied. */
export function originOf(path: string, links: Links): string {
  const real = realPath(path, links)
  const origin = links.copies.get(real)
  return origin === undefined ? real : realPath(origin, links)
}

/** '/usr/local/bin/tool leads to /root/.tool/bin/tool, where only root may look', of the first program that lies in root's home folder. */
export function linkToRoot({
  final,
  stages,
}: {
  readonly final: StageFacts
  readonly stages: readonly StageFacts[]
}): string | undefined {
  const all = linksOf(final, stages)
  for (const path of all.links.keys()) {
    const to = realPath(path, all)
    if (pathFolders.includes(folderOf(path)) && isWithin(to, '/root'))
      return `${path} leads to ${to}, where only root may look`
  }
  return undefined
}
