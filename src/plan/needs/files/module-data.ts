import type { Facts } from '../../../facts/facts.ts'
import { needsOfModule, withoutMajor } from '../../../knowledge/go-modules/module-needs.ts'
import type { FileNeed } from '../seen/file-need.ts'
import type { Seen, SeenProgram } from '../seen/seen-program.ts'

/** The folders of modules that look for files beside their own sources, as they lie in the module cache: https://go.dev/ref/mod#module-cache */
export function moduleDataNeeds({ programs }: Seen, facts: Facts): readonly FileNeed[] {
  return programs.flatMap((program) =>
    readersOf(program).flatMap(({ name, evidence }) => {
      const path = folderInCache(name, program, facts)
      return path === undefined ? [] : [{ contextPath: undefined, path, isFolder: true, evidence }]
    }),
  )
}

/** The imports of modules that read beside their sources, and whose folder is not known: no go.mod names it, or a mount hides it. */
export const unknownModuleData = ({ programs }: Seen, facts: Facts) =>
  programs
    .flatMap((program) =>
      readersOf(program).filter(({ name }) => folderInCache(name, program, facts) === undefined),
    )
    .at(0)

const readersOf = ({ graph, go }: SeenProgram) =>
  go === undefined
    ? []
    : graph.packages.flatMap(({ name: importPath, path, at }) =>
        needsOfModule(importPath).flatMap(({ name, row }) =>
          row.readsOwnSources === true ? [{ name, evidence: { path, ...at } }] : [],
        ),
      )

function folderInCache(name: string, { go }: SeenProgram, { final }: Facts): string | undefined {
  const required = go?.module?.requires.find(({ path }) => withoutMajor(path) === name)
  if (required === undefined || !/^v\d/.test(required.version)) return undefined
  const [gopath = '/go'] = (final.end.env.get('GOPATH') ?? '/go').split(':')
  const cache = final.end.env.get('GOMODCACHE') ?? `${gopath}/pkg/mod`
  const isMounted = final.steps.some(({ instruction }) =>
    instruction.flags.some(
      (flag) => flag.name === 'mount' && flag.value?.includes(gopath) === true,
    ),
  )
  // https://go.dev/ref/mod#module-proxy: capitals are small ones behind an exclamation mark.
  const escaped = required.path.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`)
  return isMounted ? undefined : `${cache}/${escaped}@${required.version}`
}
