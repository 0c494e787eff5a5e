import { describe, expect, test } from 'vitest'
import { layerOrder } from '../../transforms/hardening/layer-order/layer-order.ts'
import { after, applyRule } from '../hardening/apply-rule.ts'

type Files = Readonly<Record<string, string>>

const head = 'FROM scratch AS a\n\nFROM python:3.12-slim\nWORKDIR /app\n'
const tail = 'CMD ["python", "app.py"]\n'

/** What stands between the working folder and the start command. */
function ordered(lines: string, files: Files): string {
  const text = after(applyRule(layerOrder, `${head}${lines}\n${tail}`, { 'app.py': '', ...files }))
  return text.startsWith(head) ? text.slice(head.length, -tail.length - 1) : text
}

const build = '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n'
const uv = {
  'pyproject.toml': '[project]\nname = "shop"\nversion = "1"\ndependencies = ["flask"]\n',
  'uv.lock':
    'version = 1\n[[package]]\nname = "flask"\nversion = "3.0.3"\nsource = { registry = "https://pypi.org/simple" }\n[[package]]\nname = "shop"\nversion = "1"\nsource = { virtual = "." }\n',
}
const packaged = { ...uv, 'pyproject.toml': uv['pyproject.toml'] + build }
const poetry = {
  'pyproject.toml':
    '[tool.poetry]\nname = "my-shop"\nversion = "1"\n[tool.poetry.dependencies]\nflask = "3"\n',
  'poetry.lock':
    '[[package]]\nname = "flask"\nversion = "3.0.3"\n[metadata]\nlock-version = "2.0"\n',
}
const pdm = {
  'pyproject.toml': `[project]\nname = "shop"\nversion = "1"\n${build}`,
  'pdm.lock': '[[package]]\nname = "flask"\nversion = "3.0.3"\n',
}
const pipenv = {
  Pipfile: '[packages]\nflask = "*"\n',
  'Pipfile.lock': '{ "_meta": {}, "default": { "flask": { "version": "==3.0.3" } } }',
}

describe('manifests before the sources', () => {
  test.each<[string, string, Files, string]>([
    [
      'a project of uv that is no package',
      'COPY . .\nRUN uv sync --frozen --no-dev',
      uv,
      'COPY pyproject.toml uv.lock ./\nRUN uv sync --frozen --no-dev\nCOPY . .',
    ],
    [
      'one that is',
      'COPY . /app\nRUN --mount=type=cache,target=/root/.cache/uv \\\n    uv sync --locked --no-dev',
      { ...packaged, '.python-version': '3.12' },
      'COPY pyproject.toml uv.lock .python-version ./\nRUN --mount=type=cache,target=/root/.cache/uv \\\n    uv sync --locked --no-dev --no-install-project\nCOPY . /app\nRUN --mount=type=cache,target=/root/.cache/uv uv sync --locked --no-dev',
    ],
    [
      'one that is never installed',
      'COPY . .\nRUN uv sync --frozen --no-install-project && python -m compileall .',
      packaged,
      'COPY pyproject.toml uv.lock ./\nRUN uv sync --frozen --no-install-project\nCOPY . .\nRUN python -m compileall .',
    ],
    [
      'Poetry for a package',
      'COPY . .\nRUN pip install poetry==1.8.3 && poetry config virtualenvs.create false && poetry install --only main',
      { ...poetry, 'my_shop/__init__.py': '', 'poetry.toml': '' },
      'COPY pyproject.toml poetry.lock poetry.toml ./\nRUN pip install poetry==1.8.3 && poetry config virtualenvs.create false && poetry install --only main --no-root\nCOPY . .\nRUN poetry install --only main',
    ],
    [
      'Poetry for a package in src, and what comes behind it',
      'COPY . .\nRUN poetry install --no-interaction && python app.py --check',
      { ...poetry, 'src/my_shop/__init__.py': '' },
      'COPY pyproject.toml poetry.lock ./\nRUN poetry install --no-interaction --no-root\nCOPY . .\nRUN poetry install --no-interaction && python app.py --check',
    ],
    [
      'Poetry for no package',
      'COPY . .\nRUN poetry install --only main',
      { ...poetry, 'pyproject.toml': '[tool.poetry]\npackage-mode = false\n' },
      'COPY pyproject.toml poetry.lock ./\nRUN poetry install --only main\nCOPY . .',
    ],
    [
      'PDM',
      'COPY . .\nRUN pdm install --prod --frozen-lockfile',
      pdm,
      'COPY pyproject.toml pdm.lock ./\nRUN pdm install --prod --frozen-lockfile --no-self\nCOPY . .\nRUN pdm install --prod --frozen-lockfile',
    ],
    [
      'Pipenv',
      'COPY . .\nRUN pip install pipenv\nRUN pipenv install --system --deploy',
      pipenv,
      'RUN pip install pipenv\nCOPY Pipfile Pipfile.lock ./\nRUN pipenv install --system --deploy\nCOPY . .',
    ],
  ])('%s', (_name, lines, files, output) => {
    expect(ordered(lines, files)).toBe(output)
  })

  const local = 'source = { directory = "lib" }'
  test.each<[string, string, Files]>([
    ['there is no lock file', 'RUN uv sync', { 'pyproject.toml': packaged['pyproject.toml'] }],
    [
      'uv has packages of the project',
      'RUN uv sync --frozen',
      { ...uv, 'uv.lock': `${uv['uv.lock']}[[package]]\nname = "lib"\n${local}\n` },
    ],
    [
      'uv has a workspace',
      'RUN uv sync --frozen',
      { ...uv, 'pyproject.toml': '[tool.uv.workspace]\nmembers = ["a"]\n' },
    ],
    ['uv installs a member', 'RUN uv sync --frozen --package a', uv],
    ['a script names its packages', 'RUN uv sync --script app.py', uv],
    [
      'uv asks the build of the project',
      'RUN uv sync --locked',
      { ...packaged, 'pyproject.toml': `[project]\nname = "a"\ndynamic = ["version"]\n${build}` },
    ],
    ['the RUN has a secret', 'RUN --mount=type=secret,id=a uv sync --frozen', packaged],
    ['it works in another folder', 'RUN cd /app && export A=1 && uv sync --frozen', packaged],
    [
      'an environment of the machine stands there',
      'RUN uv sync --frozen',
      { ...uv, '.venv/pyvenv.cfg': '' },
    ],
    [
      'a setting names a file',
      'ENV UV_CONFIG_FILE=/app/conf/uv.toml\nRUN uv sync --frozen',
      { ...uv, 'conf/uv.toml': '' },
    ],
    ['Poetry installs the project alone', 'RUN poetry install --only-root', poetry],
    [
      'Poetry has a folder',
      'RUN poetry install',
      {
        ...poetry,
        'poetry.lock':
          '[[package]]\nname = "lib"\n[package.source]\ntype = "directory"\nurl = "lib"\n',
      },
    ],
    [
      'Poetry asks git for the version',
      'RUN poetry install',
      { ...poetry, 'pyproject.toml': '[tool.poetry-dynamic-versioning]\nenable = true\n' },
    ],
    [
      'PDM runs scripts',
      'RUN pdm install',
      { ...pdm, 'pyproject.toml': '[tool.pdm.scripts]\npost_install = "python app.py"\n' },
    ],
    ['PDM has a folder', 'RUN pdm install', { ...pdm, 'pdm.lock': '[[package]]\npath = "./a"\n' }],
    ['Pipenv reads .env', 'RUN pipenv install --deploy', { ...pipenv, '.env': '' }],
    [
      'Pipenv has a folder',
      'RUN pipenv install --deploy',
      { ...pipenv, 'Pipfile.lock': '{ "default": { "a": { "path": "./a" } } }' },
    ],
    ['Pipenv adds a package', 'RUN pipenv install --deploy flask', pipenv],
    ['uv is too old', 'RUN pip install uv==0.3.0 && uv sync --frozen', packaged],
    ['the manifests are there already', 'COPY pyproject.toml .\nCOPY . .\nRUN uv sync', uv],
  ])('not where %s', (_name, lines, files) => {
    expect(ordered(`COPY . .\n${lines}`, files)).toMatch(/^unchanged/)
  })
})
