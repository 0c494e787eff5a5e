import type { Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { folderOf, resolvePath } from '../../../facts/image-path.ts'
import { needAt, type FileNeed } from '../seen/file-need.ts'
import type { Seen, SeenProgram } from '../seen/seen-program.ts'

/** The nearest package.json above each module: it says how node reads it. https://nodejs.org/api/packages.html#determining-module-system */
export function manifestNeeds({ programs }: Seen, facts: Facts): readonly FileNeed[] {
  const folders = new Map<string, Evidence>()
  for (const { graph, foldersOf, entry, go } of programs)
    for (const { path } of go === undefined ? graph.modules : [])
      if (isModule(path))
        for (const folder of foldersOf(path))
          if (!folders.has(folder)) folders.set(folder, entry.evidence)
  return [...folders].flatMap(([folder, evidence]) => {
    for (const above of foldersAbove(folder)) {
      const need = needAt(resolvePath(above, 'package.json'), evidence, facts)
      if (need !== undefined) return [need]
    }
    return []
  })
}

/** Where a package that a module imports may be: modules that run as they are find it in the folders above them. */
export function packagePaths({ graph, foldersOf, built }: SeenProgram) {
  if (built !== undefined) return []
  return graph.packages.flatMap(({ name, path, at }) =>
    foldersOf(path)
      .flatMap(foldersAbove)
      .flatMap((folder) => {
        const target = resolvePath(folder, `node_modules/${name}`)
        return target === undefined ? [] : [{ path: target, evidence: { path, ...at } }]
      }),
  )
}

/** Whether Node can load a file as a module, or what is compiled to one. */
export const isModule = (path: string): boolean => /\.[cm]?[jt]sx?$/.test(path)

function foldersAbove(folder: string): readonly string[] {
  return folder === '/' ? ['/'] : [folder, ...foldersAbove(folderOf(folder))]
}
