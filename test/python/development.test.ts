import { describe, expect, test } from 'vitest'
import { commandOf } from '../../src/facts/commands/command.ts'
import { migrate } from '../../src/migrate.ts'
import { nothingToLeave } from '../../src/plan/refusals/nothing-to-leave.ts'
import type { Ecosystem } from '../../src/transform.ts'
import { python } from '../../transforms/python/index.ts'
import { memoryProject } from '../memory-project.ts'

const purposeOf = (line: string, env: Readonly<Record<string, string>> = {}) =>
  python.purposeOf?.(commandOf(line.split(' '), '/app'), (name) => env[name])

const watching = ', which starts again whenever a source file changes'

describe('what is made for development', () => {
  test.each([
    ['uvicorn shop:app --reload', `uvicorn --reload${watching}`],
    ['/opt/venv/bin/uvicorn --reload shop:app', `uvicorn --reload${watching}`],
    ['python -m uvicorn shop:app --reload', `uvicorn --reload${watching}`],
    ['gunicorn --reload -b :8000 shop:app', `gunicorn --reload${watching}`],
    ['hypercorn shop:app --reload', `hypercorn --reload${watching}`],
    ['flask run --debug', `flask run --debug${watching}`],
    ['flask --app shop --debug run', `flask run --debug${watching}`],
    ['python -m flask run --reload', `flask run --reload${watching}`],
    ['env FLASK_DEBUG=1 flask run', 'flask run with FLASK_DEBUG=1, a development server'],
    ['fastapi dev main.py', `fastapi dev${watching}`],
    ['fastapi run --reload main.py', `fastapi run --reload${watching}`],
    ['manage.py runserver_plus', 'manage.py runserver_plus, made for the developer'],
    ['python manage.py shell', 'manage.py shell, made for the developer'],
    ['watchmedo auto-restart -- celery worker', `watchmedo auto-restart${watching}`],
    ['jurigged shop.py', `jurigged${watching}`],
    ['nodemon --exec python shop.py', `nodemon${watching}`],
    ['python -m debugpy --listen 5678 shop.py', 'debugpy, a debugger'],
    ['jupyter lab --ip 0.0.0.0', 'jupyter lab, in which a person works'],
    ['jupyter --debug notebook', 'jupyter notebook, in which a person works'],
    ['python -m notebook', 'notebook, in which a person works'],
    ['ipython', 'ipython, in which a person works'],
    ['marimo edit', 'marimo edit, in which a person works'],
    ['mkdocs serve', 'mkdocs serve, a server for those who write the pages'],
  ])('%s', (line, what) => {
    expect(purposeOf(line)).toEqual({ kind: 'development', what })
  })

  test.each([
    'python manage.py runserver 0.0.0.0:8000',
    'python manage.py migrate',
    'flask run --host 0.0.0.0',
    'flask --app shop run -p 80',
    'flask db upgrade',
    'env FLASK_DEBUG=0 flask run',
    'uvicorn shop:app --reload-dir shop',
    'gunicorn shop:app',
    'fastapi run main.py',
    'streamlit run app.py',
    'gradio app.py',
    'reflex run --env prod',
    'marimo run app.py',
    'jupyter nbconvert --execute report.ipynb',
    'voila report.ipynb',
    'python app.py --reload',
    'python -c pdb',
    'celery -A shop worker',
    'mkdocs build',
  ])('%s serves, or works for real', (line) => {
    expect(purposeOf(line)).toBeUndefined()
  })

  test.each([
    [{ FLASK_DEBUG: '1' }, 'flask run with FLASK_DEBUG=1, a development server'],
    [{ FLASK_ENV: 'development' }, 'flask run with FLASK_ENV=development, a development server'],
    [{ FLASK_DEBUG: '0', FLASK_ENV: 'development' }, undefined],
    [{ FLASK_DEBUG: 'false' }, undefined],
    [{ FLASK_ENV: 'production' }, undefined],
    [{}, undefined],
  ])('flask run with %j', (env, what) => {
    expect(purposeOf('flask run', env)?.what).toBe(what)
    expect(purposeOf('gunicorn shop:app', env)).toBeUndefined()
  })
})

test('an image of it is refused', () => {
  const unsplit: Ecosystem = {
    ...{ ...python, title: 'Python', matches: () => true, split: () => nothingToLeave },
  }
  const refusal = (lines: string) => {
    const source = `FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\n${lines}\n`
    const project = memoryProject({ 'app.py': 'import flask\n', Dockerfile: source })
    const outcome = migrate(source, project, { ecosystems: [unsplit], rules: [] })
    return 'code' in outcome ? `${outcome.code}: ${outcome.reason}` : outcome.outcome
  }
  const advice = 'Name a production start command, or keep this file for development.'
  expect(refusal('ENV FLASK_DEBUG=1\nCMD flask run')).toBe(
    `development-image: Line 5 starts flask run with FLASK_DEBUG=1, a development server. ${advice}`,
  )
  expect(refusal('CMD ["python", "-m", "uvicorn", "app:app", "--reload"]')).toBe(
    `development-image: Line 4 starts uvicorn --reload, which starts again whenever a source file changes. ${advice}`,
  )
  expect(refusal('CMD FLASK_DEBUG=0 flask run')).toMatch(/^nothing-to-leave-behind/)
})
