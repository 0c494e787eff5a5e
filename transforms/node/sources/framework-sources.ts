import { resolvePath } from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'

const maxFiles = 600
const aside =
  /(^|\/)(node_modules|\.\w[^/]*|public|static|dist|build|out|coverage|tests?|__tests__|__mocks__|e2e|cypress|stories|scripts|docs)\/|(^|\/)\.[^/]+$|\.(test|spec|stories|config|d)\.[^/]+$/

/** The modules of a framework's app: pages, routes and what they use; no tests, no configuration. Paths of the context. */
export function frameworkSources({ view, root }: NodeApp): readonly string[] {
  const folder = view
    .contextPath(resolvePath(root, 'package.json') ?? '')
    ?.replace(/\/?package\.json$/, '')
  if (folder === undefined) return []
  const below = (path: string) => (folder === '' ? path : path.slice(folder.length + 1))
  return view.project
    .files(folder)
    .filter((path) => /\.[mc]?[jt]sx?$/.test(path) && !aside.test(below(path)))
    .slice(0, maxFiles)
    .filter((path) => (view.project.read(path)?.trim() ?? '') !== '')
}
