import { resolvePath, type Evidence } from '../../../src/transform.ts'
import { classNamesIn } from '../source/class-names.ts'
import { runtimeSources } from '../source/php-files.ts'
import { tokensOf, type Token } from '../source/tokens.ts'
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
  const words = [
    ...names.namespaces.map(({ prefix }) => prefix.slice(0, prefix.indexOf('\\'))),
    ...names.functions.keys(),
  ]
  if (words.length === 0) return undefined
  // Most files name none of them; these need not be read word by word.
  const any = new RegExp(`\\b(${words.join('|')})\\b`, 'i')
  for (const path of runtimeSources(view.project, root, { withSeeds, without })) {
    // Which bundles are loaded is decided by the environment: bundles.ts.
    if (path.endsWith('config/bundles.php')) continue
    const text = view.project.read(path)
    if (text === undefined || !any.test(text)) continue
    const use = useIn(tokensOf(text), names)
    if (use !== undefined) return { ...use, evidence: { path, line: use.line, text: use.name } }
  }
  return undefined
}

function useIn(
  tokens: readonly Token[],
  names: DevNames,
): { readonly package: string; readonly name: string; readonly line: number } | undefined {
  for (const { name, line } of classNamesIn(tokens)) {
    const lower = `${name.toLowerCase()}\\`
    const found = names.namespaces.find(({ prefix }) => lower.startsWith(prefix))
    if (found !== undefined) return { package: found.package, name, line }
  }
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'name') continue
    const from = names.functions.get(token.text.toLowerCase().replace(/^\\/, ''))
    if (from !== undefined && isCall(tokens, at))
      return { package: from, name: `${token.text}()`, line: token.line }
  }
  return undefined
}

/** Whether a name is a function that is called: no method, and not its declaration. */
export function isCall(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  const next = tokens[at + 1]
  if (next?.kind !== 'sign' || next.text !== '(') return false
  if (before === undefined) return true
  if (before.kind === 'sign') return !/^(\?->|->|::)$/.test(before.text)
  return before.kind !== 'name' || !/^(function|new|fn)$/i.test(before.text)
}
