import { expect, test } from 'vitest'
import { factsOfText, type Facts } from '../../src/facts/facts.ts'
import { mountsOf } from '../../src/facts/run-mounts.ts'
import { pythonInstallOf } from '../../src/facts/python/install-command.ts'
import { pythonPackagesOf, type PythonPackages } from '../../src/facts/python/packages.ts'
import { memoryProject, type Files } from '../memory-project.ts'

const base = 'FROM python:3.12\nWORKDIR /app\nCOPY . .\n'

/** What the RUN of a Dockerfile brings. */
function packagesOf(run: string, files: Files, from = base): PythonPackages {
  const facts = factsOfText(`${from}RUN ${run}\n`, memoryProject(files)) as Facts
  const install = facts.final.commands.flatMap((command) => pythonInstallOf(command) ?? [])[0]
  if (install === undefined) throw new Error('no install')
  const step = facts.final.steps.find(({ instruction }) => instruction.keyword === 'RUN')
  return pythonPackagesOf(install, facts, step === undefined ? [] : mountsOf(step))
}

/** In short: `flask==3.0`, `psycopg2 (wheel)`, and why there may be more. */
function said(run: string, files: Files = {}, from = base): readonly string[] {
  const { packages, gap } = packagesOf(run, files, from)
  return [
    ...packages.map(
      ({ name, version, isWheel }) =>
        name +
        (version === undefined ? '' : `==${version}`) +
        (isWheel === undefined ? '' : isWheel ? ' (wheel)' : ' (compiled)'),
    ),
    ...(gap === undefined ? [] : [`? ${gap.evidence.path}:${gap.evidence.line ?? ''}`]),
  ]
}

test.each<[string, string, Files, string[]]>([
  ['names in the command', 'pip install flask==3.0 Foo_Bar[x]', {}, ['flask==3.0', 'foo-bar']],
  [
    'files that name others',
    'pip install -r requirements/prod.txt -c constraints.txt',
    {
      'requirements/prod.txt': '# Production\n-r base.txt\ngunicorn==22.0\n',
      'requirements/base.txt': 'Django>=4,<5  # web\npsycopg2-binary\n',
      'constraints.txt': 'psycopg2-binary==2.9.9\nredis==5\n',
    },
    ['django', 'psycopg2-binary==2.9.9', 'gunicorn==22.0'],
  ],
  [
    'markers',
    'pip install -r requirements.txt',
    {
      'requirements.txt':
        'pywin32; sys_platform == "win32"\ntomli; python_version < "3.11"\nuvloop; sys_platform != "win32" and python_version >= "3.8"\n',
    },
    ['uvloop'],
  ],
  [
    'no wheels',
    'pip install -r requirements.txt',
    { 'requirements.txt': '--no-binary lxml\nlxml==5.1\n' },
    ['lxml==5.1 (compiled)'],
  ],
  [
    'no wheels by the command',
    'pip install --no-binary lxml,Pillow lxml pillow flask',
    {},
    ['lxml (compiled)', 'pillow (compiled)', 'flask'],
  ],
  [
    'archives, repositories, folders',
    'pip install -r requirements.txt',
    {
      'requirements.txt':
        'dist/own-1.2-py3-none-any.whl\ngit+https://example.org/b.git#egg=B_b\n-e ./lib\nc @ https://example.org/c.tar.gz\n',
      'lib/pyproject.toml': '[project]\nname = "lib"\ndependencies = ["redis==5.0"]\n',
    },
    ['c (compiled)', 'own==1.2 (wheel)', 'b-b (compiled)', 'redis==5.0'],
  ],
  [
    'what packages and their extras bring',
    'pip install python3-saml sqlalchemy[mysql] psycopg[binary]',
    {},
    ['python3-saml', 'sqlalchemy', 'psycopg', 'xmlsec', 'lxml', 'mysqlclient', 'psycopg-binary'],
  ],
  [
    'hashes: all is listed',
    'pip install -r requirements.txt',
    { 'requirements.txt': 'python3-saml==1.16 --hash=sha256:aa\n' },
    ['python3-saml==1.16'],
  ],
  [
    'a project, with an extra',
    'pip install .[web]',
    {
      'pyproject.toml':
        '[project]\nname = "a"\ndependencies = ["flask"]\n[project.optional-dependencies]\nweb = ["gunicorn"]\ndoc = ["sphinx"]\n',
    },
    ['flask', 'gunicorn'],
  ],
  [
    'setup.cfg, files for it',
    'pip install -e .',
    {
      'setup.py': 'from setuptools import setup\nsetup()\n',
      'setup.cfg': '[options]\ninstall_requires = file: requirements.txt\n',
      'requirements.txt': 'flask==3.0\n',
    },
    ['flask==3.0'],
  ],
  [
    'setup.py that is written out',
    'pip install .',
    {
      'setup.py':
        'import setuptools\nneeded = ["flask>=2", "redis"]\nsetuptools.setup(name="a", install_requires=needed)\n',
    },
    ['flask', 'redis'],
  ],
  [
    'setup.py that reads a file',
    'pip install .',
    {
      'setup.py':
        'from setuptools import setup\nsetup(install_requires=open("requirements.txt").read().split())\n',
    },
    ['? setup.py:2'],
  ],
  [
    'a project that is compiled itself',
    'pip install .',
    {
      'setup.py':
        'from setuptools import setup, Extension\nsetup(install_requires=["flask"], ext_modules=[Extension("a", ["a.c"])])\n',
    },
    ['flask', '? setup.py:2'],
  ],
  [
    'a project whose compiled part is in its options',
    'pip install .',
    {
      'setup.py':
        'from setuptools import setup, Extension\noptions = dict(ext_modules=[Extension("a", ["a.c"])])\nsetup(install_requires=["flask"], **options)\n',
    },
    ['? setup.py:2'],
  ],
  [
    'a project that CMake builds',
    'pip install .',
    { 'setup.py': 'from skbuild import setup\nsetup(install_requires=["flask"])\n' },
    ['flask', '? setup.py:1'],
  ],
  [
    'uv by pyproject.toml alone',
    'uv pip install --system -r pyproject.toml',
    { 'pyproject.toml': '[project]\nname = "a"\ndependencies = ["flask"]\n' },
    ['flask'],
  ],
  [
    'Poetry without a lock file',
    'poetry install --only main',
    {
      'pyproject.toml':
        '[tool.poetry]\nname = "a"\n[tool.poetry.dependencies]\npython = "^3.12"\nflask = "3.0.1"\n[tool.poetry.group.dev.dependencies]\npytest = "*"\n',
    },
    ['flask==3.0.1'],
  ],
  [
    'Poetry with one',
    'poetry install --no-root',
    {
      'pyproject.toml': '[tool.poetry]\nname = "a"\n',
      'poetry.lock':
        '[[package]]\nname = "Flask"\nversion = "3.0"\noptional = false\nfiles = [{file = "flask-3.0-py3-none-any.whl"}]\n[[package]]\nname = "mysqlclient"\nversion = "2.2"\noptional = false\nfiles = [{file = "mysqlclient-2.2-cp312-cp312-win_amd64.whl"}, {file = "mysqlclient-2.2.tar.gz"}]\n[metadata]\nlock-version = "2.0"\n',
    },
    ['flask==3.0 (wheel)', 'mysqlclient==2.2 (compiled)'],
  ],
  [
    'Pipenv with one',
    'pipenv install --system --deploy',
    { 'Pipfile.lock': '{"_meta": {}, "default": {"flask": {"version": "==3.0"}}, "develop": {}}' },
    ['flask==3.0'],
  ],
  ['Pipenv without one', 'pipenv install', { Pipfile: '[packages]\nflask = "*"\n' }, ['flask']],
  [
    'PDM',
    'pdm sync --prod',
    {
      'pdm.lock':
        '[[package]]\nname = "flask"\nversion = "3.0"\ngroups = ["default"]\nfiles = []\n',
    },
    ['flask==3.0 (compiled)'],
  ],
  ['a lock file that is broken', 'pdm sync', { 'pdm.lock': '<<<<<<< HEAD\n' }, ['? pdm.lock:']],
  ['a word that is not known', 'pip install flask $(cat more)', {}, ['flask', '? Dockerfile:']],
  [
    'a file that names one that is not there',
    'pip install -r a.txt',
    { 'a.txt': 'flask\n-r lost.txt\n' },
    ['flask', '? a.txt:2'],
  ],
  ['no manifest', 'pip install .', { 'a.py': '' }, ['? Dockerfile:']],
  ['a file that is not there', 'pip install -r lost.txt', {}, ['? Dockerfile:']],
])('%s', (_, run, files, expected) => {
  expect(said(run, files)).toEqual(expected)
})

test('files that a RUN is lent', () => {
  const lock = '[[package]]\nname = "flask"\nversion = "3.0"\nsource = { registry = "r" }\n'
  const run = `--mount=type=bind,source=service/uv.lock,target=uv.lock --mount=type=cache,target=/root/.cache uv sync --no-dev`
  const from = 'FROM python:3.12-alpine\nWORKDIR /srv\n'
  expect(said(run, { 'service/uv.lock': lock }, from)).toEqual(['flask==3.0'])
})

test('a lock file says that all is listed, names do not', () => {
  const lock = '[[package]]\nname = "flask"\nversion = "3.0"\ngroups = ["default"]\n'
  expect(packagesOf('pdm sync', { 'pdm.lock': lock }).isLocked).toBe(true)
  const found = packagesOf('pip install flask', {})
  expect([found.isLocked, found.isWhole]).toEqual([false, true])
})

test('what a manager writes from its lock file is read there', () => {
  const poetry =
    '[[package]]\nname = "flask"\nversion = "3.0"\noptional = false\ngroups = ["main"]\nfiles = [{ file = "flask-3.0-py3-none-any.whl", hash = "sha256:1" }]\n'
  const files = { 'poetry.lock': poetry, 'list.txt': 'redis\n' }
  const exporting = (words: string) => said(`poetry ${words} && pip install -r list.txt`, files)
  expect(exporting('export --without-hashes -f requirements.txt -o list.txt')).toEqual([
    'flask==3.0 (wheel)',
  ])
  expect(exporting('export --output=/app/list.txt')).toEqual(['flask==3.0 (wheel)'])
  expect(exporting('export > list.txt')).toEqual(['flask==3.0 (wheel)'])
  expect(exporting('export -o other.txt')).toEqual(['redis'])
  expect(exporting('export -o list.txt && cat more.txt >> list.txt')).toEqual(['redis'])
  const pipenv =
    '{"_meta": {}, "default": {"flask": {"version": "==3.0"}}, "develop": {"pytest": {"version": "==8.0"}}}'
  const run = (words: string) =>
    said(`pipenv requirements ${words} > list.txt && pip install -r list.txt`, {
      'Pipfile.lock': pipenv,
    })
  expect(run('')).toEqual(['flask==3.0'])
  expect(run('--dev')).toEqual(['flask==3.0', 'pytest==8.0'])
})

test('where it stands', () => {
  const { packages } = packagesOf('pip install -r requirements.txt', {
    'requirements.txt': '# web\nflask==3.0  # why\n',
  })
  expect(packages[0]?.evidence).toEqual({
    path: 'requirements.txt',
    line: 2,
    text: 'flask==3.0',
  })
})
