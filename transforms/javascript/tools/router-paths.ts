import {
  nameOf,
  ownValue,
  parseSource,
  resolvePath,
  stringOf,
  walk,
} from '../../../src/transform.ts'
import { readFile } from '../stage-view.ts'
import { majorOf, type ToolCall } from './call.ts'

/** Packages of routers, and what of them keeps the page behind a `#`, or in memory: the path is always that of index.html. */
const routers: Readonly<Record<string, RegExp | undefined>> = {
  'react-router-dom': /^(HashRouter|createHashRouter|MemoryRouter|createMemoryRouter)$/,
  'react-router': /^(HashRouter|createHashRouter|MemoryRouter|createMemoryRouter)$/,
  'vue-router': /^(createWebHashHistory|createMemoryHistory)$/,
  '@solidjs/router': /^(HashRouter|MemoryRouter)$/,
  '@angular/router': undefined,
  wouter: undefined,
  '@reach/router': undefined,
  'preact-router': undefined,
  'svelte-routing': undefined,
  '@tanstack/react-router': undefined,
}

/** What of them is for paths. */
const ofPaths =
  /^(BrowserRouter|createBrowserRouter|StaticRouter|unstable_HistoryRouter|createWebHistory)$/

/** The router whose pages have paths of their own; undefined where there is none, or the sources name only routers that do without. */
export function pathRouter(call: ToolCall): string | undefined {
  const name = Object.keys(routers).find((item) => call.manifest?.dependencies.has(item) === true)
  const inHash = name === undefined ? undefined : ownValue(routers, name)
  if (name === undefined || inHash === undefined) return name
  const { names, modes } = namesFrom(call, name)
  if (names.some((item) => ofPaths.test(item))) return name
  // Version 3 of Vue's takes the hash unless it is told: https://v3.router.vuejs.org/api/#mode
  if (name === 'vue-router' && (majorOf(call, name) ?? 4) < 4)
    return names.includes('default') && !modes.includes('history') ? undefined : name
  return names.some((item) => inHash.test(item)) ? undefined : name
}

/** What the project's sources import of a package, by its own name (`HashRouter as Router`), and the modes that they name. */
function namesFrom({ view, cwd }: ToolCall, module: string) {
  const names: string[] = []
  const modes: string[] = []
  const folder = view.contextPath(resolvePath(cwd, 'src') ?? '')
  const files = folder === undefined ? [] : view.project.files(folder)
  for (const file of files.filter((path) => /\.[cm]?[jt]sx?$/.test(path))) {
    const text = readFile(view, view.imagePath(file) ?? '')
    const program = text?.includes(module) === true ? parseSource(file, text) : undefined
    if (program === undefined) continue
    walk(program, true, (node) => {
      if (node.type === 'ImportDeclaration' && node.source.value === module)
        for (const one of node.specifiers)
          names.push(one.type === 'ImportSpecifier' ? (nameOf(one.imported) ?? '') : 'default')
      if (node.type === 'Property' && nameOf(node.key) === 'mode')
        modes.push(stringOf(node.value) ?? 'history')
      return true
    })
  }
  return { names, modes }
}
