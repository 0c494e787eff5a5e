import type { Command } from '../../../src/transform.ts'
import { behindPython, type PythonWords } from './python-words.ts'

/**
 * Programs and modules that run tests and do nothing else: https://docs.pytest.org, https://tox.wiki, https://nox.thea.codes,
 * https://docs.nose2.io, https://docs.twisted.org/en/stable/core/howto/testing.html, https://stestr.readthedocs.io, https://behave.readthedocs.io
 */
const runners: ReadonlySet<string> = new Set(
  'pytest py.test pytest-3 ptw pytest-watch tox nox nosetests nose nose2 trial twisted.trial stestr behave'.split(
    ' ',
  ),
)

/** Whether a test runner runs, as itself, as a module, under coverage and as a command of Django. */
export function runsTests({ program, args }: PythonWords): boolean {
  if (runners.has(program)) return isRun(program, args)
  switch (program) {
    // https://coverage.readthedocs.io/en/latest/cmd.html#execution-coverage-run: what follows are words of Python.
    case 'coverage': {
      const inner = behindPython(args.slice(1))
      return args[0] === 'run' && inner.program !== 'coverage' && runsTests(inner)
    }
    // https://docs.python.org/3/library/unittest.html
    case 'unittest':
      return isRun(program, args)
    // https://docs.djangoproject.com/en/stable/ref/django-admin/, https://hatch.pypa.io/latest/cli/reference/#hatch-test
    case 'manage.py':
    case 'django-admin':
    case 'django':
    case 'setup.py':
    case 'hatch':
      return args[0] === 'test'
    default:
      return false
  }
}

/** Not what only lists or says something: `pytest --version`, `tox list`. */
const isRun = (program: string, args: Command['args']): boolean =>
  !args.some((word) => /^(--version|--help|-h|--notest)$/.test(word ?? '')) &&
  !(program === 'tox' && /^(list|l|config|c|devenv|d)$/.test(args[0] ?? ''))
