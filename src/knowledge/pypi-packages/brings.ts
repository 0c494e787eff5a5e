import type { PypiPackage } from './pypi-package.ts'

/** Packages that bring others which need something, by themselves or with an extra. Those that aren't in `wheelsTable` are pure. */
const rows: readonly PypiPackage[] = [
  {
    names: 'python3-saml',
    imports: 'onelogin',
    brings: 'xmlsec lxml',
    source: 'https://github.com/SAML-Toolkits/python3-saml#dependencies',
  },
  {
    names: 'django-auth-ldap',
    imports: 'django_auth_ldap',
    brings: 'python-ldap',
    source: 'https://django-auth-ldap.readthedocs.io/en/latest/install.html',
  },
  {
    names: 'flask-mysqldb',
    brings: 'mysqlclient',
    source: 'https://flask-mysqldb.readthedocs.io/en/latest/',
  },
  {
    names: 'django-heroku',
    brings: 'psycopg2',
    source: 'https://github.com/heroku/django-heroku/blob/master/setup.py',
  },
  {
    names: 'aiopg django-on-heroku dbt-postgres',
    brings: 'psycopg2-binary',
    source: 'https://github.com/aio-libs/aiopg/blob/master/setup.py',
  },
  {
    names: 'mssql-django django-mssql-backend django-pyodbc-azure aioodbc dbt-sqlserver',
    brings: 'pyodbc',
    source: 'https://github.com/microsoft/mssql-django#dependencies',
  },
  {
    names: 'xhtml2pdf rlpycairo',
    brings: 'pycairo',
    source: 'https://xhtml2pdf.readthedocs.io/en/latest/quickstart.html#dependencies',
  },
  {
    names: 'pyhive',
    extras: { hive: 'sasl thrift', hive_pure_sasl: 'thrift' },
    source: 'https://github.com/dropbox/PyHive#requirements',
  },
  {
    names: 'thrift-sasl impyla',
    brings: 'thrift',
    source: 'https://github.com/cloudera/impyla#dependencies',
  },
  {
    names: 'social-auth-core social-auth-app-django',
    extras: { saml: 'python3-saml' },
    source: 'https://python-social-auth.readthedocs.io/en/latest/installing.html',
  },
  {
    names: 'django-allauth',
    extras: { saml: 'python3-saml' },
    source: 'https://docs.allauth.org/en/latest/installation/requirements.html',
  },
  {
    names: 'sqlalchemy',
    isCompiled: 'wheels',
    extras: {
      postgresql: 'psycopg2',
      'postgresql-psycopg2binary': 'psycopg2-binary',
      'postgresql-psycopg': 'psycopg',
      'postgresql-psycopgbinary': 'psycopg-binary',
      mysql: 'mysqlclient',
      'mysql-connector': 'mysql-connector-python',
      'mariadb-connector': 'mariadb',
      mssql: 'pyodbc',
      'mssql-pyodbc': 'pyodbc',
      'mssql-pymssql': 'pymssql',
      aioodbc: 'pyodbc',
    },
    source: 'https://github.com/sqlalchemy/sqlalchemy/blob/main/pyproject.toml',
  },
  {
    names: 'databases',
    extras: { postgresql: 'asyncpg', aiopg: 'psycopg2-binary' },
    source: 'https://github.com/encode/databases/blob/master/setup.py',
  },
  {
    names: 'celery kombu',
    extras: {
      couchbase: 'couchbase',
      gevent: 'gevent',
      sqs: 'pycurl',
      librabbitmq: 'librabbitmq',
      memcache: 'pylibmc',
    },
    source: 'https://docs.celeryq.dev/en/stable/getting-started/introduction.html#bundles',
  },
  {
    names: 'imageio',
    extras: { ffmpeg: 'imageio-ffmpeg', opencv: 'opencv-python' },
    source: 'https://imageio.readthedocs.io/en/stable/getting_started/installation.html',
  },
  {
    names: 'reportlab',
    extras: { pycairo: 'pycairo' },
    source: 'https://docs.reportlab.com/install/open_source_installation/',
  },
  {
    names: 'matrix-nio mautrix',
    extras: { e2e: 'python-olm', encryption: 'python-olm' },
    source: 'https://github.com/matrix-nio/matrix-nio#installation',
  },
]

export const packagesThatBring: readonly PypiPackage[] = rows.map((row) => ({
  isCompiled: 'pure',
  ...row,
}))
