import { baseName, isPython, type Command, type Purpose } from '../../src/transform.ts'

type Words = Command['args']

/**
 * Programs that run tests and do nothing else: https://docs.pytest.org, https://tox.wiki, https://nox.thea.codes, https://docs.nose2.io,
 * https://docs.twisted.org/en/stable/core/howto/testing.html, https://stestr.readthedocs.io, https://behave.readthedocs.io
 */
const runners: ReadonlySet<string> = new Set(
  'pytest py.test pytest-3 tox nox nosetests nose2 trial stestr behave'.split(' '),
)

/** The same as modules: https://docs.python.org/3/library/unittest.html */
const modules: ReadonlySet<string> = new Set([...runners, 'unittest', 'nose', 'twisted.trial'])

/** What a test runner says of its image or its RUN, as itself, as a module, under coverage and as a command of Django. */
export function testsOf({ name = '', args }: Command): Purpose | undefined {
  return runsTests(baseName(name), args) ? { kind: 'tests', what: 'the tests' } : undefined
}

function runsTests(program: string, args: Words): boolean {
  if (runners.has(program)) return isRun(program, args)
  if (isPython(program)) return testsByPython(args)
  // https://coverage.readthedocs.io/en/latest/cmd.html#execution-coverage-run: what follows are words of Python.
  if (program === 'coverage') return args[0] === 'run' && testsByPython(args.slice(1))
  // https://docs.djangoproject.com/en/stable/ref/django-admin/
  if (program === 'django-admin' || program === 'manage.py') return args[0] === 'test'
  // https://hatch.pypa.io/latest/cli/reference/#hatch-test
  return program === 'hatch' && args[0] === 'test'
}

/** The words behind Python's own flags: `-m pytest -x`, `manage.py test`, `setup.py test`. */
function testsByPython(args: Words): boolean {
  const at = args.findIndex((word, i) => !isFlag(word, args[i - 1]))
  const [first, ...rest] = at < 0 ? [] : args.slice(at)
  if (first === '-m') {
    const [module = '', ...words] = rest
    if (modules.has(module)) return isRun(module, words)
    return module === 'django' ? words[0] === 'test' : runsTests(module, words)
  }
  const file = baseName(first ?? '')
  return /^(manage|setup)\.py$/.test(file) && rest[0] === 'test'
}

/** A flag of Python or of coverage, or the value of one. https://docs.python.org/3/using/cmdline.html */
const isFlag = (word: string | undefined, before: string | undefined): boolean =>
  word !== undefined &&
  word !== '-m' &&
  (word.startsWith('-') || /^(-[WX]|--(source|rcfile|omit|include|data-file))$/.test(before ?? ''))

/** Not what only lists or says something: `pytest --version`, `tox list`. */
const isRun = (program: string, args: Words): boolean =>
  !args.some(
    (word) => word === '--version' || word === '--help' || word === '-h' || word === '--notest',
  ) && !(program === 'tox' && /^(list|l|config|c|devenv|d)$/.test(args[0] ?? ''))
