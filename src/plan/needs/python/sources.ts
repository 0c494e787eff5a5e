import type { Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import type { Copy } from '../../../facts/stages/copy.ts'
import { baseName, isTransient } from '../../../facts/image-path.ts'
import { isPythonManifest } from '../../../knowledge/python-manifests.ts'
import { startsOf, startsPython } from './starts.ts'

/** What builds of pages and tools of the developer read, and what people do. */
const beside =
  /(^|\/)((noxfile|fabfile|conftest)\.py|README[\w.-]*|LICEN[CS]E[\w.-]*|package(-lock)?\.json|yarn\.lock|pnpm-lock\.yaml)$/

/**
 * The author's copies that a program of Python needs which the container runs: it finds modules, settings and plug-ins by their names, and data
 * by paths that it makes. Not those of what an install reads, nor of what goes to a folder for scraps.
 */
export const pythonCopies = (facts: Facts): readonly Copy[] =>
  startsPython(facts)
    ? facts.final.copies.filter(
        ({ from, paths, destination }) =>
          from === undefined &&
          !isTransient(destination ?? '/') &&
          paths.some(({ source, isFolder }) =>
            isFolder ? mayHold(source, facts) : !isOfInstalls(source),
          ),
      )
    : []

const isOfInstalls = (path: string) => isPythonManifest(path) || beside.test(path)

/** A folder with pages to build (package.json) has sources of another language, unless there are some of Python, too. */
function mayHold(folder: string, { project }: Facts): boolean {
  const files = project.files(folder)
  const own = files.filter((path) => !isOfInstalls(path))
  return (
    own.some((path) => path.endsWith('.py')) ||
    (own.length > 0 && !files.some((path) => baseName(path) === 'package.json'))
  )
}

/** The line that starts a program of Python; undefined where the container starts none. */
export const startOfPython = (facts: Facts): Evidence | undefined =>
  startsPython(facts) ? startsOf(facts).flat().at(0)?.via.at(-1) : undefined
