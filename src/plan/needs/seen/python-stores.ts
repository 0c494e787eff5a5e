import { placeOf } from '../../../facts/evidence.ts'
import { pypiPackage, pypiPackagesOfModule } from '../../../knowledge/pypi-packages/index.ts'
import type { SeenProgram } from './seen-program.ts'

/** What of Python's packages keeps files by itself, as a sentence: 'app.py:3 loads streamlit, which keeps files ...'. */
export function pythonStore(programs: readonly Pick<SeenProgram, 'graph'>[]): string | undefined {
  for (const { graph } of programs)
    for (const { path, imports } of graph.modules) {
      if (!path.endsWith('.py')) continue
      for (const { specifier, at } of imports) {
        const [module = ''] = specifier.split(/[.:]/, 1)
        const kept = keptBy(module)
        if (kept !== undefined)
          return `${placeOf({ path, ...at })} loads ${module}, which keeps ${kept}`
      }
    }
  return undefined
}

/** What the package behind a module keeps by itself, and where; undefined where nothing is known of it. */
function keptBy(module: string): string | undefined {
  for (const name of pypiPackagesOfModule(module)) {
    const { keeps, downloads, writesAnywhere = false } = pypiPackage(name) ?? {}
    const kept = keeps ?? downloads ?? (writesAnywhere ? 'files where only a run shows' : undefined)
    if (kept !== undefined) return kept
  }
  return undefined
}
