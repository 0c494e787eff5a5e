import type { Call, CallRow } from '../call.ts'

const words = (text: string) => text.split(' ')

/** https://pkg.go.dev/github.com/mattn/go-sqlite3, https://pkg.go.dev/modernc.org/sqlite, https://pkg.go.dev/github.com/marcboeker/go-duckdb */
const isDriver = (text: string | undefined) => /^(sqlite|libsql|duckdb)/.test(text ?? '')

/** A driver that the call does not write out: `sql.Open(sqliteshim.ShimName, "file:shop.db")`. */
const isFile = (text: string | undefined) => /^file:|\.(db|sqlite3?)(\?|$)/.test(text ?? '')

const namesDriver = ({ args }: Call) => isDriver(args[0]?.text())
const hasFileOfUnknown = ({ args }: Call) =>
  args[0] !== undefined && args[0].text() === undefined && isFile(args[1]?.text('?'))

/** Databases of one file that are opened by the name of a driver, or by a package of their own. */
export const goDatabases: readonly CallRow[] = [
  // https://pkg.go.dev/database/sql#Open, and what is called as it is: sqlx, gorm, xorm, ent, whatsmeow's sqlstore, goose
  {
    names: words(
      'Open Connect MustConnect MustOpen New NewEngine NewAdapter OpenDBWithDriver ConnectContext',
    ),
    when: namesDriver,
    database: 1,
  },
  { module: 'database/sql', names: ['Open'], when: hasFileOfUnknown, database: 1 },
  // https://pkg.go.dev/go.mau.fi/whatsmeow/store/sqlstore#New, https://pkg.go.dev/github.com/jmoiron/sqlx#ConnectContext,
  // https://pkg.go.dev/github.com/beego/beego/v2/client/orm#RegisterDataBase
  {
    names: words('New ConnectContext RegisterDataBase'),
    when: ({ args }) => isDriver(args[1]?.text()),
    database: 2,
  },
  // https://gorm.io/docs/connecting_to_the_database.html#SQLite, https://pkg.go.dev/github.com/ncruces/go-sqlite3/driver#Open
  ...words(
    'gorm.io/driver/sqlite github.com/glebarez/sqlite gorm.io/gormlite github.com/ncruces/go-sqlite3/driver github.com/ncruces/go-sqlite3/gormlite',
  ).map((module): CallRow => ({ module, names: ['Open'], database: 0 })),
  // https://pkg.go.dev/zombiezen.com/go/sqlite/sqlitex#NewPool, https://pkg.go.dev/crawshaw.io/sqlite/sqlitex#Open
  ...words(
    'zombiezen.com/go/sqlite zombiezen.com/go/sqlite/sqlitex crawshaw.io/sqlite crawshaw.io/sqlite/sqlitex',
  ).map((module): CallRow => ({ module, names: words('OpenConn NewPool Open'), database: 0 })),
  // https://pkg.go.dev/github.com/tursodatabase/go-libsql#NewEmbeddedReplicaConnector
  {
    module: 'github.com/tursodatabase/go-libsql',
    names: ['NewEmbeddedReplicaConnector'],
    database: 0,
  },
  // https://pkg.go.dev/github.com/upper/db/v4/adapter/sqlite#ConnectionURL
  {
    module: 'github.com/upper/db/adapter/sqlite',
    names: ['ConnectionURL'],
    database: 'Database',
  },
  // https://docs.gofiber.io/storage/: each with a place of its own where none is named
  ...words('sqlite3 bbolt badger pebble').map((name): CallRow => ({
    module: `github.com/gofiber/storage/${name}`,
    names: ['New'],
    writes: [name === 'pebble' ? 'Path' : 'Database'],
    fillsAnyway: '.',
  })),
]
