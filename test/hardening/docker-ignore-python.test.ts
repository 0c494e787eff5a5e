import { describe, expect, test } from 'vitest'
import type { Files } from '../memory-project.ts'
import { linesFor } from './ignore-file-lines.ts'

const plain = `FROM python:3.12-slim
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY . .
CMD ["python", "app.py"]
`
const synced = `FROM python:3.12-slim
COPY --from=ghcr.io/astral-sh/uv:0.5 /uv /bin/
WORKDIR /app
COPY . .
RUN uv sync --frozen
CMD ["/app/.venv/bin/python", "app.py"]
`
const sources = { 'app.py': 'print(1)', 'requirements.txt': 'flask==3.0.0' }
const project = { 'app.py': '', 'pyproject.toml': '[project]\nname = "a"', 'uv.lock': '' }
const usual = '__pycache__/\n*.py[cod]\n.venv\nvenv/\nenv/\n.pytest_cache/\n.mypy_cache/\n.tox/\n'
const environment = { 'venv/pyvenv.cfg': 'home = /usr/bin', 'venv/bin/python': '' }

describe('a .dockerignore for Python', () => {
  test('has the bytecode, and what people and their tools leave behind', () => {
    expect(linesFor(plain, { ...sources, '.gitignore': usual })).toEqual([
      '.git',
      '.dockerignore',
      'Dockerfile',
      '.venv',
      'venv',
      '**/__pycache__',
      '**/*.py[cod]',
      '.pytest_cache',
      '.mypy_cache',
      '.tox',
    ])
  })

  test('has the bytecode alone where nothing is known of the rest', () => {
    expect(linesFor(plain, sources)).toEqual([
      '.git',
      '.dockerignore',
      'Dockerfile',
      '**/__pycache__',
    ])
  })

  test('has the cache that says by its mark that it is one', () => {
    expect(linesFor(plain, { ...sources, '.ruff_cache/CACHEDIR.TAG': '' })).toContain('.ruff_cache')
    expect(linesFor(plain, { ...sources, '.ruff_cache/list.txt': '' })).not.toContain('.ruff_cache')
  })

  test('has none of it where the project has no Python', () => {
    expect(linesFor(plain, { 'requirements.txt': '', '.gitignore': usual })).not.toContain('.venv')
  })

  test('keeps modules that are compiled alone', () => {
    const files = { ...sources, '.gitignore': usual }
    const lines = [
      linesFor(plain, { ...files, 'licence.pyc': '' }),
      linesFor(plain.replace('app.py', 'app.pyc'), files),
      linesFor(plain, { ...files, 'app.py': 'import runpy\nrunpy.run_path("job.pyc")' }),
    ]
    for (const each of lines) expect(each).not.toContain('**/*.py[cod]')
    expect(linesFor(plain, { ...files, '__pycache__/app.cpython-312.pyc': '' })).toContain(
      '**/*.py[cod]',
    )
  })
})

describe('a virtual environment of the machine', () => {
  test('stays out where it stands', () => {
    expect(linesFor(plain, { ...sources, ...environment })).toContain('venv')
    expect(linesFor(plain, { ...sources, 'env/pyvenv.cfg': '' })).toContain('env')
    const below = plain
      .replace('COPY . .', 'COPY api .')
      .replace('requirements.txt .', 'api/r.txt .')
    const files = { 'api/app.py': '', 'api/r.txt': '', 'api/.venv/pyvenv.cfg': '' }
    expect(linesFor(below, files)).toEqual(['api/.venv'])
  })

  test('stays out, be the author’s list of lines there or not', () => {
    const own = { ...sources, '.dockerignore': '*.md\n' }
    expect(linesFor(plain, { ...own, ...environment })).toEqual(['*.md', 'venv'])
    expect(linesFor(plain, { ...own, '.gitignore': usual })).toBeUndefined()
  })

  test('stays out where the image makes its own there', () => {
    expect(linesFor(synced, project)).toContain('.venv')
    expect(linesFor(synced, { ...project, '.venv/pyvenv.cfg': '' })).toContain('.venv')
    const two = synced
      .replace('FROM python:3.12-slim', 'FROM python:3.12-slim AS builder')
      .replace(
        'CMD',
        'FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\nCOPY --from=builder /app/.venv /app/.venv\nCMD',
      )
    expect(linesFor(two, { ...project, '.venv/pyvenv.cfg': '' })).toContain('.venv')
    const made = plain.replace('COPY . .', 'COPY . .\nRUN python -m venv venv && venv/bin/pip list')
    expect(linesFor(made, { ...sources, ...environment })).toContain('venv')
  })

  test('stays out where another is meant', () => {
    const other = plain.replace('COPY req', 'RUN python -m venv /opt/venv\nCOPY req')
    expect(linesFor(other, { ...sources, ...environment })).toContain('venv')
    const scripts = {
      'setup.sh': '. venv/bin/activate',
      Makefile: 'run:\n\tvenv/bin/python app.py',
      'supervisord.conf': 'command=/opt/venv/bin/gunicorn app:app',
    }
    expect(linesFor(other, { ...sources, ...environment, ...scripts })).toContain('venv')
  })

  test.each<[string, string, Files]>([
    ['is what starts', plain.replace('"python"', '"venv/bin/python"'), {}],
    ['is on PATH', plain.replace('CMD', 'ENV PATH="/app/venv/bin:$PATH"\nCMD'), {}],
    ['is named by a variable', plain.replace('CMD', 'RUN $HOME/venv/bin/pip list\nCMD'), {}],
    [
      'is activated by the script that starts',
      plain.replace('["python", "app.py"]', './start.sh'),
      { 'start.sh': '#!/bin/sh\n. venv/bin/activate\nexec python app.py' },
    ],
    ['is found by the program', plain, { 'app.py': "sys.path.insert(0, 'venv/lib/python3.12')" }],
    ['is built from by its name', plain.replace('COPY . .', 'COPY . .\nCOPY venv /v'), {}],
  ])('comes along where it %s', (_name, text, more) => {
    expect(linesFor(text, { ...sources, ...environment, ...more })).not.toContain('venv')
  })
})

describe('.env', () => {
  const ignored = { ...sources, '.gitignore': '.env\n' }
  test('stays out where nothing reads it', () => {
    expect(linesFor(plain, ignored)).toContain('.env')
  })
  test.each<[string, string, Files]>([
    ['python-decouple', plain, { 'app.py': 'from decouple import config' }],
    ['django-environ', plain, { 'app.py': 'environ.Env.read_env()' }],
    ['python-dotenv', plain, { 'app.py': 'from dotenv import load_dotenv' }],
    ['pydantic', plain, { 'app.py': 'model_config = SettingsConfigDict(env_file=".env")' }],
    ['pipenv', plain.replace('"python"', '"pipenv", "run", "python"'), {}],
    ['flask', plain.replace('"python", "app.py"', '"flask", "--app", "app", "run"'), {}],
    [
      'uvicorn',
      plain.replace('"python", "app.py"', '"uvicorn", "--env-file", ".env", "app:a"'),
      {},
    ],
  ])('comes along where %s reads it', (_name, text, more) => {
    expect(linesFor(text, { ...ignored, ...more })).not.toContain('.env')
  })
})

describe('.git comes along', () => {
  test.each<[string, string, Files]>([
    ['setuptools-scm', plain, { 'pyproject.toml': 'requires = ["setuptools_scm>=8"]' }],
    ['hatch-vcs', plain, { 'pyproject.toml': 'requires = ["hatchling", "hatch-vcs"]' }],
    ['PDM', plain, { 'pyproject.toml': '[tool.pdm.version]\nsource = "scm"' }],
    ['versioneer', plain, { 'setup.py': 'import versioneer' }],
    ['GitPython', plain, { 'app.py': 'from git import Repo' }],
    ['a call', plain, { 'app.py': "subprocess.check_output(['git', 'rev-parse', 'HEAD'])" }],
    ['mlflow', plain, { 'app.py': 'import mlflow' }],
    ['pre-commit', plain.replace('CMD', 'RUN pre-commit install\nCMD'), {}],
  ])('where %s asks it', (_name, text, more) => {
    expect(linesFor(text, { ...sources, ...more }) ?? []).not.toContain('.git')
  })
})
