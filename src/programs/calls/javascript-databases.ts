import { hasPathAt, type CallRow } from '../call.ts'

const words = (text: string) => text.split(' ')

/** Databases of SQLite, and packages that open them. */
export const databaseRows: readonly CallRow[] = [
  { module: 'better-sqlite3', names: words('default Database'), database: 0 },
  { module: 'better-sqlite3-multiple-ciphers', names: words('default Database'), database: 0 },
  { module: 'sqlite3', names: words('Database cached'), database: 0 },
  { module: '@vscode/sqlite3', names: ['Database'], database: 0 },
  // https://nodejs.org/api/sqlite.html#class-databasesync, https://bun.sh/docs/api/sqlite#database
  { module: 'sqlite', names: ['DatabaseSync'], database: 0 },
  { module: 'bun:sqlite', names: words('default Database'), database: 0 },
  // https://github.com/tursodatabase/libsql-client-ts#usage
  ...['@libsql/client', '@libsql/client/node', '@libsql/client/sqlite3'].map((module): CallRow => ({
    module,
    names: ['createClient'],
    database: 'url',
  })),
  { module: 'libsql', names: words('default Database'), when: hasPathAt(0), database: 0 },
  // https://orm.drizzle.team/docs/get-started-sqlite
  ...['drizzle-orm/libsql', 'drizzle-orm/better-sqlite3', 'drizzle-orm/bun-sqlite'].flatMap(
    (module): readonly CallRow[] => [
      { module, names: ['drizzle'], when: hasPathAt(0), database: 0 },
      { module, names: ['drizzle'], database: 'connection.url' },
      { module, names: ['drizzle'], database: 'connection.source' },
    ],
  ),
  // https://www.prisma.io/docs/orm/overview/databases/sqlite#using-driver-adapters
  ...['@prisma/adapter-better-sqlite3', '@prisma/adapter-libsql'].map((module): CallRow => ({
    module,
    names: words('PrismaBetterSQLite3 PrismaBetterSqlite3 PrismaLibSQL PrismaLibSql'),
    database: 'url',
  })),
  // https://www.atdatabases.org/docs/sqlite
  ...['@databases/sqlite', '@databases/sqlite-sync'].map((module): CallRow => ({
    module,
    names: ['default'],
    database: 0,
  })),
]
