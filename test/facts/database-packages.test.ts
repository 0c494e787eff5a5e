import { expect, test } from 'vitest'
import { databasePackages } from '../../src/facts/python/database-packages.ts'
import { memoryProject } from '../memory-project.ts'

const said = (files: Readonly<Record<string, string>>, folders = ['']) =>
  databasePackages(memoryProject(files), folders)

test.each([
  ['flask\nflask-sqlalchemy\n', false, 'instance'],
  ['Flask_SQLAlchemy==2.5.1\n', false, 'application'],
  ['flask-sqlalchemy<3\npsycopg2-binary==2.9\n', true, 'application'],
  ['flask-sqlalchemy>=2.5\n', false, 'instance'],
  ['flask-sqlalchemy~=2.5\n', false, 'application'],
  ['flask-sqlalchemy<=3.1\n', false, 'instance'],
  ['# flask-sqlalchemy, psycopg2\nflask\n', false, undefined],
  ['PyMySQL[rsa]>=1.1 ; sys_platform == "linux"\n', true, undefined],
])('%j', (text, hasServer, relativeTo) => {
  expect(said({ 'requirements.txt': text })).toEqual({ hasServer, relativeTo })
})

test('without a manifest', () => {
  expect(said({ 'app.py': '' })).toEqual({ hasServer: false, relativeTo: 'either' })
})

test('files that others read, in the folders of the program', () => {
  const files = {
    'api/requirements.txt': '-r pinned/all.txt\n',
    'api/pinned/all.txt': 'asyncpg==0.29\n',
  }
  expect(said(files, ['', 'api'])).toEqual({ hasServer: true, relativeTo: undefined })
})

test('manifests of other managers', () => {
  const poetry = '[tool.poetry.dependencies]\nflask-sqlalchemy = "^2.5"\nmysqlclient = "*"\n'
  const pipfile = '[packages]\nflask-sqlalchemy = "==2.5.1"\n'
  const setup = 'from setuptools import setup\nsetup(install_requires=["flask-sqlalchemy>=3"])\n'
  expect(said({ 'pyproject.toml': poetry })).toEqual({ hasServer: true, relativeTo: 'application' })
  expect(said({ Pipfile: pipfile }).relativeTo).toBe('application')
  expect(said({ 'setup.py': setup }).relativeTo).toBe('instance')
})
