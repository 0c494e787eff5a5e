import {
  bare,
  calleeOf,
  nameOf,
  resolvePath,
  stringOf,
  type PathValue,
  type Scope,
  type SyntaxNode as Node,
} from '../../../src/transform.ts'
import { dotPaths, type HiddenPaths } from '../../javascript/tools/servers/serving.ts'

/** What an express program's lines come to. */
export interface ExpressSite {
  folder?: string
  /** What every path that is no file gets. */
  page?: Page
  /** What '/' gets, where a line says so. */
  root?: string
  base?: string
  hidden: HiddenPaths | undefined
  port?: number | undefined
  cleanUrls: boolean
  cors: boolean
}

/** A file that is sent, and with which status. */
export interface Page {
  readonly path: string
  readonly status: 200 | 404
}

export interface Reading {
  readonly scope: Scope
  /** The one path that an expression stands for. */
  readonly pathOf: (node: Node) => PathValue | undefined
  readonly portOf: (node: Node | undefined) => number | undefined
  readonly resolve: (value: PathValue | undefined) => string | undefined
  readonly site: ExpressSite
}

export type Call = Extract<Node, { type: 'CallExpression' }>

/** Middleware that changes nothing which a browser sees in a page. */
const quiet = /^(compression|morgan|response-time|serve-favicon|express-pino-logger|pino-http)$/

/** `app.use(express.static('build'))`, `app.use('/app', express.static('build'))`, `app.use(compression())` */
export function isMiddleware(call: Call, reading: Reading): boolean {
  const mount = stringOf(call.arguments[0])
  const handler = call.arguments[mount === undefined ? 0 : 1]
  if (handler === undefined) return false
  const value = bare(handler)
  if (value.type === 'ArrowFunctionExpression' || value.type === 'FunctionExpression')
    return mount === undefined && isEveryPage(value, reading)
  if (value.type !== 'CallExpression') return false
  const callee = calleeOf(value.callee, reading.scope)
  if (callee?.module === 'cors') {
    reading.site.cors = value.arguments.length === 0 && reading.site.folder === undefined
    return reading.site.cors
  }
  if (callee?.module !== undefined && quiet.test(callee.module)) return true
  if (callee?.module !== 'express' || callee.name !== 'static') return false
  const folder = reading.resolve(reading.pathOf(value.arguments[0] ?? value))
  // A page for every path that stands above leaves nothing for the files.
  if (folder === undefined || reading.site.folder !== undefined) return false
  if (reading.site.page !== undefined) return false
  if (mount !== undefined && mount !== '/') reading.site.base = `${mount.replace(/\/$/, '')}/`
  reading.site.folder = folder
  return areKnownOptions(value.arguments[1], reading.site)
}

function areKnownOptions(options: Node | undefined, site: ExpressSite): boolean {
  if (options === undefined) return true
  if (options.type !== 'ObjectExpression') return false
  return options.properties.every(
    (property) =>
      property.type === 'Property' &&
      isKnownOption(nameOf(property.key) ?? '', bare(property.value), site),
  )
}

/** https://expressjs.com/en/5x/api.html#express.static */
function isKnownOption(name: string, value: Node, site: ExpressSite): boolean {
  const words = value.type === 'ArrayExpression' ? value.elements.map(textOf) : [textOf(value)]
  switch (name) {
    case 'extensions':
      site.cleanUrls = true
      return words.length === 1 && words[0] === 'html'
    case 'index':
      return words.length === 1 && words[0] === 'index.html'
    case 'dotfiles':
      site.hidden =
        words[0] === 'allow' ? undefined : { ...dotPaths, isForbidden: words[0] === 'deny' }
      return /^(allow|deny|ignore)$/.test(words[0] ?? '')
    default:
      return /^(maxAge|etag|lastModified|immutable|cacheControl|acceptRanges)$/.test(name)
  }
}

const textOf = (node: Node | null) => (node === null ? undefined : stringOf(node))

/** `app.get('*', (req, res) => res.sendFile(...))`; of '/' alone it says what express.static does anyway. */
export function isPage(call: Call, reading: Reading): boolean {
  const [pattern, handler, ...more] = call.arguments
  if (pattern === undefined || handler === undefined || more.length > 0) return false
  const path = stringOf(pattern)
  const isEvery =
    /^(\/?\*|\/\*\w*|\/?\{\*\w+\}|\/\(\.\*\))$/.test(path ?? '') ||
    (pattern.type === 'Literal' && /^\/\^?(\\\/)?\.\*\$?\/$/.test(pattern.raw ?? ''))
  if (!isEvery && path !== '/') return false
  if (isEvery) return isEveryPage(bare(handler), reading)
  const sent = sentBy(bare(handler), reading)
  if (sent?.status !== 200) return false
  reading.site.root ??= sent.path
  return true
}

/** Of several pages for every path the first one answers. */
function isEveryPage(handler: Node, reading: Reading): boolean {
  const sent = sentBy(handler, reading)
  if (sent === undefined) return false
  reading.site.page ??= sent
  return true
}

/** What a handler sends whose one line is `res.sendFile(...)`, or `res.status(404).sendFile(...)`. */
function sentBy(handler: Node, { pathOf, resolve, scope }: Reading): Page | undefined {
  if (handler.type !== 'ArrowFunctionExpression' && handler.type !== 'FunctionExpression')
    return undefined
  const { body } = handler
  const lines = body?.type === 'BlockStatement' ? body.body : body === null ? [] : [body]
  const [line, ...before] = lines.map(expressionOf).toReversed()
  // `res.status(404)` on a line of its own
  const said = before[0] === undefined ? 200 : statusOf(before[0], scope)
  if (line === undefined || before.length > 1 || said === undefined) return undefined
  if (line.type !== 'CallExpression' || calleeOf(line.callee, scope)?.name !== 'sendFile')
    return undefined
  const callee = bare(line.callee)
  const object = callee.type === 'MemberExpression' ? bare(callee.object) : undefined
  const status =
    object === undefined || object.type === 'Identifier' ? said : statusOf(object, scope)
  const [file, options] = line.arguments
  if (file === undefined || (status !== 200 && status !== 404)) return undefined
  const root = rootOf(options)
  if (options !== undefined && root === undefined) return undefined
  const value = pathOf(file)
  const folder = root === undefined ? undefined : resolve(pathOf(root))
  const path =
    root === undefined ? resolve(value) : resolvePath(folder, value?.path.replace(/^\//, '') ?? '?')
  if (path === undefined || (root === undefined && value?.base === 'cwd')) return undefined
  return { path, status }
}

function expressionOf(line: Node): Node | undefined {
  const node =
    line.type === 'ExpressionStatement'
      ? line.expression
      : line.type === 'ReturnStatement'
        ? line.argument
        : line
  return node === null ? undefined : bare(node)
}

/** 404 of `res.status(404)`. */
function statusOf(node: Node, scope: Scope): number | undefined {
  if (node.type !== 'CallExpression' || calleeOf(node.callee, scope)?.name !== 'status')
    return undefined
  const callee = bare(node.callee)
  const [status] = node.arguments
  const isOfAnswer = callee.type === 'MemberExpression' && bare(callee.object).type === 'Identifier'
  return isOfAnswer && status?.type === 'Literal' && typeof status.value === 'number'
    ? status.value
    : undefined
}

function rootOf(options: Node | undefined): Node | undefined {
  if (options?.type !== 'ObjectExpression' || options.properties.length !== 1) return undefined
  const [only] = options.properties
  return only?.type === 'Property' && nameOf(only.key) === 'root' ? only.value : undefined
}
