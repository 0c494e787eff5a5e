import { isLeftOutOfGit } from '../../project/git/left-out-of-git.ts'
import type { Project } from '../../project/project.ts'
import { contextPathOf, type CopiedPath, type Copy } from './copy.ts'
import { baseName, folderOf, isWithin, resolvePath } from '../image-path.ts'
import { findStage, type StageFacts } from './stage-facts.ts'

const maxDepth = 20

/**
 * The context's files as they reach a stage: its own copies, those of the stages it is built from, and those that
 * `COPY --from` carries over from a stage that keeps them where the context put them.
 */
export function copiesInto(
  stage: StageFacts,
  stages: readonly StageFacts[],
  project: Project,
  depth = 0,
): readonly Copy[] {
  if (depth > maxDepth) return []
  const inherited =
    stage.parent === undefined ? [] : copiesInto(stage.parent, stages, project, depth + 1)
  const own = stage.copies.map((copy) => {
    const source =
      copy.from === undefined ? undefined : findStage(stages.slice(0, stage.stage.index), copy.from)
    if (source === undefined) return copy
    return carryOver(copy, copiesInto(source, stages, project, depth + 1), project)
  })
  return [...inherited, ...own]
}

function carryOver(copy: Copy, available: readonly Copy[], project: Project): Copy {
  const { destination } = copy
  if (destination === undefined) return copy
  const paths = copy.sources.flatMap((source) => {
    const path = sourcePath(source, available, project)
    return available
      .flatMap((inner) => inner.paths)
      .flatMap((inner) => carryPath(inner, path, destination, copy.saysFolder, project))
  })
  return { ...copy, paths }
}

/** The path that a source of `COPY --from` names: a star behind the whole name of a file that the context has, or that git leaves out of it, takes that file. */
export function sourcePath(source: string, available: readonly Copy[], project: Project): string {
  const path = resolvePath('/', source) ?? '/'
  const file = path.endsWith('*') ? path.slice(0, -1) : path
  if (file === path || /[*?[]/.test(file)) return path
  const inContext = contextPathOf(available, file, project)
  if (inContext !== undefined) return project.isFile(inContext) ? file : path
  const folder = contextPathOf(available, folderOf(file), project)
  return folder !== undefined &&
    baseName(file).includes('.') &&
    isLeftOutOfGit([folder, baseName(file)].filter(Boolean).join('/'), project)
    ? file
    : path
}

/** What of a copied path lies at or below `path`, put under `destination`; a file copied onto a folder goes into it. */
function carryPath(
  inner: CopiedPath,
  path: string,
  destination: string,
  intoFolder: boolean,
  project: Project,
): readonly CopiedPath[] {
  const place = (isFolder: boolean) =>
    isFolder || !intoFolder
      ? destination
      : (resolvePath(destination, baseName(path)) ?? destination)
  if (inner.target === path) return [{ ...inner, target: place(inner.isFolder) }]
  if (isWithin(inner.target, path)) {
    const below = inner.target.slice(path === '/' ? 1 : path.length + 1)
    return [{ ...inner, target: resolvePath(destination, below) ?? destination }]
  }
  if (!inner.isFolder || !isWithin(path, inner.target)) return []
  const below = path.slice(inner.target === '/' ? 1 : inner.target.length + 1)
  const source = inner.source === '' ? below : `${inner.source}/${below}`
  const isFolder = project.isFolder(source)
  return isFolder || project.isFile(source) ? [{ source, isFolder, target: place(isFolder) }] : []
}
