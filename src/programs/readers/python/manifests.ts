import { posix } from 'node:path'
import type { SharedTexts } from '../once-per-text.ts'

/** Packages that talk to a database server. https://docs.sqlalchemy.org/en/20/dialects/ */
const drivers =
  /(^|[^\w-])(psycopg2?(-binary|-c)?|asyncpg|pg8000|aiopg|mysqlclient|pymysql|mysql-connector-python|aiomysql|asyncmy|cx[-_]oracle|oracledb|pyodbc|pymssql)(?![\w-])/i

const manifests = [
  'requirements.txt',
  'requirements/base.txt',
  'requirements/common.txt',
  'requirements/production.txt',
  'requirements/prod.txt',
  'requirements.in',
  'pyproject.toml',
  'Pipfile',
  'setup.cfg',
  'setup.py',
]

/** What the manifests in some folders say of databases. */
export interface DatabasePackages {
  /** The driver of a database server is installed: an address that only the environment has is that server's. */
  readonly hasServer: boolean
  /**
   * Where Flask-SQLAlchemy keeps a database with a relative path: in the application's instance folder, before 3.0 beside the application. It is
   * not installed where undefined.
   */
  readonly relativeTo: 'instance' | 'application' | 'either' | undefined
}

/** `Flask-SQLAlchemy==2.5.1`, `flask-sqlalchemy<3`, `flask-sqlalchemy = "^2.5"` */
const before3 = /flask[-_]sqlalchemy["']?\s*(=\s*["'])?([~^=<>]*\s*[12]\.|<=?\s*[23])/i

export function databasePackages(files: SharedTexts, folders: readonly string[]): DatabasePackages {
  const texts = folders.flatMap((folder) =>
    manifests.flatMap((name) => files.read(posix.join(folder, name)) ?? []),
  )
  const has = (pattern: RegExp) => texts.some((text) => pattern.test(text))
  return {
    hasServer: has(drivers),
    relativeTo: has(before3)
      ? 'application'
      : has(/flask[-_]sqlalchemy/i)
        ? 'instance'
        : texts.length === 0
          ? 'either'
          : undefined,
  }
}
