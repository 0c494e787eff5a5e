import { isSince, orderOf, releaseOf } from '../../knowledge/pypi-packages/release-order.ts'
import type { DatabasePackages } from '../../programs/readers/python/surroundings.ts'
import type { Project } from '../../project/project.ts'
import type { Specifier } from '../../project/requirements/requirement.ts'
import { resolvePath } from '../image-path.ts'
import { addProject } from './manifest-packages.ts'
import { gather } from './package-list.ts'
import { readFile } from './requirement-files.ts'

/** Packages that talk to a database server. https://docs.sqlalchemy.org/en/20/dialects/ */
const drivers =
  'psycopg psycopg2 psycopg2-binary psycopg2cffi asyncpg pg8000 aiopg mysqlclient pymysql mysql-connector-python aiomysql asyncmy mariadb cx-oracle oracledb ' +
  'pyodbc pymssql'

/** Files of requirements as most projects name them; those that they read with `-r` are read, too. */
const files =
  'requirements.txt requirements.in requirements/base.txt requirements/common.txt requirements/production.txt requirements/prod.txt'

/** What the manifests in some folders of the context say of databases, whatever an image installs of them. */
export function databasePackages(
  project: Pick<Project, 'read'>,
  folders: readonly string[],
): DatabasePackages {
  const read = (path: string) => project.read(path)
  const list = gather({ family: 'unknown', version: undefined })
  const context = { contextPath: (path: string) => path.slice(1), read, variable: () => undefined }
  let isAny = false
  for (const folder of folders) {
    const at = (name: string) => resolvePath(`/${folder}`, name) ?? ''
    const named = files.split(' ').filter((name) => read(at(name).slice(1)) !== undefined)
    for (const name of named) readFile(at(name), name, false, list, context)
    const hasProject = addProject(at('.'), { hasDev: true, named: ['*'] }, list, context)
    isAny ||= hasProject || named.length > 0
  }
  const names = new Set(list.result().packages.map(({ name }) => name))
  return {
    hasServer: drivers.split(' ').some((name) => names.has(name)),
    relativeTo: names.has('flask-sqlalchemy')
      ? list.specifiersOf('flask-sqlalchemy').some(isBefore3)
        ? 'application'
        : 'instance'
      : isAny
        ? undefined
        : 'either',
  }
}

/** Whether a specifier lets no version from 3 on in. */
function isBefore3({ operator, version }: Specifier): boolean {
  const release = releaseOf(version)
  if (operator === '<') return release !== undefined && orderOf(release, [3]) <= 0
  return /^(<=|={2,3}|~=)$/.test(operator) && isSince(version, '3') === false
}
