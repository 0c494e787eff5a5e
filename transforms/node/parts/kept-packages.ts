import type { NodeApp } from '../app.ts'
import { isDevDependency } from '../../javascript/manifest.ts'
import type { Program } from '../sources/program.ts'

/** Why the dev dependencies stay: the framework's configuration, which the start reads again, imports one. Undefined where they can go. */
export function keptDevDependencies(
  { manifest, lock }: NodeApp,
  { configGraph: graph, frameworks }: Program,
): string | undefined {
  const configured = frameworks.filter(({ framework }) => framework.config !== undefined)
  if (configured.length === 0) return undefined
  const imported = graph.packages.find(
    ({ name, isCertain }) =>
      isCertain && isDevDependency(manifest, name) && lock?.isDevOnly(name) !== false,
  )
  if (imported !== undefined)
    return `${imported.path}:${imported.at.line} imports ${imported.name}, a dev dependency`
  // https://nextjs.org/docs/app/api-reference/config/typescript#type-checking-nextconfigts: next start compiles it with typescript.
  const typed = graph.modules.find(({ path }) => /(^|\/)next\.config\.ts$/.test(path))
  return typed !== undefined && isDevDependency(manifest, 'typescript')
    ? `${typed.path} is compiled with typescript, a dev dependency, at the start`
    : undefined
}
