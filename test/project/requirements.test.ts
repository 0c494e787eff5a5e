import { describe, expect, test } from 'vitest'
import { mayHold } from '../../src/project/requirements/marker.ts'
import { readPipfile, readPyproject } from '../../src/project/requirements/pyproject.ts'
import { readRequirement, versionOf } from '../../src/project/requirements/requirement.ts'
import { readRequirementsFile } from '../../src/project/requirements/requirements-file.ts'
import { readSetupCfg } from '../../src/project/requirements/setup-cfg.ts'

/** In one order and spelling. */
function said(text: string): string | undefined {
  const read = readRequirement(text)
  if (read === undefined) return undefined
  const { name, extras, specifiers, url, marker } = read
  return [
    name + (extras.length === 0 ? '' : `[${extras.join(',')}]`),
    ...specifiers.map(({ operator, version }) => operator + version),
    ...(url === undefined ? [] : [`@ ${url}`]),
    ...(marker === undefined ? [] : ['; ...']),
  ].join(' ')
}

describe('a requirement', () => {
  test.each<[string, string]>([
    ['flask', 'flask'],
    ['  Flask  ', 'flask'],
    ['Foo.Bar_baz', 'foo-bar-baz'],
    ['a', 'a'],
    ['flask==3.0', 'flask ==3.0'],
    ['flask == 3.0', 'flask ==3.0'],
    ['flask>=2,<3', 'flask >=2 <3'],
    ['flask >= 2 , < 3', 'flask >=2 <3'],
    ['flask (>=2,<3)', 'flask >=2 <3'],
    ['flask~=2.1', 'flask ~=2.1'],
    ['flask!=2.1', 'flask !=2.1'],
    ['flask===2.1-custom', 'flask ===2.1-custom'],
    ['flask==2.*', 'flask ==2.*'],
    ['torch==2.1.0+cpu', 'torch ==2.1.0+cpu'],
    ['pkg==1!2.0', 'pkg ==1!2.0'],
    ['uvicorn[standard]', 'uvicorn[standard]'],
    ['uvicorn [ standard , X_y ] >=0.20', 'uvicorn[standard,x-y] >=0.20'],
    ['pkg[]', 'pkg'],
    ['pkg @ https://example.org/a.whl', 'pkg @ https://example.org/a.whl'],
    ['pkg@https://example.org/a.whl', 'pkg @ https://example.org/a.whl'],
    [
      'pkg[x] @ git+https://example.org/a@v1 ; os_name=="nt"',
      'pkg[x] @ git+https://example.org/a@v1 ; ...',
    ],
    ['tomli; python_version < "3.11"', 'tomli ; ...'],
    ["tomli>=1;python_version<'3.11'", 'tomli >=1 ; ...'],
    ['a; (os_name == "nt" or sys_platform == "linux") and extra == "b"', 'a ; ...'],
    ['a; "linux" in sys_platform', 'a ; ...'],
    ['a; platform_machine not in "x86_64 AMD64"', 'a ; ...'],
  ])('%s', (text, expected) => {
    expect(said(text)).toBe(expected)
  })

  test.each([
    '',
    '-e .',
    './lib',
    'lib/a',
    'flask=',
    'flask==',
    'flask 3.0',
    'flask[a',
    'flask[a b]',
    'flask>=2,,<3)',
    '-flask',
    'flask-',
    'flask; os_name',
    'flask; os_name == "nt',
    'flask; os_name not "nt"',
    'git+https://example.org/a.git',
    '<html>',
  ])('none: %s', (text) => {
    expect(said(text)).toBeUndefined()
  })

  test.each<[string, string | undefined]>([
    ['a==1.0', '1.0'],
    ['a===1.0', '1.0'],
    ['a>=1,==1.2', '1.2'],
    ['a==1.*', undefined],
    ['a>=1', undefined],
    ['a', undefined],
  ])('version of %s', (text, expected) => {
    const read = readRequirement(text)
    expect(read === undefined ? null : versionOf(read)).toBe(expected)
  })
})

describe('a marker', () => {
  const values = new Map([
    ['python_version', '3.12'],
    ['sys_platform', 'linux'],
    ['os_name', 'posix'],
  ])
  test.each<[string, boolean]>([
    ['python_version >= "3.8"', true],
    ['python_version < "3.10"', false],
    ['python_version >= "3.9" and python_version < "3.12"', false],
    ['"3.9" <= python_version', true],
    ['python_version == "3.12.*"', true],
    ['python_version ~= "3.8"', true],
    ['python_version != "3.12"', false],
    ['sys_platform == "win32"', false],
    ['sys_platform != "win32"', true],
    ['sys_platform == "win32" or os_name == "posix"', true],
    ['os_name == "posix" and sys_platform == "win32" or os_name == "posix"', true],
    ['"lin" in sys_platform', true],
    ['sys_platform not in "linux darwin"', false],
    ['platform_machine == "arm64"', true],
    ['platform_machine == "arm64" and sys_platform == "win32"', false],
  ])('%s', (text, expected) => {
    const marker = readRequirement(`a; ${text}`)?.marker
    expect(marker).toBeDefined()
    expect(mayHold(marker, (name) => values.get(name))).toBe(expected)
  })
})

describe('a requirements file', () => {
  const lines = (text: string, valueOf?: (name: string) => string | undefined) =>
    readRequirementsFile(text, valueOf).map((line) => {
      const at = `${line.line}:`
      switch (line.kind) {
        case 'package':
          return at + line.requirement.name + (line.isHashed ? ' hashed' : '')
        case 'file':
          return `${at}${line.isConstraint ? '-c' : '-r'} ${line.path}`
        case 'source':
          return `${at}${line.isEditable ? '-e ' : ''}${line.source}`
        case 'links':
          return `${at}-f ${line.place}`
        case 'binary':
          return `${at}${line.isRefused ? 'no' : 'only'} ${line.names.join('+')}`
        default:
          return at + line.kind
      }
    })

  test.each<[string, string, string[]]>([
    ['comments and empty lines', '# a\n\nflask  # web\n  # b\nred#is\n', ['3:flask', '5:unread']],
    ['ends of lines of Windows, a mark at the beginning', '\uFEFFa\r\nb\r\n', ['1:a', '2:b']],
    [
      'lines that go on, with hashes',
      'flask==3.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\nred\n',
      ['1:flask hashed', '4:red'],
    ],
    ['a comment in a line that goes on', 'flask \\\n# why\nred\n', ['1:flask', '3:red']],
    [
      'other files',
      '-r a.txt\n-rb.txt\n--requirement=c.txt\n-c d.txt\n--constraint e.txt\n',
      ['1:-r a.txt', '2:-r b.txt', '3:-r c.txt', '4:-c d.txt', '5:-c e.txt'],
    ],
    [
      'places',
      '-e .\n-e git+https://example.org/a.git@v1#egg=a\n./lib\ndist/a-1.0-py3-none-any.whl\nhttps://example.org/a.zip\ngit+ssh://git@example.org/a.git\n--editable=./b[x]\n',
      [
        '1:-e .',
        '2:-e git+https://example.org/a.git@v1#egg=a',
        '3:./lib',
        '4:dist/a-1.0-py3-none-any.whl',
        '5:https://example.org/a.zip',
        '6:git+ssh://git@example.org/a.git',
        '7:-e ./b[x]',
      ],
    ],
    [
      'options',
      '-i https://example.org\n--extra-index-url=https://b.example.org\n--pre\n--no-binary a,b\n--only-binary=:all:\n--require-hashes\na --config-settings="x=y"\n',
      ['4:no a+b', '5:only :all:', '6:hashes', '7:a'],
    ],
    [
      'links',
      '-f ./wheels\n--find-links=https://example.org\n',
      ['1:-f ./wheels', '2:-f https://example.org'],
    ],
    ['what is none', 'flask=3\n<<<<<<< HEAD\n', ['1:unread', '2:unread']],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected)
  })

  test('variables', () => {
    const text = 'a @ https://${TOKEN}@example.org/a.whl\n-r ${NAME}.txt\n$NAME\n'
    expect(lines(text, (name) => (name === 'NAME' ? 'own' : undefined))).toEqual([
      '1:a',
      '2:-r own.txt',
      '3:unread',
    ])
  })
})

describe('manifests', () => {
  const groupsOf = (manifest: ReturnType<typeof readPyproject>) =>
    manifest?.groups.map(
      ({ name, isDev, requirements }) =>
        `${name ?? '-'}${isDev ? ' dev' : ''}: ${requirements.join(' | ')}`,
    )

  test('pyproject.toml of any tool', () => {
    const manifest = readPyproject(`
[project]
name = "app"
dependencies = ["flask>=3", "psycopg[binary]"]
[project.optional-dependencies]
web = ["gunicorn"]
[dependency-groups]
test = ["pytest", {include-group = "lint"}]
[tool.uv]
dev-dependencies = ["ruff"]
`)
    expect(groupsOf(manifest)).toEqual([
      '-: flask>=3 | psycopg[binary]',
      'web: gunicorn',
      'test dev: pytest',
      'dev dev: ruff',
    ])
  })

  test('pyproject.toml of Poetry', () => {
    const manifest = readPyproject(`
[tool.poetry]
name = "app"
[tool.poetry.dependencies]
python = "^3.11"
Django = "5.0.1"
celery = { version = "^5.3", extras = ["redis"] }
own = { git = "https://example.org/own.git" }
lib = { path = "../lib" }
win = { version = "*", markers = "sys_platform == 'win32'" }
opt = { version = "*", optional = true }
[tool.poetry.group.test.dependencies]
pytest = "*"
`)
    expect(groupsOf(manifest)).toEqual([
      "-: Django==5.0.1 | celery[redis]>=5.3,<6 | own @ git+https://example.org/own.git | win ; sys_platform == 'win32'",
      'test dev: pytest',
    ])
    expect(manifest?.folders).toEqual(['../lib'])
  })

  test.each([
    ['^2.5', '>=2.5,<3'],
    ['^0.3.1', '>=0.3.1,<0.4'],
    ['^0', ''],
    ['~2.5.1', '>=2.5.1,<2.6'],
    ['~2', '>=2,<3'],
    ['~=2.5', '~=2.5'],
    ['2.*', '==2.*'],
    ['>=2,<3', '>=2,<3'],
    ['^1 || ^2', ''],
    ['*', ''],
  ])('versions as Poetry writes them: %s', (written, expected) => {
    const manifest = readPyproject(`[tool.poetry.dependencies]\nflask = "${written}"\n`)
    expect(groupsOf(manifest)).toEqual([`-: flask${expected}`])
  })

  test('pyproject.toml whose dependencies stand elsewhere', () => {
    const start = '[project]\nname = "a"\ndynamic = ["dependencies"]\n'
    const files = '[tool.setuptools.dynamic]\ndependencies = {file = ["requirements.txt"]}\n'
    expect(readPyproject(start)).toMatchObject({ isDynamic: true, files: [] })
    expect(readPyproject(start + files)).toMatchObject({
      isDynamic: false,
      files: ['requirements.txt'],
    })
    expect(readPyproject('[tool.black]\nline-length = 90\n')).toBeUndefined()
    expect(readPyproject('not [toml')).toBeUndefined()
  })

  test('setup.cfg', () => {
    const manifest = readSetupCfg(`
[metadata]
name = app
[options]
install_requires =
    flask>=3
    # why
    redis; python_version > "3.6"
[options.extras_require]
web = gunicorn; uvicorn
`)
    expect(groupsOf(manifest)).toEqual([
      '-: flask>=3 | redis; python_version > "3.6"',
      'web: gunicorn | uvicorn',
    ])
    expect(readSetupCfg('[options]\ninstall_requires = file: a.txt, b.txt\n')?.files).toEqual([
      'a.txt',
      'b.txt',
    ])
    expect(readSetupCfg('[flake8]\nmax-line-length = 90\n')).toBeUndefined()
  })

  test('Pipfile', () => {
    const manifest = readPipfile(`
[[source]]
url = "https://example.org"
[packages]
flask = "*"
django = "==5.0"
[dev-packages]
pytest = "*"
[requires]
python_version = "3.12"
`)
    expect(groupsOf(manifest)).toEqual(['-: flask | django==5.0', 'dev-packages dev: pytest'])
  })
})
