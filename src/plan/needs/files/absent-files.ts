import { posix } from 'node:path'
import type { Copy } from '../../../facts/stages/copy.ts'
import type { Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { baseName, folderOf, isWithin } from '../../../facts/image-path.ts'
import { absolutePath } from '../../../programs/path-value.ts'
import { isEmbedded } from '../../../programs/readers/go/embed.ts'
import type { PathUse, SourceFacts } from '../../../programs/source-facts.ts'
import { isLeftOutOfGit } from '../../../project/git/left-out-of-git.ts'
import type { FullSplit } from '../../split.ts'
import { usagesOf } from '../../uses/image-demands.ts'
import { viewOf } from '../../view/stage-view.ts'
import { pathsInWords, processesOf } from '../seen/entries.ts'
import { isOfTools } from '../seen/file-need.ts'
import type { Seen, SeenProgram } from '../seen/seen-program.ts'

/** A file that the program reads, that git leaves out and that is not here: a COPY of a folder around it brings it to who has it. */
export interface AbsentFile {
  /** Absolute, in the image. */
  readonly path: string
  /** In the context. */
  readonly file: string
  readonly copy: Copy
  readonly evidence: Evidence
}

/** The files that the program does not do without, as far as that can be seen, and that nothing else brings. */
export function absentFiles(
  { artifacts, placeCopy, withoutBuilder }: FullSplit,
  seen: Seen,
  facts: Facts,
): readonly AbsentFile[] {
  if (withoutBuilder) return []
  const { project, final } = facts
  const written = writtenPaths(seen)
  const mounts = usagesOf(facts).flatMap((usage) => usage.mounts)
  const view = viewOf(final, facts)
  const found = wantedOf(seen, facts)
    .flatMap(({ path, evidence, isNamed }) =>
      placesInContext(path, facts).map((place) => ({ ...place, path, evidence, isNamed })),
    )
    .filter(
      ({ path, file, isNamed }) =>
        !project.isFile(file) &&
        !project.isFolder(file) &&
        !project.isIgnored(file) &&
        isLeftOutOfGit(file, project) &&
        (!isNamed || isListed(file, facts)) &&
        !isOfTools(file) &&
        !written.some((other) => isWithin(path, other)) &&
        !mounts.some(({ target }) => isWithin(path, target)) &&
        !isMadeHere(file, view.has(path), facts) &&
        !artifacts.some((item) => item.isFolder && isWithin(path, item.path)) &&
        !final.copies.some(
          (copy) =>
            copy.paths.some(({ target, isFolder }) => isFolder && isWithin(path, target)) &&
            placeCopy(copy) !== 'build',
        ),
    )
  return [...new Map(found.map((item) => [item.path, item])).values()]
}

interface Wanted {
  /** Absolute, in the image. */
  readonly path: string
  readonly evidence: Evidence
  /** A text of the program that may be a path: only what .gitignore lists by its name is taken for one. */
  readonly isNamed: boolean
}

function wantedOf({ programs }: Seen, facts: Facts): readonly Wanted[] {
  const byCommands = processesOf(facts).flatMap((process) => {
    const evidence = process.via.at(-1)
    return evidence === undefined
      ? []
      : pathsInWords(process)
          .filter((path) => baseName(path).includes('.'))
          .map((path) => ({ path, evidence, isNamed: true }))
  })
  const byPrograms = programs.flatMap((program) =>
    program.graph.modules.flatMap((module) =>
      module.paths.flatMap((use) => wantedBy(use, module, program)),
    ),
  )
  return [...byCommands, ...byPrograms]
}

/** A file of variables may be missing, unless its reader says otherwise: what it says can be given to the container. */
function wantedBy(
  { use, value, at }: PathUse,
  module: SourceFacts,
  { entry, foldersOf, go }: SeenProgram,
): readonly Wanted[] {
  const isFatal = module.fatal?.has(at.line) === true
  const isVariables = baseName(value.path) === '.env'
  const isCandidate =
    (use === 'reads' || (use === 'names' && go !== undefined)) &&
    value.base !== 'unknown' &&
    !value.isPrefix &&
    value.pattern === undefined &&
    baseName(value.path).includes('.') &&
    !/[*?[{%]|\.(log|go)$/.test(value.path) &&
    (!isVariables || isFatal)
  if (!isCandidate || (go !== undefined && isEmbedded(value.path, module.path, go.embedded)))
    return []
  return foldersOf(module.path).flatMap((ownFolder) => {
    const path = absolutePath(value, { cwd: entry.cwd, ownFolder })
    const isNamed = use === 'names' && !isFatal
    return path === undefined ? [] : [{ path, evidence: { path: module.path, ...at }, isNamed }]
  })
}

/** Where the copies of folders would have it from. */
const placesInContext = (path: string, { final }: Facts) =>
  final.copies.flatMap((copy) =>
    copy.paths.flatMap(({ source, isFolder, target }) =>
      isFolder && path !== target && isWithin(path, target)
        ? [{ file: posix.join(source, posix.relative(target, path)), copy }]
        : [],
    ),
  )

/** Whether .gitignore lists a file, or a folder around it, by its own name. */
function isListed(file: string, { project }: Facts): boolean {
  const names = (project.read('.gitignore') ?? '')
    .split('\n')
    .map((line) => line.trim().replace(/^\//, '').replace(/\/$/, ''))
  return names.some((name) => name !== '' && (isWithin(file, name) || baseName(file) === name))
}

/** A build whose work is not known may make what lies in a folder that is not here. */
const isMadeHere = (file: string, has: 'yes' | 'no' | 'unknown', { project }: Facts) =>
  has === 'yes' || (has === 'unknown' && file.includes('/') && !project.isFolder(folderOf(file)))

/** What the program itself makes, in whatever run. */
function writtenPaths({ programs, uses }: Seen): readonly string[] {
  const byTools = uses.flatMap(({ use, path }) => (use === 'writes' ? [path] : []))
  const byPrograms = programs.flatMap(({ graph, entry, foldersOf }) =>
    graph.modules.flatMap((module) =>
      module.paths.flatMap(({ use, value }) =>
        use === 'writes-file' || use === 'writes-folder'
          ? foldersOf(module.path).flatMap(
              (ownFolder) => absolutePath(value, { cwd: entry.cwd, ownFolder }) ?? [],
            )
          : [],
      ),
    ),
  )
  return [...byTools, ...byPrograms].filter((path) => path !== '/')
}
