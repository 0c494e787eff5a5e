import type { Facts } from '../../../facts/facts.ts'
import { isWithin, resolvePath } from '../../../facts/image-path.ts'
import type { ModuleGraph } from '../../../programs/module-graph.ts'
import { needAt, type FileNeed } from '../seen/file-need.ts'
import { givenSettings } from '../seen/given-settings.ts'
import { pathsIn } from '../../../programs/path-text.ts'

/**
 * The files of the context that ENV, whoever runs the image and the commands of the container name: `ENV GOOGLE_APPLICATION_CREDENTIALS=/app/key.json`,
 * `NODE_CONFIG_DIR=./settings`, compose's `TEMPLATES: ./tpl`. Whoever reads the variable may be a package.
 */
export function settingNeeds(facts: Facts, graphs: readonly ModuleGraph[]): readonly FileNeed[] {
  const { workdir } = facts.final.end
  const modules = graphs.flatMap((graph) => graph.modules.map(({ path }) => path))
  const read = new Set(
    graphs.flatMap((graph) =>
      graph.modules.flatMap(({ gaps }) => gaps.flatMap(({ variable }) => variable ?? [])),
    ),
  )
  // What the base image names it has itself.
  const named = givenSettings(facts).flatMap(
    ({ name, value, evidence, isOfBase, cwd = workdir }) =>
      isOfBase
        ? []
        : pathsOf(value, isOfPaths.test(name) || read.has(name)).map((text) => ({
            text,
            evidence,
            cwd,
          })),
  )
  return named.flatMap(({ text, evidence, cwd }) => {
    const path = resolvePath(cwd, text)
    if (path === undefined || isWithin(workdir ?? '/', path)) return []
    const need = needAt(path, evidence, facts)
    const { contextPath } = need ?? {}
    // A folder of sources that are built, or that come along by themselves.
    const isOfProgram =
      need?.isFolder === true &&
      modules.some((module) => isWithin(module, contextPath ?? facts.contextPath(path) ?? module))
    return need === undefined || isOfProgram ? [] : [need]
  })
}

/** Names of variables whose value is a path, be it a word alone: `STATIC_DIR=web`. */
const isOfPaths =
  /(^|_)(DIR|DIRECTORY|FOLDER|PATH|ROOT|FILE|STATIC|PUBLIC|ASSETS|TEMPLATES|VIEWS|MIGRATIONS|LOCALES)$/i

const pathsOf = (value: string, isPath: boolean): readonly string[] =>
  isPath && /^[\w-]+$/.test(value) ? [value] : pathsIn(value)
