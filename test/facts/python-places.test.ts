import { expect, test } from 'vitest'
import { factsOfText } from '../../src/facts/facts.ts'
import { environmentsOf } from '../../src/facts/python/environments.ts'
import { packagePlaceOf } from '../../src/facts/python/package-place.ts'
import { packageWorks } from '../../src/facts/python/work/index.ts'
import { memoryProject } from '../memory-project.ts'

/** Where the last command of the lines puts packages: a folder, or the kind of place. */
function placeOf(lines: string, files: Readonly<Record<string, string>> = {}): string | undefined {
  const project = memoryProject(files)
  const final = factsOfText(`FROM python:3.12\nWORKDIR /app\n${lines}\n`, project)?.final
  const command = final?.commands.at(-1)
  const work = final && packageWorks(final, project).find((each) => each.command === command)
  const place = work && packagePlaceOf(work)
  return place === undefined ? undefined : 'folder' in place ? place.folder : place.kind
}

test.each([
  ['RUN pip install flask', 'interpreter'],
  ['RUN python3 -m pip install flask', 'interpreter'],
  ['RUN python setup.py install', 'interpreter'],
  ['RUN python setup.py sdist', undefined],
  ['RUN pip install --user flask', '/root/.local'],
  ['RUN pip install --target lib flask', '/app/lib'],
  ['RUN pip install --prefix=/install flask', '/install'],
  ['RUN python -m venv /opt/venv\nRUN pip install flask', 'interpreter'],
  ['RUN python -m venv /opt/venv\nRUN /opt/venv/bin/pip install flask', '/opt/venv'],
  ['RUN python -m venv venv\nRUN venv/bin/python -m pip install flask', '/app/venv'],
  [
    'RUN python -m venv --copies /opt/venv && . /opt/venv/bin/activate && pip install flask',
    '/opt/venv',
  ],
  [
    'RUN virtualenv -p python3 env\nENV PATH="/app/env/bin:$PATH"\nRUN pip install flask',
    '/app/env',
  ],
  ['RUN python -m venv /v\nRUN PATH=/v/bin:$PATH pip install flask', '/v'],
  ['RUN uv venv /opt/venv\nENV VIRTUAL_ENV=/opt/venv\nRUN uv pip install flask', '/opt/venv'],
  ['RUN uv venv\nRUN uv pip install flask', '/app/.venv'],
  ['RUN uv pip install --system flask', 'interpreter'],
  ['ENV UV_SYSTEM_PYTHON=1\nRUN uv pip install flask', 'interpreter'],
  ['RUN uv sync --frozen', '/app/.venv'],
  ['ENV UV_PROJECT_ENVIRONMENT=/opt/venv\nRUN uv sync --frozen', '/opt/venv'],
  ['ENV POETRY_VIRTUALENVS_CREATE=false\nRUN poetry install', 'interpreter'],
  ['RUN poetry config virtualenvs.create false\nRUN poetry install', 'interpreter'],
  ['ENV POETRY_VIRTUALENVS_IN_PROJECT=1\nRUN poetry install', '/app/.venv'],
  ['RUN poetry install', 'unknown'],
  ['RUN pipenv install --system --deploy', 'interpreter'],
  ['ENV PIPENV_VENV_IN_PROJECT=1\nRUN pipenv sync', 'unknown'],
  ['RUN pipenv sync', 'unknown'],
  ['RUN pdm sync --prod', '/app/.venv'],
  ['RUN echo done', undefined],
])('%s', (lines, place) => {
  expect(placeOf(lines)).toBe(place)
})

test.each([
  ['RUN UV_PROJECT_ENVIRONMENT=/opt/shop uv sync', '/opt/shop'],
  ['RUN export UV_PROJECT_ENVIRONMENT=/opt/shop && uv sync', '/opt/shop'],
  ['RUN poetry config virtualenvs.in-project true\nRUN poetry install', '/app/.venv'],
  ['RUN POETRY_VIRTUALENVS_IN_PROJECT=true poetry install', '/app/.venv'],
  ['COPY . .\nRUN poetry install', '/app/.venv'],
  ['RUN python -m venv /v\nENV VIRTUAL_ENV=/v\nRUN pdm install', '/v'],
  ['RUN python -m venv /v\nENV VIRTUAL_ENV=/v\nRUN poetry install', '/v'],
  ['COPY . .\nRUN PIPENV_VENV_IN_PROJECT=1 pipenv sync', '/app/.venv'],
])('settings of managers: %s', (lines, place) => {
  const files = { Pipfile: '', 'poetry.toml': '[virtualenvs]\nin-project = true\n' }
  expect(placeOf(lines, files)).toBe(place)
})

test('a stage has the environments of the stages that it is built from', () => {
  const text = 'FROM python:3.12 AS one\nRUN python -m venv /one\nFROM one\nRUN uv venv /two\n'
  const project = memoryProject()
  const final = factsOfText(text, project)?.final
  expect(final && environmentsOf(final, project).map(({ folder }) => folder)).toEqual([
    '/one',
    '/two',
  ])
})
