import { describe, expect, test } from 'vitest'
import { layerOrder } from '../../transforms/hardening/layer-order/layer-order.ts'
import { after, applyRule } from '../hardening/apply-rule.ts'

const head = 'FROM scratch AS a\n\nFROM python:3.12-slim\nWORKDIR /app\n'
const tail = 'CMD ["python", "app.py"]\n'

/** What stands between the working folder and the start command. */
function ordered(lines: string, files: Readonly<Record<string, string>>): string {
  const text = after(applyRule(layerOrder, `${head}${lines}\n${tail}`, { 'app.py': '', ...files }))
  return text.startsWith(head) ? text.slice(head.length, -tail.length - 1) : text
}

describe('requirements before the sources', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'COPY . .\nRUN pip install --no-cache-dir -r requirements.txt',
      { 'requirements.txt': 'flask==3.0\n' },
      'COPY requirements.txt ./\nRUN pip install --no-cache-dir -r requirements.txt\nCOPY . .',
    ],
    [
      'COPY . /app\nRUN pip install --upgrade pip && pip install -r requirements.txt -c limits.txt',
      { 'requirements.txt': 'flask\n', 'limits.txt': 'jinja2<4\n' },
      'COPY requirements.txt limits.txt ./\nRUN pip install --upgrade pip && pip install -r requirements.txt -c limits.txt\nCOPY . /app',
    ],
    [
      'COPY . .\nRUN pip install -r requirements.txt',
      {
        'requirements.txt': '# all\n-r more.txt\nflask\n',
        'more.txt': '-c limits.txt\ngunicorn\n',
        'limits.txt': '',
      },
      'COPY requirements.txt more.txt limits.txt ./\nRUN pip install -r requirements.txt\nCOPY . .',
    ],
    [
      'COPY . .\nRUN pip install -r requirements.txt && python manage.py collectstatic',
      { 'requirements.txt': 'git+https://example.org/a/b.git\nc @ https://example.org/c.whl\n' },
      'COPY requirements.txt ./\nRUN pip install -r requirements.txt\nCOPY . .\nRUN python manage.py collectstatic',
    ],
    [
      'COPY . .\nRUN pip install -r requirements/prod.txt',
      { 'requirements/prod.txt': '-r base.txt\n', 'requirements/base.txt': 'flask\n' },
      'COPY requirements/prod.txt ./requirements/\nCOPY requirements/base.txt ./requirements/\nRUN pip install -r requirements/prod.txt\nCOPY . .',
    ],
    [
      'COPY . .\nRUN pip install -r requirements.txt',
      {
        'requirements.txt':
          '-r "base.txt"\nflask==3.0 \\\n  --hash=sha256:aa # why\n-climits.txt\n',
        'base.txt':
          '--find-links https://example.org/wheels\n-e git+https://example.org/a.git#egg=a\n',
        'limits.txt': 'jinja2<4\n',
      },
      'COPY requirements.txt base.txt limits.txt ./\nRUN pip install -r requirements.txt\nCOPY . .',
    ],
    [
      'COPY . .\nRUN pip install uv && uv pip install --system -r requirements.txt',
      { 'requirements.txt': 'flask\n', 'pyproject.toml': '[tool.ruff]\n' },
      'COPY requirements.txt ./\nRUN pip install uv && uv pip install --system -r requirements.txt\nCOPY . .',
    ],
    [
      'COPY . .\nRUN uv pip sync --system requirements.txt',
      { 'requirements.txt': 'flask\n' },
      'COPY requirements.txt ./\nRUN uv pip sync --system requirements.txt\nCOPY . .',
    ],
    [
      'COPY . .\nRUN uv sync',
      { 'pyproject.toml': '[project]\n', 'uv.lock': '' },
      'COPY pyproject.toml uv.lock ./\nRUN uv sync\nCOPY . .',
    ],
  ])('%j', (lines, files, output) => {
    expect(ordered(lines, files)).toBe(output)
  })

  test.each<[string, Readonly<Record<string, string>>]>([
    ['RUN pip install -r requirements.txt', { 'requirements.txt': '-e .\n' }],
    ['RUN pip install -r requirements.txt', { 'requirements.txt': './lib\nflask\n' }],
    ['RUN pip install -r requirements.txt', { 'requirements.txt': 'a @ file:///app/lib\n' }],
    ['RUN pip install -r requirements.txt', { 'requirements.txt': '--find-links wheels\nflask\n' }],
    ['RUN pip install -r requirements.txt', { 'requirements.txt': '-r missing.txt\n' }],
    ['RUN pip install -r requirements.txt .', { 'requirements.txt': 'flask\n' }],
    ['RUN pip install -r requirements.txt', {}],
    [
      'RUN pip install -r requirements.txt',
      { 'requirements.txt': 'wheels/a-1.0-py3-none-any.whl\n' },
    ],
    ['RUN pip install -r requirements.txt', { 'requirements.txt': '-r /etc/base.txt\n' }],
    ['RUN pip install -r requirements.txt', { 'requirements.txt': 'git+file:///app/lib\n' }],
    ['RUN pip install -r requirements.txt', { 'requirements.txt': '<<<<<<< HEAD\n' }],
    [
      'RUN pip install -r requirements.txt --find-links wheels',
      { 'requirements.txt': 'flask\n', 'wheels/flask-3.0-py3-none-any.whl': '' },
    ],
    [
      'RUN uv pip install --system -r requirements.txt',
      { 'requirements.txt': 'flask\n', 'uv.toml': '' },
    ],
    [
      'RUN uv pip install --system -r requirements.txt',
      { 'requirements.txt': 'flask\n', 'pyproject.toml': '[tool.uv]\n' },
    ],
    ['RUN uv pip install --system -r pyproject.toml', { 'pyproject.toml': '[project]\n' }],
    ['RUN uv sync', { 'pyproject.toml': '[project]\n' }],
    [
      'ENV UV_FIND_LINKS=/app/wheels\nRUN uv pip install --system -r requirements.txt',
      { 'requirements.txt': 'flask\n' },
    ],
    [
      'ENV PIP_CONFIG_FILE=/app/pip.conf\nRUN pip install -r requirements.txt',
      { 'requirements.txt': 'flask\n' },
    ],
  ])('%j with %j: the sources stay above', (lines, files) => {
    expect(ordered(`COPY . .\n${lines}`, files)).toContain('unchanged')
  })
})
