import type { Node } from 'oxc-parser'
import { pathsWithin } from '../../path-text.ts'
import { calleeOf } from './callee.ts'
import type { Scope } from './scope.ts'
import { bare, nameOf, stringOf } from './syntax.ts'

/** True for an expression that is a path as a whole: `path.join(a, 'b')`, `` `${a}/b` ``, `a + 'b'`, `'a/b.json'`. */
export function isPath(node: Node, scope: Scope): boolean {
  switch (node.type) {
    case 'TemplateLiteral':
      return true
    case 'BinaryExpression':
      return node.operator === '+'
    case 'Literal':
      return typeof node.value === 'string' && looksLikePath(node.value)
    default:
      return joinsPaths(node, scope)
  }
}

const joiners = new Set(['join', 'resolve', 'normalize'])

/** `path.join(...)`, `path.resolve(...)`, `new URL('./a', import.meta.url)` */
export function joinsPaths(node: Node, scope: Scope): boolean {
  if (node.type === 'NewExpression')
    return nameOf(node.callee) === 'URL' && node.arguments.length > 1
  if (node.type !== 'CallExpression') return false
  const { callee } = node
  // What most calls are not is asked first.
  if (callee.type === 'MemberExpression' && !joiners.has(nameOf(callee.property) ?? ''))
    return false
  const found = calleeOf(callee, scope)
  return (found?.module === 'path' || found?.object === 'path') && joiners.has(found.name)
}

/** A word with a slash or an extension; not a URL, a type or a route. */
const looksLikePath = (text: string) =>
  text.length < 200 &&
  /[/.]/.test(text) &&
  !/[\s<>|:]/.test(text) &&
  !/^(https?|\/\/|\.+$|\*(?!\*\/))/.test(text)

/** Paths in a text that is none itself: `'file://model/model.json'`, `` `mongodb://${host}/shop?tlsCAFile=ca.pem` ``. */
export function namedWithin(node: Node): readonly string[] {
  const text = node.type === 'TemplateElement' ? node.value.cooked : stringOf(node)
  return pathsWithin(text ?? '')
}

/** `'sqlite:shop.db'`, `` `sqlite://${folder}/shop.db` ``, `'sqlite:' + path`: such a text is the address of a database, whatever takes it. */
export function isAddressOfSqlite(node: Node): boolean {
  return /^sqlite3?:\S*$/.test(startOf(node) ?? '')
}

/** What a text begins with, as far as it is written out. */
function startOf(node: Node): string | undefined {
  const isSum = node.type === 'BinaryExpression' && node.operator === '+'
  const first = isSum ? bare(node.left) : node
  return (
    (first.type === 'TemplateLiteral' ? first.quasis[0]?.value.cooked : stringOf(first)) ??
    undefined
  )
}

/** Methods of servers that take an address first and what answers it behind: https://expressjs.com/en/5x/api.html#app.METHOD */
const ofRoutes: ReadonlySet<string> = new Set(
  'all delete get head options patch post put route use'.split(' '),
)

/** The address in `app.get('/app/*', answer)`, which is no path of the image. */
export function isRoute(node: Node, parent: Node | undefined): boolean {
  if (parent?.type !== 'CallExpression' || parent.callee.type !== 'MemberExpression') return false
  const name = nameOf(parent.callee.property)
  const isFirst = parent.arguments[0] === node
  return (
    isFirst &&
    ofRoutes.has(name ?? '') &&
    (name === 'route' || parent.arguments.length > 1) &&
    startOf(node)?.startsWith('/') === true
  )
}
