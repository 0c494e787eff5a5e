import type { Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import type { Copy } from '../../../facts/stages/copy.ts'
import { baseName } from '../../../facts/image-path.ts'
import { startsOf, startsPython } from './starts.ts'

/** What installs and tools of the developer run, and no program imports. */
const ofTools = /^(setup|noxfile|fabfile|conftest)\.py$/

/** The author's copies that bring sources of Python, where the container runs it: it finds modules, settings and plug-ins by their names. */
export const pythonCopies = (facts: Facts): readonly Copy[] =>
  startsPython(facts)
    ? facts.final.copies.filter(
        ({ from, paths }) =>
          from === undefined &&
          paths.some(({ source, isFolder }) =>
            (isFolder ? facts.project.files(source) : [source]).some(isSource),
          ),
      )
    : []

const isSource = (path: string) => path.endsWith('.py') && !ofTools.test(baseName(path))

/** The line that starts a program of Python; undefined where the container starts none. */
export const startOfPython = (facts: Facts): Evidence | undefined =>
  startsPython(facts) ? startsOf(facts).flat().at(0)?.via.at(-1) : undefined
