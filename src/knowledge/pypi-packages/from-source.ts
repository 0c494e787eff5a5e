import type { PypiPackage } from './pypi-package.ts'

/** Packages whose sources alone are on PyPI: whoever installs them compiles them. */
export const packagesFromSource: readonly PypiPackage[] = [
  {
    names: 'psycopg2',
    isCompiled: 'from-source',
    linked: { apt: ['libpq-dev'], apk: ['libpq-dev'] },
    source: 'https://www.psycopg.org/docs/install.html#build-prerequisites',
  },
  {
    names: 'mysqlclient',
    imports: 'MySQLdb',
    isCompiled: 'from-source',
    linked: { apt: ['default-libmysqlclient-dev'], apk: ['mariadb-connector-c-dev'] },
    source: 'https://github.com/PyMySQL/mysqlclient#linux',
  },
]
