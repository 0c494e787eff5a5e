import {
  resolvePath,
  type Evidence,
  type PhpFacts,
  readSource,
  runtimeSources,
} from '../../../src/transform.ts'
import type { DevNames } from './dev-names.ts'
import type { ComposerProject } from './project.ts'

/** A place of the sources that needs a dev package. */
export interface DevUse {
  /** 'composer.json' for what `autoload-dev` brings. */
  readonly package: string
  /** 'Faker', 'dump()'. */
  readonly name: string
  readonly evidence: Evidence
}

/** The first place in the sources which run time may load that names something of the dev packages; undefined where there is none. */
export function findDevUse(
  { view, folder, manifest }: ComposerProject,
  names: DevNames,
  withSeeds: boolean,
): DevUse | undefined {
  const root = view.contextPath(folder)
  if (root === undefined || manifest === undefined) return undefined
  const { namespaces, paths } = manifest.autoloadDev
  const without = [...[...namespaces.values()].flat(), ...paths].flatMap((path) => {
    const place = resolvePath(`/${root}`, path)
    return place === undefined || place === `/${root}` ? [] : [place.slice(1)]
  })
  const words = new Set([
    ...names.namespaces.map(({ prefix }) => prefix.slice(0, prefix.indexOf('\\'))),
    ...[...names.functions.keys()].map((name) => name.slice(name.lastIndexOf('\\') + 1)),
  ])
  if (words.size === 0) return undefined
  // Most files name none of them; these need not be parsed.
  const any = new RegExp(`\\b(${[...words].join('|')})\\b`, 'i')
  for (const path of runtimeSources(view.project, root, { withSeeds, without })) {
    // Which bundles are loaded is decided by the environment: bundles.ts.
    if (path.endsWith('config/bundles.php')) continue
    const text = view.project.read(path)
    if (text === undefined || !any.test(text)) continue
    const facts = readSource(view.project, path, root)
    const use = facts === undefined ? undefined : useIn(facts, names)
    if (use !== undefined) return { ...use, evidence: { path, line: use.line, text: use.name } }
  }
  return undefined
}

function useIn(
  { imports, functions }: PhpFacts,
  names: DevNames,
): { readonly package: string; readonly name: string; readonly line: number } | undefined {
  for (const { specifier, value, at } of imports) {
    const lower = `${specifier.toLowerCase()}\\`
    const found = names.namespaces.find(({ prefix }) => lower.startsWith(prefix))
    const from = found?.package ?? names.functions.get(specifier.toLowerCase())
    if (value === undefined && from !== undefined)
      return { package: from, name: specifier, line: at.line }
  }
  for (const [name, { line }] of functions) {
    const from = names.functions.get(name)
    if (from !== undefined) return { package: from, name: `${name}()`, line }
  }
  return undefined
}
