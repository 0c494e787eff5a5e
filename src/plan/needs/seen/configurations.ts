import type { Facts } from '../../../facts/facts.ts'
import { beforePattern, folderOf, resolvePath } from '../../../facts/image-path.ts'
import { needsOfPackage } from '../../../knowledge/npm-packages/index.ts'
import type { ModuleGraph } from '../../../programs/module-graph.ts'
import { absolutePath } from '../../../programs/path-value.ts'
import type { Entry } from './entries.ts'
import type { PackageNeed } from './package-needs.ts'

/** A file of the context that a package loads as its configuration. */
interface Configuration {
  readonly source: string
  readonly entry: Entry
}

/** The configuration that a package looks for in the folder it runs in, or that its call names: `--knexfile db/knexfile.js`. */
export function configurationsOf(
  { row, cwd, process, evidence }: PackageNeed,
  { contextPath, project }: Facts,
): readonly Configuration[] {
  const { configurations } = row
  if (configurations === undefined) return []
  const named = (process?.args ?? []).flatMap((arg) => arg?.replace(/^--?[\w-]+=/, '') ?? [])
  return [...configurations, ...named].flatMap((name): readonly Configuration[] => {
    const path = resolvePath(cwd, name)
    const source = path === undefined ? undefined : contextPath(path)
    // What is no module loads nothing.
    if (path === undefined || source === undefined || /\.(ya?ml|json|toml)$/.test(source)) return []
    if (!project.isFile(source)) return []
    const folder = row.runsBesideConfiguration === true ? folderOf(path) : cwd
    return [{ source, entry: { path, cwd: folder, evidence } }]
  })
}

/** A source of TypeScript, and no declarations. */
export const isTypeScript = (path: string): boolean => /(?<!\.d)\.[cm]?ts$/.test(path)

/** What compiles the configuration of a tool reads of the project: tsconfig.json, .babelrc. */
export function compilerNeeds(need: PackageNeed, facts: Facts): readonly PackageNeed[] {
  const { row, cwd, process, evidence } = need
  if (process === undefined || row.compiles === true) return []
  const isCompiled = configurationsOf(need, facts).some(({ source }) => isTypeScript(source))
  const rows = isCompiled ? needsOfPackage('ts-node') : []
  return rows.map((own) => ({ name: 'ts-node', row: own, cwd, evidence }))
}

/** A folder with more modules than this is no folder of migrations. */
const mostModules = 500

/** The modules that a configuration names, alone or by their folder: settings, migrations. The package loads them as they are. */
export function modulesNamedBy(
  { modules }: ModuleGraph,
  { cwd }: Entry,
  { contextPath, imagePath, project }: Facts,
): readonly string[] {
  return modules.flatMap((module) => {
    const own = imagePath(module.path)
    return module.paths.flatMap(({ value }) => {
      const path = absolutePath(value, { cwd, ownFolder: own && folderOf(own) })
      const named = path === undefined ? '' : (contextPath(beforePattern(path)) ?? '')
      if (named === '') return []
      const files = project.isFile(named) ? [named] : project.files(named)
      const sources = files.filter((file) => /\.[cm]?[jt]s$/.test(file))
      return sources.length > mostModules ? [] : sources
    })
  })
}
