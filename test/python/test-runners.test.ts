import { describe, expect, test } from 'vitest'
import { commandOf } from '../../src/facts/commands/command.ts'
import { testStage } from '../../transforms/hardening/test-stage/test-stage.ts'
import { python } from '../../transforms/python/index.ts'
import { after, applyRule } from '../hardening/apply-rule.ts'

const purposeOf = (line: string) =>
  python.purposeOf?.(commandOf(line.split(' '), '/app'), () => undefined)

describe('test runners of Python', () => {
  test.each([
    'pytest',
    'pytest -x tests',
    '/opt/venv/bin/pytest -m slow',
    'python -m pytest',
    'python3.12 -W error -m unittest discover',
    'python -B -m nose2',
    'coverage run -m pytest',
    'coverage run --source app manage.py test',
    'python -m coverage run -m unittest',
    'python manage.py test',
    './manage.py test shop',
    'python /app/manage.py test',
    'python -m django test',
    'django-admin test',
    'python setup.py test',
    'tox -e py312',
    'nox -s tests',
    'hatch test',
  ])('%s', (line) => {
    expect(purposeOf(line)).toEqual({ kind: 'tests', what: 'the tests' })
  })

  test.each([
    'python app.py -m pytest',
    'python manage.py migrate test',
    'python -m shop test',
    'python test.py',
    'pip install pytest',
    'pytest --version',
    'tox list',
    'tox --notest',
    'coverage report',
    'python -c pytest',
    'coverage run app.py',
    'gunicorn shop:app',
  ])('%s is none', (line) => {
    expect(purposeOf(line)).toBeUndefined()
  })

  test('stand in a stage of their own', () => {
    const source = (lines: string) =>
      `FROM python:3.12 AS builder\nCOPY . .\nRUN pip install -t /deps .\n${lines}\nFROM python:3.12-slim\nCOPY --from=builder /deps /deps\nCMD ["python", "-m", "shop"]\n`
    for (const run of ['pytest -q', 'python manage.py test', 'uv run pytest', 'poetry run tox'])
      expect(after(applyRule(testStage, source(`RUN ${run}\n`)))).toBe(
        source(`\nFROM builder AS test\nRUN ${run}\n`),
      )
  })
})
