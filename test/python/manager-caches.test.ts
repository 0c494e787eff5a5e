import { describe, expect, test } from 'vitest'
import { packageCache } from '../../transforms/hardening/package-cache/package-cache.ts'
import { after, applyRule } from '../hardening/apply-rule.ts'

type Files = Record<string, string>

const head = 'FROM scratch AS a\n\nFROM python:3.12-slim\n'

/** What becomes of a stage that ships. */
function stage(lines: string, caches: 'clean' | 'mount', files: Files = {}): string {
  const wanted = caches === 'mount' ? { caches } : undefined
  const text = after(applyRule(packageCache, `${head}${lines}\n`, files, undefined, wanted))
  return text.startsWith(head) ? text.slice(head.length).trimEnd() : text.replace(/: .*/s, '')
}

const locked = ',sharing=locked'
const mount = (target: string, more = '') =>
  `--mount=type=cache,target=/root/.cache/${target}${more}`

describe('caches of managers that ship', () => {
  test.each<[string, string]>([
    ['RUN uv sync --frozen', 'RUN uv sync --no-cache --frozen'],
    [
      'RUN pip install --no-cache-dir poetry && poetry install --only main',
      'RUN pip install --no-cache-dir poetry && poetry install --only main && rm -rf ~/.cache/pypoetry/artifacts ~/.cache/pypoetry/cache',
    ],
    [
      'RUN pipenv install --system --deploy',
      'RUN pipenv install --system --deploy && rm -rf ~/.cache/pipenv',
    ],
  ])('%s', (before, output) => {
    expect(stage(before, 'clean')).toBe(output)
  })

  test.each([
    'RUN uv sync --frozen --no-cache',
    'ENV UV_NO_CACHE=1\nRUN uv sync',
    'RUN --mount=type=cache,target=/root/.cache/uv uv sync',
    'RUN uv sync && uv cache clean',
    'RUN poetry install && rm -rf $POETRY_CACHE_DIR',
    'RUN poetry install && poetry cache clear --all pypi',
    'RUN poetry config virtualenvs.create false',
    'RUN pipenv install --deploy && rm -rf /root/.cache',
    'ENV POETRY_CACHE_DIR=/tmp/poetry\nRUN poetry install',
    'RUN pdm install',
  ])('%s: it stays', (lines) => {
    expect(stage(lines, 'clean')).toBe('unchanged')
  })
})

describe('cache mounts of managers', () => {
  test.each<[string, string]>([
    ['RUN uv sync --frozen', `RUN ${mount('uv')} UV_LINK_MODE=copy uv sync --frozen`],
    ['RUN uv sync --no-cache', `RUN ${mount('uv')} UV_LINK_MODE=copy uv sync`],
    ['ENV UV_LINK_MODE=copy\nRUN uv sync', `ENV UV_LINK_MODE=copy\nRUN ${mount('uv')} uv sync`],
    [
      'ENV UV_CACHE_DIR=/c\nRUN uv sync',
      'ENV UV_CACHE_DIR=/c\nRUN --mount=type=cache,target=/c UV_LINK_MODE=copy uv sync',
    ],
    [
      'RUN poetry install && rm -rf ~/.cache/pypoetry/cache ~/.cache/pypoetry/artifacts',
      `RUN ${mount('pypoetry/artifacts', locked)} \\\n    ${mount('pypoetry/cache', locked)} \\\n    poetry install`,
    ],
    ['RUN pipenv sync --system', `RUN ${mount('pipenv', locked)} pipenv sync --system`],
    ['RUN pdm install --prod', `RUN ${mount('pdm', locked)} pdm install --prod`],
  ])('%s', (before, output) => {
    expect(stage(before, 'mount')).toBe(output)
  })

  test.each<[string, Files]>([
    ['ENV UV_LINK_MODE=symlink\nRUN uv sync', {}],
    ['RUN uv sync --link-mode=symlink', {}],
    ['ENV UV_NO_CACHE=1\nRUN uv sync', {}],
    ['RUN uv sync --no-cache --cache-dir /c', {}],
    ['RUN poetry config cache-dir /c\nRUN poetry install', {}],
    ['RUN poetry install', { 'poetry.toml': 'cache-dir = "/c"\n' }],
    ['RUN pdm config install.cache on\nRUN pdm install', {}],
    ['USER 4711\nRUN pdm install', {}],
  ])('%s: no mount', (lines, files) => {
    expect(stage(lines, 'mount', files)).not.toContain('--mount')
  })
})
