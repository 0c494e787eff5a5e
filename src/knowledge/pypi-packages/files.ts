import type { PypiPackage } from './pypi-package.ts'

/** Packages that read files of the project by themselves, where nobody names them. */
export const packagesWithFiles: readonly PypiPackage[] = [
  {
    names: 'python-dotenv django-dotenv django-environ environs',
    imports: 'dotenv environ environs',
    isCompiled: 'pure',
    files: ['.env'],
    source: 'https://saurabh-kumar.com/python-dotenv/#getting-started',
  },
  {
    names: 'python-decouple prettyconf',
    imports: 'decouple prettyconf',
    isCompiled: 'pure',
    files: ['settings.ini', '.env'],
    source: 'https://github.com/HBNetwork/python-decouple#how-does-it-work',
  },
  {
    names: 'dynaconf',
    isCompiled: 'pure',
    files: [
      'settings.toml',
      'settings.yaml',
      'settings.json',
      'settings.ini',
      '.secrets.toml',
      '.env',
    ],
    source: 'https://www.dynaconf.com/settings_files/',
  },
  {
    names: 'alembic flask-migrate',
    isCompiled: 'pure',
    files: ['alembic.ini', 'alembic', 'migrations'],
    source: 'https://alembic.sqlalchemy.org/en/latest/tutorial.html#the-migration-environment',
  },
  {
    names: 'gunicorn',
    isCompiled: 'pure',
    files: ['gunicorn.conf.py'],
    source: 'https://docs.gunicorn.org/en/stable/configure.html#configuration-file',
  },
  {
    names: 'streamlit',
    isCompiled: 'pure',
    files: ['.streamlit'],
    source: 'https://docs.streamlit.io/develop/concepts/configuration/options',
  },
  {
    names: 'scrapy scrapyd',
    isCompiled: 'pure',
    files: ['scrapy.cfg', 'scrapyd.conf'],
    source: 'https://docs.scrapy.org/en/latest/topics/commands.html#configuration-settings',
  },
]
