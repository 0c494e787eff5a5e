import { isBuiltin } from 'node:module'
import type { Project } from '../../../src/transform.ts'
import { readModule, type ModuleFacts } from './module-facts.ts'
import { resolveModule, type Alias } from './resolve-module.ts'
import type { SourceLine } from './syntax.ts'

/** An import of a package. */
export interface PackageImport {
  readonly name: string
  readonly specifier: string
  readonly isCertain: boolean
  readonly path: string
  readonly at: SourceLine
}

/** The modules of the context that a program consists of, followed from its entry files. */
export interface ModuleGraph {
  readonly modules: readonly ModuleFacts[]
  readonly packages: readonly PackageImport[]
  /** Other files of the context that are imported: JSON. */
  readonly data: readonly string[]
  /** Why the modules are not all; undefined where they are. */
  readonly gap: string | undefined
}

const maxModules = 3000

export function readModules(
  entries: readonly string[],
  project: Project,
  aliases: readonly Alias[],
  env: (name: string) => string | undefined,
): ModuleGraph {
  const queue = [...entries]
  const seen = new Set(entries)
  const modules: ModuleFacts[] = []
  const packages: PackageImport[] = []
  const data: string[] = []
  let gap: string | undefined
  for (const path of queue) {
    if (!/\.[mc]?[jt]sx?$/.test(path) && !entries.includes(path)) {
      data.push(path)
      continue
    }
    const text = project.read(path)
    const module = text === undefined ? undefined : readModule(path, text, env)
    const isEmpty = entries.includes(path) && text?.trim() === ''
    if (module === undefined || isEmpty || modules.length >= maxModules) {
      gap ??= isEmpty ? `${path} is empty` : `${path} can not be read`
      continue
    }
    modules.push(module)
    for (const item of module.imports) {
      const target = resolveModule(item.specifier, path, project, aliases)
      if (target.kind === 'package' && !isBuiltin(item.specifier))
        packages.push({
          name: target.name,
          specifier: item.specifier,
          isCertain: item.isCertain,
          path,
          at: item.at,
        })
      if (target.kind !== 'file' || seen.has(target.path)) continue
      seen.add(target.path)
      queue.push(target.path)
    }
  }
  if (entries.length === 0) gap = 'the file that starts the program is not in the build context'
  return { modules, packages, data, gap }
}
