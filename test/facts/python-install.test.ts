import { describe, expect, test } from 'vitest'
import { commandOf } from '../../src/facts/commands/command.ts'
import { pythonInstallOf, type PythonInstall } from '../../src/facts/python/install-command.ts'

const read = (line: string) =>
  pythonInstallOf(
    commandOf(
      line.split(' ').map((word) => (word === '?' ? undefined : word)),
      '/app',
    ),
  )

/** What is said beyond nothing at all. */
function said(found: PythonInstall | undefined) {
  if (found === undefined) return undefined
  const { kind, ...place } = found.target
  const folder = 'folder' in place ? `:${place.folder ?? '?'}` : ''
  return [
    found.manager,
    `${kind}${folder}`,
    ...found.requirements.map((file) => `-r ${file}`),
    ...found.constraints.map((file) => `-c ${file}`),
    ...found.packages,
    ...found.local,
    ...found.editable.map((path) => `-e ${path}`),
    ...(found.isOfManifest ? [`manifest ${found.folder ?? '?'}`] : []),
    ...(found.hasProject ? ['project'] : []),
    ...(found.hasDev ? ['dev'] : []),
    ...(found.isKnown ? [] : ['?']),
  ]
}

describe('what an install of Python does', () => {
  test.each<[string, string[]]>([
    ['pip install flask', ['pip', 'interpreter', 'flask']],
    ['pip3 install flask==3.0 gunicorn', ['pip', 'interpreter', 'flask==3.0', 'gunicorn']],
    ['pip3.11 install flask', ['pip', 'interpreter', 'flask']],
    ['/opt/venv/bin/pip install flask', ['pip', 'interpreter', 'flask']],
    ['python -m pip install flask', ['pip', 'interpreter', 'flask']],
    ['python3 -m pip install -U pip', ['pip', 'interpreter', 'pip']],
    [
      'pip install --no-cache-dir -r requirements.txt',
      ['pip', 'interpreter', '-r requirements.txt'],
    ],
    ['pip install -rrequirements.txt', ['pip', 'interpreter', '-r requirements.txt']],
    [
      'pip install --requirement=a.txt -r b.txt -c c.txt',
      ['pip', 'interpreter', '-r b.txt', '-r a.txt', '-c c.txt'],
    ],
    ['pip install --user flask', ['pip', 'user', 'flask']],
    ['pip install --prefix=/install flask', ['pip', 'prefix:/install', 'flask']],
    ['pip install --prefix /install flask', ['pip', 'prefix:/install', 'flask']],
    ['pip install -t libs flask', ['pip', 'folder:/app/libs', 'flask']],
    ['pip install --target=/libs flask', ['pip', 'folder:/libs', 'flask']],
    ['pip install .', ['pip', 'interpreter', '.']],
    ['pip install .[web]', ['pip', 'interpreter', '.[web]']],
    ['pip install -e .', ['pip', 'interpreter', '-e .']],
    ['pip install --editable ./lib', ['pip', 'interpreter', '-e ./lib']],
    [
      'pip install dist/a-1.0-py3-none-any.whl',
      ['pip', 'interpreter', 'dist/a-1.0-py3-none-any.whl'],
    ],
    [
      'pip install git+https://example.org/a.git',
      ['pip', 'interpreter', 'git+https://example.org/a.git'],
    ],
    [
      'pip install --extra-index-url https://example.org/simple -i https://example.org flask',
      ['pip', 'interpreter', 'flask'],
    ],
    ['pip install --index-url=https://example.org flask', ['pip', 'interpreter', 'flask']],
    ['pip install ?', ['pip', 'interpreter', '?']],
    ['uv pip install --system -r requirements.txt', ['uv', 'interpreter', '-r requirements.txt']],
    ['uv pip sync requirements.txt', ['uv', 'interpreter', '-r requirements.txt']],
    ['uv pip install --target /libs flask', ['uv', 'folder:/libs', 'flask']],
    ['uv sync', ['uv', 'environment:/app/.venv', '-e .', 'manifest /app', 'project', 'dev']],
    [
      'uv sync --frozen --no-dev',
      ['uv', 'environment:/app/.venv', '-e .', 'manifest /app', 'project'],
    ],
    [
      'uv sync --locked --no-install-project --no-dev',
      ['uv', 'environment:/app/.venv', 'manifest /app'],
    ],
    [
      'uv sync --no-editable --no-default-groups',
      ['uv', 'environment:/app/.venv', 'manifest /app', 'project'],
    ],
    [
      'uv sync --project api --no-dev',
      ['uv', 'environment:/app/api/.venv', '-e .', 'manifest /app/api', 'project'],
    ],
    ['uv sync --active --no-dev', ['uv', 'interpreter', '-e .', 'manifest /app', 'project']],
    ['poetry install', ['poetry', 'environment:?', '-e .', 'manifest /app', 'project', 'dev']],
    ['poetry install --no-dev', ['poetry', 'environment:?', '-e .', 'manifest /app', 'project']],
    ['poetry install --only main --no-root', ['poetry', 'environment:?', 'manifest /app']],
    ['poetry install --only=main --no-root -n', ['poetry', 'environment:?', 'manifest /app']],
    ['poetry install --without dev,test --no-root', ['poetry', 'environment:?', 'manifest /app']],
    ['poetry sync --no-root', ['poetry', 'environment:?', 'manifest /app', 'dev']],
    [
      'poetry --no-interaction install --no-root',
      ['poetry', 'environment:?', 'manifest /app', 'dev'],
    ],
    [
      'poetry -C api install --only main --no-root',
      ['poetry', 'environment:?', 'manifest /app/api'],
    ],
    ['pipenv install', ['pipenv', 'environment:?', 'manifest /app']],
    ['pipenv install --system --deploy', ['pipenv', 'interpreter', 'manifest /app']],
    ['pipenv sync --dev', ['pipenv', 'environment:?', 'manifest /app', 'dev']],
    ['pipenv install flask', ['pipenv', 'environment:?', 'flask']],
    ['pipenv install -r requirements.txt', ['pipenv', 'environment:?', '-r requirements.txt']],
    ['pdm install', ['pdm', 'environment:/app/.venv', '-e .', 'manifest /app', 'project', 'dev']],
    [
      'pdm install --check --prod --no-editable',
      ['pdm', 'environment:/app/.venv', 'manifest /app', 'project'],
    ],
    ['pdm sync --prod --no-self', ['pdm', 'environment:/app/.venv', 'manifest /app']],
    ['python -m poetry install --no-root', ['poetry', 'environment:?', 'manifest /app', 'dev']],
  ])('%s', (line, expected) => {
    expect(said(read(line))).toEqual(expected)
  })

  test.each([
    'pip download flask',
    'pip list',
    'python setup.py install',
    'python -m venv /opt/venv',
    'uv run app.py',
    'uv venv',
    'poetry run app',
    'poetry config virtualenvs.create false',
    'pipenv run app',
    'pdm build',
    'npm install',
  ])('%s installs nothing', (line) => {
    expect(read(line)).toBeUndefined()
  })
})
