import { rememberOf } from '../../../dockerfile/remember.ts'
import type { Evidence } from '../../../facts/evidence.ts'
import { baseName } from '../../../facts/image-path.ts'
import type { SourceFacts } from '../../../programs/source-facts.ts'

/** No file's name is longer: https://man7.org/linux/man-pages/man3/realpath.3.html */
const longestName = 255

/** The line that loads a module: the first whose specifier ends in a name that begins as the module's does. */
export function importOf(path: string, modules: readonly SourceFacts[]): Evidence | undefined {
  const stem = baseName(path).replace(/\.\w+$/, '')
  const found = linesIn(modules).get(stem)
  return found === undefined ? undefined : { path: found.path, ...found.at }
}

interface Line {
  readonly path: string
  readonly at: SourceFacts['imports'][number]['at']
}

/** The first import for each beginning of a name: every module of a program asks. */
const linesIn = rememberOf((modules: readonly SourceFacts[]): ReadonlyMap<string, Line> => {
  const names = new Set<string>()
  const lines = new Map<string, Line>()
  for (const { path, imports } of modules)
    for (const { specifier, at } of imports) {
      const name = baseName(specifier).slice(0, longestName)
      if (names.has(name)) continue
      names.add(name)
      const line = { path, at }
      for (let end = name.length; end >= 0; end--) {
        const beginning = name.slice(0, end)
        // The shorter ones of it are known, too.
        if (lines.has(beginning)) break
        lines.set(beginning, line)
      }
    }
  return lines
})
