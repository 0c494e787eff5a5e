import type { Node } from 'oxc-parser'
import type { OptionStore } from '../../calls/javascript-stores.ts'
import { pathsWithin } from '../../path-text.ts'
import { literalPath } from '../../path-value.ts'
import type { PathUse } from '../../source-facts.ts'
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
  !/^(https?|\/\/|\.+$|[*])/.test(text)

/** Paths in a text that is none itself: `'file://model/model.json'`, `` `mongodb://${host}/shop?tlsCAFile=ca.pem` ``. */
export function namedWithin(node: Node): readonly string[] {
  const text = node.type === 'TemplateElement' ? node.value.cooked : stringOf(node)
  return pathsWithin(text ?? '')
}

/** What an option of an object says of a path, whatever the object is handed on to. */
export function optionUse(
  node: Extract<Node, { type: 'Property' }>,
  stores: readonly OptionStore[],
): PathUse['use'] | undefined {
  const name = nameOf(node.key)
  const value = bare(node.value)
  if (name === undefined) return undefined
  const isFunction = value.type === 'FunctionExpression' || value.type === 'ArrowFunctionExpression'
  const text = stringOf(value)
  if (schemaFile.test(name) && !isSwitch(value, name)) return 'writes-file'
  if (!isFunction) {
    if (stores.some(({ folders }) => folders?.includes(name) === true)) return 'writes-folder'
    // `{ dialect: 'sqlite', storage: 'data/app.db' }`
    const isDatabase = text !== undefined && /\.(db|sqlite3?)$/.test(text)
    if (isDatabase || stores.some(({ files }) => files?.includes(name) === true))
      return 'writes-file'
  }
  return text !== undefined && pathOption.test(name) ? 'names' : undefined
}

/**
 * Where a server of GraphQL or a store of texts writes what it makes of the sources, each time that it starts:
 * https://docs.nestjs.com/graphql/quick-start#code-first, https://typegraphql.com/docs/emit-schema.html, https://nestjs-i18n.com/guides/type-safety
 */
const schemaFile = /^(autoSchemaFile|emitSchemaFile|typesOutputPath)$/

/** `autoSchemaFile: true` keeps it in memory, and `false` makes none. */
const isSwitch = (value: Node, name: string) =>
  value.type === 'Literal' &&
  (value.value === false || (value.value === true && name === 'autoSchemaFile'))

/** Options whose value is a path: `{ root: 'public' }`. */
const pathOption =
  /^(root|dir|directory|folder|path|paths|cwd|publicDir|views?|templates?|partials?|layouts?|locales?|assets?|static|migrations?|entities|dest|destination|storage|filename|file|schema|typePaths|protoPath|key|cert|(\w+(Dir|Path|Paths|Folder|Directory|File)))$/

/** Folders that packages write to when nothing is said. */
export const foldersOfStores = (stores: readonly OptionStore[]): readonly PathUse[] =>
  stores.flatMap(({ module, writesAnyway }) =>
    writesAnyway === undefined
      ? []
      : [{ value: literalPath(writesAnyway), use: 'writes-folder', at: { line: 1, text: module } }],
  )
