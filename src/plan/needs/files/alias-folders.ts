import type { Facts } from '../../../facts/facts.ts'
import { resolvePath } from '../../../facts/image-path.ts'
import { pairs, record, texts } from '../../../project/loose-data.ts'
import { needAt, type FileNeed } from '../seen/file-need.ts'
import { manifestNear } from '../seen/package-needs.ts'
import type { Seen } from '../seen/seen-program.ts'

/**
 * What package.json says to module-alias: `"_moduleAliases": { "@settings": "settings" }`, folders of modules that no path leads to. A folder
 * that is compiled has its output beside it. https://github.com/ilearnio/module-alias#usage
 */
export function aliasNeeds({ programs }: Seen, facts: Facts): readonly FileNeed[] {
  return programs.flatMap(({ graph, entry, built }) => {
    const loader = graph.packages.find(({ name }) => name === 'module-alias')
    const manifest = loader === undefined ? undefined : manifestNear(entry.cwd, facts)
    if (loader === undefined || manifest === undefined) return []
    const json = record(facts.project.json(manifest))
    const folders = [
      ...pairs(record(json['_moduleAliases'])).values(),
      ...texts(json['_moduleDirectories']),
    ]
    const evidence = { path: loader.path, ...loader.at }
    return folders.flatMap((folder) => {
      const path = resolvePath(entry.cwd, folder)
      const need = path === built?.from ? undefined : needAt(path, evidence, facts)
      return need === undefined || need.contextPath === '' ? [] : [need]
    })
  })
}
