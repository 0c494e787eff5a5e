import { lineEvidence, type Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import {
  baseName,
  folderOf,
  isTransient,
  isWithin,
  resolvePath,
} from '../../../facts/image-path.ts'
import { programsBeside } from '../../../facts/programs-beside.ts'
import { absolutePath } from '../../../programs/path-value.ts'
import { processesOf } from './entries.ts'
import type { FileNeed } from './file-need.ts'
import type { Seen } from './seen-program.ts'

type Words = readonly (string | undefined)[]

/** What git is asked about the repository that it stands in: https://git-scm.com/docs */
const asks = new Set(
  'rev-parse describe log show rev-list shortlog blame branch tag status diff diff-tree diff-index name-rev ls-files ls-tree cat-file for-each-ref show-ref symbolic-ref merge-base reflog remote fetch pull push checkout switch reset stash archive add commit worktree submodule whatchanged grep count-objects'.split(
    ' ',
  ),
)

/** The folder of git's data that comes with the sources, where the container asks git about them: `git rev-parse HEAD`. */
export function repositoriesOf(
  seen: Pick<Seen, 'programs' | 'packages'>,
  facts: Facts,
): readonly FileNeed[] {
  const asked = [...askedByPrograms(seen), ...askedByPackages(seen), ...askedByCommands(facts)]
  return [
    ...asked.flatMap(({ folder, evidence }) => dataAbove(folder, evidence, facts) ?? []),
    ...copiedByName(facts),
  ]
}

/** Who copies the folder by its own name wants git to be asked about it. */
const copiedByName = ({ final }: Facts): readonly FileNeed[] =>
  final.copies.flatMap(({ sources, destination, step }): readonly FileNeed[] =>
    destination !== undefined && sources.some((source) => baseName(source) === '.git')
      ? [
          {
            ...{ contextPath: undefined, path: destination, isFolder: true },
            evidence: lineEvidence(step.instruction),
          },
        ]
      : [],
  )

/** Packages that ask git about the folder that they run in. */
const askedByPackages = ({ packages }: Pick<Seen, 'packages'>): readonly Asked[] =>
  packages.flatMap(({ row, cwd, evidence }) =>
    row.programs === 'git' && row.files?.includes('.git') === true
      ? [{ folder: cwd, evidence }]
      : [],
  )

interface Asked {
  readonly folder: string | undefined
  readonly evidence: Evidence
}

const askedByPrograms = ({ programs }: Pick<Seen, 'programs'>): readonly Asked[] =>
  programs.flatMap(({ graph, entry, foldersOf }) =>
    graph.modules.flatMap(({ path, programs: started }) =>
      started.flatMap(({ name, args, cwd, at }): readonly Asked[] => {
        if (!isAsked(name, args)) return []
        const [ownFolder] = foldersOf(path)
        const folder =
          cwd === undefined ? entry.cwd : absolutePath(cwd, { cwd: entry.cwd, ownFolder })
        return [{ folder: namedFolder(args, folder), evidence: { path, ...at } }]
      }),
    ),
  )

const askedByCommands = (facts: Facts): readonly Asked[] =>
  processesOf(facts).flatMap((process): readonly Asked[] => {
    const evidence = process.via.at(-1)
    const calls = [process, ...programsBeside(process)]
    return calls.flatMap(({ name, args }) =>
      evidence === undefined || name === undefined || !isAsked(name, args)
        ? []
        : [{ folder: namedFolder(args, process.cwd), evidence }],
    )
  })

const isAsked = (name: string, args: Words) =>
  baseName(name) === 'git' && asks.has(args[verbOf(args)] ?? '')

/** Behind `-C folder` and `-c key=value`. */
function verbOf(args: Words): number {
  let at = 0
  while (args[at]?.startsWith('-') === true) at += args[at] === '-C' || args[at] === '-c' ? 2 : 1
  return at
}

function namedFolder(args: Words, cwd: string | undefined): string | undefined {
  const at = args.indexOf('-C')
  if (at < 0 || at > verbOf(args)) return cwd
  const named = args[at + 1]
  return named === undefined ? undefined : resolvePath(cwd, named)
}

/** git looks for its data in a folder and all above it: what the author's copies bring of it. What is not known is taken for the work folder. */
function dataAbove(
  folder: string | undefined,
  evidence: Evidence,
  { contextPath, project, final }: Facts,
): FileNeed | undefined {
  const start = folder ?? final.end.workdir ?? '/'
  if (isTransient(start)) return undefined
  for (let above = start; ; above = folderOf(above)) {
    const path = `${above === '/' ? '' : above}/.git`
    const inContext = contextPath(path)
    const isFolder = inContext !== undefined && project.isFolder(inContext)
    if (inContext !== undefined && (isFolder || project.isFile(inContext)))
      return { contextPath: inContext, path, isFolder, evidence }
    if (above === '/' || !isWithin(above, '/')) return undefined
  }
}
