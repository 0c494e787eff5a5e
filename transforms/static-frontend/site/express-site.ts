import {
  absolutePath,
  bare,
  baseName,
  calleeOf,
  folderOf,
  importedAs,
  isWithin,
  majorOfRange,
  parseSource,
  portOf,
  readScopes,
  readValues,
  resolvePath,
  stringOf,
  type Binding,
  type SyntaxNode as Node,
} from '../../../src/transform.ts'
import { readFile, type StageView } from '../../javascript/stage-view.ts'
import { readArguments } from '../../javascript/start.ts'
import type { ProgramTask } from '../../javascript/task.ts'
import { isMiddleware, isPage, type Call, type Page, type Reading } from './express-middleware.ts'
import type { Fallback } from '../../javascript/tools/tool.ts'
import { loopbackIn } from '../../javascript/tools/servers/flags.ts'
import { anyOriginAsAsked } from '../../javascript/tools/headers.ts'
import {
  dotNames,
  dotPaths,
  everyPath,
  plainFiles,
  type Serving,
} from '../../javascript/tools/servers/serving.ts'

// const app = express()
// app.use(express.static(path.join(__dirname, 'build')))
// app.get('*', (req, res) => res.sendFile(path.join(__dirname, 'build', 'index.html')))
// app.listen(process.env.PORT || 3000)

/**
 * Reads an express program that only serves files of a folder of their own; undefined where a line does anything else. `version` is
 * that of express.
 */
export function readExpressSite(
  task: ProgramTask,
  view: StageView,
  version: string | undefined,
): Serving | undefined {
  if (task.name !== 'node' && task.name !== 'nodejs') return undefined
  const entry = readArguments(task.args).entry
  const file = entry === undefined ? undefined : resolvePath(task.cwd, entry)
  const path = [file, `${file ?? ''}.js`, `${file ?? ''}/index.js`].find(
    (name) => name !== undefined && readFile(view, name) !== undefined,
  )
  const program = path === undefined ? undefined : parseSource(path, readFile(view, path) ?? '')
  if (path === undefined || program === undefined || program.body.length === 0) return undefined
  const { top: scope } = readScopes(program)
  if (![...scope.names.values()].some(isExpress)) return undefined
  const { paths } = readValues(baseName(path), view.env)
  const reading: Reading = {
    pathOf: (node) => {
      const found = paths(node, scope)
      return found.length === 1 ? found[0] : undefined
    },
    portOf: (node) => (node === undefined ? undefined : portOf(paths(node, scope)[0]?.path ?? '')),
    scope,
    resolve: (value) =>
      value === undefined || value.isPrefix
        ? undefined
        : absolutePath(value, { cwd: task.cwd, ownFolder: folderOf(path) }),
    site: { cleanUrls: false, cors: false, hidden: hiddenBy(version) },
  }
  if (!program.body.every((statement) => isKnown(statement, reading))) return undefined
  const { folder, page, root, base = '/', port, cleanUrls, cors, hidden } = reading.site
  if (folder === undefined || port === undefined) return undefined
  // With the program in it, the folder holds what no web server hands out: the sources, the packages, files of secrets.
  if (isWithin(path, folder)) return undefined
  if (page !== undefined && (!isWithin(page.path, folder) || base !== '/')) return undefined
  // Of '/' alone a line says what express.static does anyway.
  if (root !== undefined && (base !== '/' || root !== resolvePath(folder, 'index.html')))
    return undefined
  return {
    ...plainFiles,
    label: baseName(path),
    by: 'program',
    port,
    folder,
    basePath: base,
    fallback: page === undefined ? plainFiles.fallback : fallbackTo(page, folder),
    cleanUrls,
    hidden,
    headers: cors ? anyOriginAsAsked : [],
    cwd: task.cwd,
    evidence: [
      ...task.evidence,
      { path: view.contextPath(path) ?? path, line: undefined, text: 'express.static' },
    ],
  }
}

function fallbackTo({ path, status }: Page, folder: string): Fallback {
  const page = path.slice(folder.length)
  return status === 404 ? { kind: 'not-found', page } : { ...everyPath, page }
}

/** Express 4 stands on serve-static 1, Express 5 on its version 2. https://expressjs.com/en/guide/migrating-5.html#express.static.dotfiles */
const hiddenBy = (version: string | undefined) =>
  (majorOfRange(version) ?? 5) < 5 ? dotNames : dotPaths

const isExpress = (binding: Binding) =>
  (binding?.kind === 'import'
    ? binding.from
    : binding?.kind === 'value'
      ? importedAs(binding.node, binding.scope)
      : undefined
  )?.module === 'express'

/** Whether a statement is one of those that an express program of files is made of. */
function isKnown(statement: Node, reading: Reading): boolean {
  switch (statement.type) {
    case 'ImportDeclaration':
    case 'EmptyStatement':
      return true
    case 'VariableDeclaration':
      return statement.declarations.every(
        ({ init }) => init === null || isValue(bare(init), reading),
      )
    case 'ExpressionStatement': {
      const expression = bare(statement.expression)
      // 'use strict'
      if (stringOf(expression) !== undefined) return true
      return expression.type === 'CallExpression' && isKnownCall(expression, reading)
    }
    default:
      return false
  }
}

/** A constant: a module, the application, a port, a path. */
function isValue(node: Node, { scope, pathOf, portOf: port }: Reading): boolean {
  if (node.type !== 'CallExpression') return node.type !== 'NewExpression'
  const callee = calleeOf(node.callee, scope)
  if (callee === undefined) return false
  if (callee.name === 'require' || callee.module === 'express' || callee.name === 'createServer')
    return true
  return port(node) !== undefined || (pathOf(node)?.base ?? 'unknown') !== 'unknown'
}

/** `listen(port, '127.0.0.1')` is for the container itself. */
const isHeardOutside = ({ arguments: [, host] }: Call) =>
  host === undefined || loopbackIn(stringOf(host)) === undefined

function isKnownCall(call: Call, reading: Reading): boolean {
  const callee = calleeOf(call.callee, reading.scope)
  if (callee?.object === 'console') return true
  if (callee?.module === 'dotenv' && callee.name === 'config') return true
  switch (callee?.name) {
    case 'listen':
      reading.site.port = reading.portOf(call.arguments[0])
      return reading.site.port !== undefined && isHeardOutside(call)
    case 'disable':
      return true
    case 'use':
      return isMiddleware(call, reading)
    case 'get':
    case 'all':
      return isPage(call, reading)
    default:
      return false
  }
}
