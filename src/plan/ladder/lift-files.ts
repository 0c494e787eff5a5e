import { placeOf } from '../../facts/evidence.ts'
import { isBroughtBy, type Copy } from '../../facts/stages/copy.ts'
import type { Facts } from '../../facts/facts.ts'
import { folderOf, isWithin, outermostPaths } from '../../facts/image-path.ts'
import type { FileNeed } from '../needs/seen/file-need.ts'
import type { FileGap } from '../needs/files/file-gaps.ts'
import type { Artifact, FullSplit } from '../split.ts'

/** The split with files that the runtime stage lacked: each comes from the builder, below the line that brings it there. The same where none can. */
export function liftFiles(
  split: FullSplit,
  lacks: readonly FileNeed[],
  { final, contextPath }: Facts,
): FullSplit {
  const present = split.artifacts.filter(
    ({ path, isFolder }) => !isFolder && contextPath(path) !== undefined,
  )
  const folders = foldersOfMany(lacks, present, final.end.workdir ?? '/')
  const wanted = [...lacks, ...folders]
  const outermost = new Set(outermostPaths(wanted.map(({ path }) => path)))
  const last = final.steps.findLast(({ instruction }) => instruction.keyword === 'RUN')
  const isTaken = (path: string) => split.artifacts.some((artifact) => artifact.path === path)
  const artifacts = wanted.flatMap(
    ({ contextPath, path, isFolder, evidence, maker: own }): readonly Artifact[] => {
      const copy = final.copies.findLast(({ paths }) =>
        paths.some(({ target, isFolder: isDeep }) =>
          isDeep ? isWithin(path, target) : target === path || isWithin(target, path),
        ),
      )
      const maker = own ?? (contextPath === undefined ? last : copy?.step)?.instruction
      return maker === undefined || !outermost.has(path) || isTaken(path)
        ? []
        : [{ path, isFolder, after: maker, evidence: [evidence] }]
    },
  )
  if (artifacts.length === 0) return split
  const { change } = split
  return {
    ...split,
    artifacts: [
      ...split.artifacts.filter(
        (artifact) =>
          !folders.some((folder) => isWithin(artifact.path, folder.path)) &&
          !(present.includes(artifact) && artifacts.some((lifted) => brings(lifted, artifact))),
      ),
      ...artifacts,
    ],
    change: {
      ...change,
      evidence: [...change.evidence, ...artifacts.flatMap(({ evidence }) => evidence)],
    },
  }
}

/** A folder brings a file of the context as it is, where it is. */
const brings = (folder: Artifact, { path, target, owner }: Artifact) =>
  folder.isFolder && isWithin(path, folder.path) && target === undefined && owner === undefined

/** The split with the author's own copies in the runtime stage, too: the last rung. */
export function liftCopies(
  split: FullSplit,
  copies: readonly Copy[],
  { evidence, what }: FileGap,
  { contextPath, final }: Facts,
): FullSplit {
  const { artifacts, change, placeCopy } = split
  const does = {
    interprets: 'runs what finds its sources by their names',
    hides: 'runs what is not read',
    reads: 'reads what only a run shows',
    loads: 'loads what only a run shows',
  }[what]
  // The builder does without those that none of its commands follows.
  const last = final.steps.findLast(({ instruction }) => instruction.keyword === 'RUN')
  const leaving = copies.filter(
    ({ step }) => what === 'interprets' || step.index > (last?.index ?? -1),
  )
  return {
    ...split,
    artifacts: artifacts.filter(
      ({ path: item }) => contextPath(item) === undefined || !isBroughtBy(item, leaving),
    ),
    placeCopy: (copy) => (copies.includes(copy) ? 'both' : placeCopy(copy)),
    change: {
      ...change,
      why: `${change.why} The files of the context come along: ${placeOf(evidence)} ${does}.`,
      evidence: [...change.evidence, evidence],
    },
  }
}

/** `config` where two of its files come along: it is more likely to be right, and reads better, than the two. Not the work folder itself. */
function foldersOfMany(
  lacks: readonly FileNeed[],
  present: readonly Artifact[],
  workdir: string,
): readonly FileNeed[] {
  const files = lacks.filter(({ isFolder, contextPath }) => !isFolder && contextPath !== undefined)
  const folders = new Set(files.map(({ path }) => folderOf(path)))
  return [...folders].flatMap((folder) => {
    const [first, ...more] = files.filter(({ path }) => folderOf(path) === folder)
    const isAlone = more.length === 0 && !present.some(({ path }) => folderOf(path) === folder)
    return first === undefined || isAlone || isWithin(workdir, folder)
      ? []
      : [{ ...first, contextPath: folderOf(first.contextPath ?? ''), path: folder, isFolder: true }]
  })
}
