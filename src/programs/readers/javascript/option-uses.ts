import type { Node } from 'oxc-parser'
import type { OptionStore } from '../../calls/javascript-options.ts'
import { literalPath } from '../../path-value.ts'
import type { PathUse } from '../../source-facts.ts'
import type { FoundOption } from './gather.ts'
import { bare, nameOf, stringOf } from './syntax.ts'
import type { Values } from './values.ts'

/** What an option of an object says of a path, whatever the object is handed on to. */
export interface OptionUse {
  readonly node: Node
  /** A database may be named by an address, or be in memory. */
  readonly use: PathUse['use'] | 'database'
}

/** The paths of one option, those of an object that it names included: `connection: { filename }`, `definitions: { path }`. */
export function optionUses(
  option: FoundOption,
  stores: readonly OptionStore[],
  values: Values,
): readonly OptionUse[] {
  const { node } = option
  const name = nameOf(node.key)
  const value = bare(node.value)
  if (name === undefined || isFunction(value)) return []
  const inner = value.type === 'ObjectExpression' ? partsOf(value) : []
  if (databaseOptions.has(name) && isOfSqlite(option, values))
    return inner.length === 0
      ? [{ node: value, use: 'database' }]
      : inner.flatMap((part) =>
          databaseOptions.has(part.name) ? [{ node: part.value, use: 'database' }] : [],
        )
  if (name === 'file' && isOfMemory(option)) return [{ node: value, use: 'writes-file' }]
  const use = useOf(name, value, stores)
  return [
    ...(use === undefined ? [] : [{ node: value, use }]),
    ...inner.flatMap((part): readonly OptionUse[] =>
      isNamed('files', `${name}.${part.name}`, stores)
        ? [{ node: part.value, use: 'writes-file' }]
        : [],
    ),
  ]
}

function useOf(
  name: string,
  value: Node,
  stores: readonly OptionStore[],
): PathUse['use'] | undefined {
  const text = stringOf(value)
  if (schemaFile.test(name) && !isSwitch(value, name)) return 'writes-file'
  if (isNamed('folders', name, stores)) return 'writes-folder'
  // `{ dialect: 'sqlite', storage: 'data/app.db' }`
  const isDatabase = text !== undefined && /\.(db|sqlite3?)$/.test(text)
  if (isDatabase || isNamed('files', name, stores)) return 'writes-file'
  return text !== undefined && pathOption.test(name) ? 'names' : undefined
}

const isFunction = ({ type }: Node) =>
  type === 'FunctionExpression' || type === 'ArrowFunctionExpression'

const isNamed = (kind: 'files' | 'folders', name: string, stores: readonly OptionStore[]) =>
  stores.some((store) => store[kind]?.includes(name) === true)

function partsOf(value: FoundOption['object']) {
  return value.properties.flatMap((part) => {
    const name = part.type === 'Property' ? nameOf(part.key) : undefined
    return part.type !== 'Property' || name === undefined ? [] : [{ name, value: bare(part.value) }]
  })
}

/** Files and folders that a package writes to because an option says so without naming them: `logger: 'file'`. */
export function switchedFiles(
  { node, object }: FoundOption,
  stores: readonly OptionStore[],
): readonly { readonly path: string; readonly use: PathUse['use'] }[] {
  const name = nameOf(node.key)
  const value = bare(node.value)
  const is = value.type === 'Literal' ? value.value : undefined
  return stores.flatMap(({ switches }) =>
    (switches ?? []).flatMap(({ option, value: on, unless, file, folder }) => {
      const isSaid = partsOf(object).some((part) => part.name === unless)
      if (option !== name || is !== on || isSaid) return []
      return [
        ...(file === undefined ? [] : [{ path: file, use: 'writes-file' as const }]),
        ...(folder === undefined ? [] : [{ path: folder, use: 'writes-folder' as const }]),
      ]
    }),
  )
}

/** Folders that packages write to when nothing is said. */
export const foldersOfStores = (stores: readonly OptionStore[]): readonly PathUse[] =>
  stores.flatMap(({ module, writesAnyway }) =>
    writesAnyway === undefined
      ? []
      : [{ value: literalPath(writesAnyway), use: 'writes-folder', at: { line: 1, text: module } }],
  )

/**
 * `{ type: 'better-sqlite3', database: path }`, `{ client: 'sqlite3', connection: path }`, `{ driver: SqliteDriver, dbName: path }`: TypeORM, knex,
 * MikroORM, Sequelize. https://typeorm.io/docs/drivers/sqlite/, https://knexjs.org/guide/#configuration-options
 */
function isOfSqlite({ object, scope }: FoundOption, values: Values): boolean {
  return partsOf(object).some(
    ({ name, value }) =>
      kindOptions.has(name) &&
      [
        nameOf(value) ?? '',
        ...values.paths(value, scope).flatMap(({ base, path }) => (base === 'cwd' ? [path] : [])),
      ].some((text) => /sqlite3?(driver|dialect)?$|^sqljs$|^libsql$/i.test(text)),
  )
}

/** `{ "connector": "memory", "file": "db.json" }`: https://loopback.io/doc/en/lb3/Memory-connector.html#data-persistence */
const isOfMemory = ({ object }: FoundOption) =>
  partsOf(object).some(({ name, value }) => name === 'connector' && stringOf(value) === 'memory')

const kindOptions = new Set(['type', 'dialect', 'client', 'driver', 'connector', 'provider'])
const databaseOptions = new Set([
  'database',
  'storage',
  'connection',
  'filename',
  'file',
  'path',
  'dbName',
  'location',
  'url',
])

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
