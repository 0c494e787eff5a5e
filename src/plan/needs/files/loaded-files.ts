import type { Facts } from '../../../facts/facts.ts'
import type { FileNeed } from '../seen/file-need.ts'
import { foldersOf } from '../seen/module-folders.ts'
import { followerOf } from '../seen/see-programs.ts'
import type { Seen, SeenProgram } from '../seen/seen-program.ts'
import { isModule } from './beside-modules.ts'
import { fileNeedsOf } from './file-needs.ts'

/** More modules than a person would write into a folder of jobs or migrations. */
const mostFiles = 500

const followed = new WeakMap<Seen, Map<string, readonly FileNeed[]>>()

/**
 * What the modules load and read that a library is handed by their folder: jobs of a queue, migrations, services; among what is needed, and
 * what the new image has besides. The packages that they import are not asked for: scripts that browsers load are among them.
 */
export function loadedNeeds(
  needs: readonly FileNeed[],
  seen: Seen,
  facts: Facts,
  after: Facts,
): readonly FileNeed[] {
  const known = new Set(seen.programs.flatMap(({ graph }) => graph.modules.map(({ path }) => path)))
  const copied = after.final.copies.flatMap(({ from, sources, paths }) =>
    from === undefined
      ? paths.map(({ source }) => source)
      : sources.flatMap((source) => facts.contextPath(source) ?? []),
  )
  const places = [...needs.flatMap(({ contextPath }) => contextPath ?? []), ...copied]
  const files = [...new Set(places)]
    .filter((path) => path !== '' && !path.includes('node_modules'))
    .flatMap((path) => (facts.project.isFolder(path) ? facts.project.files(path) : [path]))
    .filter(
      (path) => /\.[cm]?js$/.test(path) && !path.includes('node_modules/') && !known.has(path),
    )
  // An image of Python or Go has JavaScript for browsers.
  const first = seen.programs.find(({ entry, graph }) =>
    [entry, ...graph.modules].some(({ path }) => isModule(path)),
  )
  if (first === undefined || files.length === 0 || files.length > mostFiles) return []
  const key = files.join('\n')
  const before = followed.get(seen) ?? new Map<string, readonly FileNeed[]>()
  const found = before.get(key) ?? follow(files, seen, first.entry.cwd, facts)
  followed.set(seen, before.set(key, found))
  return found
}

function follow(
  files: readonly string[],
  seen: Seen,
  cwd: string | undefined,
  facts: Facts,
): readonly FileNeed[] {
  const [path = ''] = files
  const program: SeenProgram = {
    entry: { path: facts.imagePath(path) ?? '/', cwd, evidence: { path, line: 1, text: path } },
    built: undefined,
    graph: { ...followerOf(facts)(cwd)(files), packages: [], gaps: [] },
    foldersOf: (module) => foldersOf(module, undefined, facts),
  }
  return fileNeedsOf({ ...seen, packages: [], uses: [], programs: [program] }, facts)
}
