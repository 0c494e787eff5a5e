import { expect, test } from 'vitest'
import { factsOfText, type Facts } from '../../src/facts/facts.ts'
import { pythonInstallOf } from '../../src/facts/python/install-command.ts'
import { pythonPackagesOf, type PythonPackages } from '../../src/facts/python/packages.ts'
import { memoryProject, type Files } from '../memory-project.ts'

const base = 'FROM python:3.12\nWORKDIR /app\nCOPY . .\n'

/** What the RUN of a Dockerfile brings. */
function packagesOf(run: string, files: Files, from = base): PythonPackages {
  const facts = factsOfText(`${from}RUN ${run}\n`, memoryProject(files)) as Facts
  const install = facts.final.commands.flatMap((command) => pythonInstallOf(command) ?? [])[0]
  if (install === undefined) throw new Error('no install')
  return pythonPackagesOf(install, facts)
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
  ['a file that is not there', 'pip install -r lost.txt', {}, ['? lost.txt:']],
])('%s', (_, run, files, expected) => {
  expect(said(run, files)).toEqual(expected)
})
