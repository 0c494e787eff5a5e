import { copyOf } from '../../dockerfile/copy.ts'
import type { Instruction } from '../../dockerfile/instruction.ts'
import { expandWord } from '../../dockerfile/words/variables.ts'
import type { Project } from '../../project/project.ts'
import { baseName, isWithin, resolvePath } from '../image-path.ts'
import type { Step } from './step.ts'
import { systemFolders } from '../../knowledge/images/image-folders.ts'

/** A file or folder that a COPY or ADD brings from the build context, and where it puts it. */
export interface CopiedPath {
  /** Relative to the context; '' is the whole context. */
  readonly source: string
  readonly isFolder: boolean
  /** Absolute path in the image; of a folder, where its contents go. */
  readonly target: string
}

/** A COPY or ADD instruction, understood. */
export interface Copy {
  readonly step: Step
  /** The stage or image of `--from`; undefined for the build context. */
  readonly from: string | undefined
  /** As written, variables resolved where known. */
  readonly sources: readonly string[]
  /** Absolute; undefined where a variable in it is not known. */
  readonly destination: string | undefined
  /** Its destination ends in a slash or is a folder by its name, or it has several sources. */
  readonly saysFolder: boolean
  /**
   * The instructions above that make the folder it copies into, where nothing else says that it is one: without them a file would take
   * its name. Empty where a slash says so, or where the base image has the folder.
   */
  readonly folderMadeBy: readonly Instruction[]
  /** What comes from the context; empty for `--from`, URLs and here-documents. */
  readonly paths: readonly CopiedPath[]
  /** Sources that match nothing in the context. */
  readonly missing: readonly string[]
  /** Brings the context's root itself: `COPY . .` */
  readonly isWholeContext: boolean
  /** ADD of a URL or a git repository. */
  readonly isRemote: boolean
  /** ADD of a local archive: it is unpacked. */
  readonly unpacks: boolean
  readonly hasHeredoc: boolean
  readonly chown: string | undefined
}

const remote = /^(https?|ftp|git|ssh):\/\/|^git@/
const archive = /\.(tar|tar\.(gz|bz2|xz|zst)|tgz|tbz2?|txz)$/

/** Folders of an image, each with the instructions that make it; none where the base image has it. */
export type Folders = ReadonlyMap<string, readonly Instruction[]>

/**
 * Reads a COPY or ADD. `folders` are the image's folders known so far: a file that is copied onto one goes into it.
 * https://docs.docker.com/reference/dockerfile/#destination
 */
export function readCopy(step: Step, project: Project, escape: '\\' | '`', folders: Folders): Copy {
  const written = copyOf(step.instruction)
  const expand = (raw: string) => expandWord(raw, step.variable, escape)
  const sources = written.sources.map((raw) => expand(raw) ?? raw)
  const to = expand(written.destination)
  const destination = to === undefined ? undefined : resolvePath(step.workdir, to)
  const from = written.from === undefined ? undefined : (expand(written.from) ?? written.from)
  const isAdd = step.instruction.keyword === 'ADD'
  const saysFolder = /(^|\/)\.{0,2}$/.test(to ?? '') || sources.length > 1
  const intoFolder = saysFolder || (destination !== undefined && folders.has(destination))
  const paths: CopiedPath[] = []
  const missing: string[] = []
  for (const source of from === undefined ? sources : []) {
    if (remote.test(source)) continue
    const found = project.match(pathInContext(source))
    if (found.length === 0) missing.push(source)
    if (destination === undefined) continue
    for (const path of found) {
      const isFolder = path === '' || project.isFolder(path)
      const many = intoFolder || found.length > 1
      paths.push({
        source: path,
        isFolder,
        target: written.parents
          ? (resolvePath(destination, path) ?? destination)
          : isFolder || !many
            ? destination
            : (resolvePath(destination, baseName(path)) ?? destination),
      })
    }
  }
  return {
    step,
    from,
    sources,
    destination,
    saysFolder,
    folderMadeBy: saysFolder ? [] : [...(folders.get(destination ?? '') ?? [])],
    paths,
    missing,
    isWholeContext: paths.some((path) => path.source === ''),
    isRemote: isAdd && sources.some((source) => remote.test(source)),
    unpacks: isAdd && sources.some((source) => !remote.test(source) && archive.test(source)),
    hasHeredoc: step.instruction.heredocs.length > 0,
    chown: written.chown,
  }
}

/** Whether one of these copies brings a path of the image, by itself or in a folder. */
export function isBroughtBy(path: string, copies: readonly Copy[]): boolean {
  return copies.some(({ paths }) =>
    paths.some(({ target, isFolder }) => (isFolder ? isWithin(path, target) : path === target)),
  )
}

const reversed = new WeakMap<readonly Copy[], readonly CopiedPath[]>()

/** All that copies bring, the last one first. */
function lastFirst(copies: readonly Copy[]): readonly CopiedPath[] {
  const known = reversed.get(copies)
  if (known !== undefined) return known
  const found = copies.flatMap(({ paths }) => paths).reverse()
  reversed.set(copies, found)
  return found
}

/** Where a path of the context stands in the image after these copies; the last one wins. */
export function imagePathOf(copies: readonly Copy[], source: string): string | undefined {
  for (const path of lastFirst(copies)) {
    if (path.source === source) return path.target
    if (path.isFolder && (path.source === '' || source.startsWith(`${path.source}/`)))
      return resolvePath(
        path.target,
        path.source === '' ? source : source.slice(path.source.length + 1),
      )
  }
  return undefined
}

/** The path of the context that a path in the image was copied from; undefined where no copy brings it. */
export function contextPathOf(
  copies: readonly Copy[],
  path: string,
  project: Project,
): string | undefined {
  for (const copied of lastFirst(copies)) {
    if (!copied.isFolder) {
      if (copied.target === path) return copied.source
      // A folder into which only some of its files were copied; not one that the image has by itself.
      const below =
        !systemFolders.has(path) && isWithin(copied.target, path)
          ? copied.target.slice(path === '/' ? 0 : path.length)
          : undefined
      if (below !== undefined && `/${copied.source}`.endsWith(below))
        return copied.source.slice(0, Math.max(0, copied.source.length - below.length))
      continue
    }
    if (!isWithin(path, copied.target)) continue
    const below =
      path === copied.target ? '' : path.slice(copied.target === '/' ? 1 : copied.target.length + 1)
    const source = [copied.source, below].filter((part) => part !== '').join('/')
    if (source === '' || project.isFile(source) || project.isFolder(source)) return source
  }
  return undefined
}

/** A file of the context at its place in the image. */
export interface CopiedFile {
  /** Absolute, in the image. */
  readonly path: string
  readonly source: string
}

/** The files of the context that copies put into a folder of the image or below it, sorted by their place. */
export function filesCopiedInto(
  copies: readonly Copy[],
  folder: string,
  project: Project,
): readonly CopiedFile[] {
  const found = new Map<string, CopiedFile>()
  for (const { source, isFolder, target } of copies.flatMap(({ paths }) => paths)) {
    if (!isFolder) {
      if (isWithin(target, folder)) found.set(target, { path: target, source })
      continue
    }
    if (!isWithin(target, folder) && !isWithin(folder, target)) continue
    const below = isWithin(folder, target)
      ? folder.slice(target === '/' ? 1 : target.length + 1)
      : ''
    const from = [source, below].filter((part) => part !== '').join('/')
    for (const file of project.files(from)) {
      const path = resolvePath(target, source === '' ? file : file.slice(source.length + 1))
      if (path !== undefined) found.set(path, { path, source: file })
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** A source as COPY names it, relative to the context: 'a' for './a' and for '/a'; '' for the context itself. */
export function pathInContext(source: string): string {
  return (resolvePath('/', source) ?? '/').slice(1)
}
