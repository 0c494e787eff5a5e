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

/** What an express program's lines come to. */
export interface ExpressSite {
  folder?: string
  page?: string
  base?: string
  port?: number | undefined
  cleanUrls: boolean
  cors: boolean
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
    return mount === undefined && isSending(value, reading)
  if (value.type !== 'CallExpression') return false
  const callee = calleeOf(value.callee, reading.scope)
  if (callee?.module === 'cors') {
    reading.site.cors = value.arguments.length === 0
    return reading.site.cors
  }
  if (callee?.module !== undefined && quiet.test(callee.module)) return true
  if (callee?.module !== 'express' || callee.name !== 'static') return false
  const folder = reading.resolve(reading.pathOf(value.arguments[0] ?? value))
  if (folder === undefined || reading.site.folder !== undefined) return false
  if (mount !== undefined && mount !== '/') reading.site.base = `${mount.replace(/\/$/, '')}/`
  reading.site.folder = folder
  return areKnownOptions(value.arguments[1], reading.site)
}

function areKnownOptions(options: Node | undefined, site: ExpressSite): boolean {
  if (options === undefined) return true
  if (options.type !== 'ObjectExpression') return false
  return options.properties.every((property) => {
    if (property.type !== 'Property') return false
    const name = nameOf(property.key)
    if (name === 'extensions') site.cleanUrls = true
    return /^(maxAge|etag|lastModified|immutable|cacheControl|index|extensions|acceptRanges|dotfiles)$/.test(
      name ?? '',
    )
  })
}

/** `app.get('*', (req, res) => res.sendFile(...))`; of '/' alone it says what express.static does anyway. */
export function isPage(call: Call, reading: Reading): boolean {
  const [pattern, handler, ...more] = call.arguments
  if (pattern === undefined || handler === undefined || more.length > 0) return false
  const path = stringOf(pattern)
  const isEvery =
    /^(\/?\*|\/\*\w*|\/?\{\*\w+\}|\/\(\.\*\))$/.test(path ?? '') ||
    (pattern.type === 'Literal' && /^\/\^?(\\\/)?\.\*\$?\/$/.test(pattern.raw ?? ''))
  if (!isEvery && path !== '/') return false
  const before = reading.site.page
  if (!isSending(bare(handler), reading)) return false
  if (isEvery) return true
  const isIndex = reading.site.page?.endsWith('/index.html') === true
  if (before === undefined) delete reading.site.page
  else reading.site.page = before
  return isIndex
}

/** A handler whose one line is `res.sendFile(...)`. */
function isSending(handler: Node, { pathOf, resolve, site, scope }: Reading): boolean {
  if (handler.type !== 'ArrowFunctionExpression' && handler.type !== 'FunctionExpression')
    return false
  const { body } = handler
  const only =
    body?.type === 'BlockStatement' && body.body.length === 1 ? body.body[0] : (body ?? undefined)
  const line =
    only?.type === 'ExpressionStatement'
      ? only.expression
      : only?.type === 'ReturnStatement'
        ? only.argument
        : only
  if (line === null || line === undefined) return false
  const call = bare(line)
  if (call.type !== 'CallExpression' || calleeOf(call.callee, scope)?.name !== 'sendFile')
    return false
  const [file, options] = call.arguments
  if (file === undefined) return false
  const root = rootOf(options)
  if (options !== undefined && root === undefined) return false
  const value = pathOf(file)
  const folder = root === undefined ? undefined : resolve(pathOf(root))
  const page =
    root === undefined ? resolve(value) : resolvePath(folder, value?.path.replace(/^\//, '') ?? '?')
  if (page === undefined || (root === undefined && value?.base === 'cwd')) return false
  site.page = page
  return true
}

function rootOf(options: Node | undefined): Node | undefined {
  if (options?.type !== 'ObjectExpression' || options.properties.length !== 1) return undefined
  const [only] = options.properties
  return only?.type === 'Property' && nameOf(only.key) === 'root' ? only.value : undefined
}
