import { posix } from 'node:path'
import type { Evidence } from '../../../facts/evidence.ts'
import { placeOf } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { baseName, isWithin, resolvePath } from '../../../facts/image-path.ts'
import { absolutePath } from '../../../programs/path-value.ts'
import { isLeftOutOfGit } from '../../../project/git/left-out-of-git.ts'
import type { FullSplit } from '../../split.ts'
import type { Seen } from '../seen/seen-program.ts'

const name = '.env'

/**
 * A file of variables that git leaves out and that is not here, where the program reads it and a COPY of its folder would bring it: the image of who
 * builds it with the file has it, and that of a clone has none. As a sentence to accept.
 */
export function unseenVariables(
  answer: FullSplit,
  seen: Seen,
  facts: Facts,
): { readonly why: string; readonly evidence: Evidence } | undefined {
  const { project } = facts
  const reader = readersOf(seen, facts).find(
    ({ file, path }) =>
      !project.isFile(file) &&
      !project.isIgnored(file) &&
      isLeftOutOfGit(file, project) &&
      !comesAlong(path, answer, facts),
  )
  if (reader === undefined || isGiven(facts)) return undefined
  const { evidence } = reader
  return {
    why: `${placeOf(evidence)} reads ${name}, which .gitignore keeps out of this folder: what it says is given to the container (\`--env-file\`), not built into the image.`,
    evidence,
  }
}

/** With all of its folder, whether it is there or not. */
const comesAlong = (path: string, { artifacts, placeCopy }: FullSplit, { final }: Facts) =>
  artifacts.some((item) => item.isFolder && isWithin(path, item.path)) ||
  final.copies.some((copy) => copy.isWholeContext && placeCopy(copy) !== 'build')

interface Reader {
  /** Absolute, in the image. */
  readonly path: string
  /** In the context, whether it is there or not. */
  readonly file: string
  readonly evidence: Evidence
}

/** Modules that load the file by its own name, or by a package that does. */
function readersOf({ programs, packages }: Seen, facts: Facts): readonly Reader[] {
  const byPackage = packages.map(({ row, cwd, evidence }) => ({
    path: row.files?.includes(name) === true || row.named?.test(name) === true ? cwd : undefined,
    evidence,
  }))
  const byCall = programs.flatMap(({ graph, entry, foldersOf }) =>
    graph.modules.flatMap(({ path: module, paths }) =>
      paths.flatMap(({ use, value, at }) =>
        use === 'reads' && baseName(value.path) === name
          ? foldersOf(module).map((ownFolder) => ({
              path: absolutePath(value, { cwd: entry.cwd, ownFolder }),
              evidence: { path: module, ...at },
            }))
          : [],
      ),
    ),
  )
  const named = byPackage.map(({ path, evidence }) => ({
    path: path === undefined ? undefined : resolvePath(path, name),
    evidence,
  }))
  return [...named, ...byCall].flatMap(({ path, evidence }) =>
    path === undefined
      ? []
      : wholeFolders(facts).flatMap((folder) =>
          isWithin(path, folder) ? [{ path, file: posix.relative(folder, path), evidence }] : [],
        ),
  )
}

/** Where all of the context is copied to. */
const wholeFolders = ({ final }: Facts) =>
  final.copies.flatMap(({ isWholeContext, destination }) =>
    isWholeContext ? (destination ?? []) : [],
  )

/** Whether somebody gives a container such a file, or every variable that an example of one names. */
function isGiven({ project }: Facts): boolean {
  const usages = project.usages()
  if (usages.some(({ envFiles }) => envFiles.length > 0)) return true
  const given = new Set(usages.flatMap(({ environment }) => environment))
  const wanted = project
    .list('')
    .filter((file) => /^(\.env|env|\.?example)\b.*(example|sample|template|env|dist)$/.test(file))
    .flatMap((file) => (project.read(file) ?? '').match(/^\w+(?==)/gm) ?? [])
  return given.size > 0 && wanted.length > 0 && wanted.every((variable) => given.has(variable))
}
