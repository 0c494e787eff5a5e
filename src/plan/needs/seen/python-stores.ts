import { placeOf } from '../../../facts/evidence.ts'
import { storeOfModule } from '../../../knowledge/python-stores.ts'
import type { SeenProgram } from './seen-program.ts'

/** What of Python's packages keeps files by itself, as a sentence: 'app.py:3 loads streamlit, which keeps files ...'. */
export function pythonStore(programs: readonly Pick<SeenProgram, 'graph'>[]): string | undefined {
  for (const { graph } of programs)
    for (const { path, imports } of graph.modules) {
      if (!path.endsWith('.py')) continue
      for (const { specifier, at } of imports) {
        const [module = ''] = specifier.split(/[.:]/, 1)
        const keeps = storeOfModule(module)
        if (keeps !== undefined)
          return `${placeOf({ path, ...at })} loads ${module}, which ${keeps}`
      }
    }
  return undefined
}
