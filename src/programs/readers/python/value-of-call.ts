import {
  homeFolder,
  joinPaths,
  parentPath,
  temporaryFolder,
  unknownPath,
  workingFolder,
  type PathValue,
} from '../../path-value.ts'
import { pathClass } from './names.ts'
import {
  expanded,
  joinedText,
  literal,
  mark,
  nothing,
  renamed,
  textOf,
  unknown,
  valueOfPath,
  variableOf,
  type Value,
  type ValuesOfCall,
} from './value.ts'

const pathMethods = `${pathClass}.`

/** What a function gives, by its whole name. `env` is what the image's ENV says. */
export function valueOfCall(
  name: string,
  values: ValuesOfCall,
  env: (name: string) => string | undefined,
): Value {
  const { args, named, of } = values
  const [first = unknown] = args
  if (name === pathClass) return valueOfPath(args.length === 0 ? workingFolder : joined(args))
  if (name.startsWith(pathMethods)) return ofPath(name.slice(pathMethods.length), of, args)
  const known = pathFunction(name, args)
  if (known !== undefined) return known
  switch (name) {
    case 'str':
    case 'int':
    case 'bytes':
    case 'os.fspath':
    case 'os.fsdecode':
    case 'os.fsencode':
    case 'textwrap.dedent':
    case 'inspect.cleandoc':
    case 'shlex.quote':
    case 'shlex.split':
    case 'open':
    case 'contextlib.closing':
    case 'sys.intern':
      return first
    case 'typing.cast':
      return args[1] ?? unknown
    case 'os.getenv':
    case 'os.environ.get':
    case 'os.environ.setdefault':
    case 'os.environ.pop':
      return variableOf(textOf(first), args[1] ?? named('default'), env)
    case 'decouple.config':
    case 'environs.Env':
    case 'environs.Env.str':
    case 'environs.Env.path':
    case 'environs.Env.int':
    case 'environ.Env':
    case 'environ.Env.str':
    case 'environ.Env.path':
      return variableOf(textOf(first), args[1] ?? named('default'), env)
    case 'os.path.expandvars':
      return expandedVariables(first, env)
    default:
      return unknown
  }
}

/** What functions of os.path and others that give paths give. https://docs.python.org/3/library/os.path.html */
function pathFunction(name: string, args: readonly Value[]): Value | undefined {
  const [first = unknown] = args
  switch (name.replace(/^posixpath\./, 'os.path.')) {
    case 'os.path.join':
    case 'werkzeug.utils.safe_join':
    case 'flask.safe_join':
    case 'django.utils._os.safe_join':
      return valueOfPath(joined(args))
    case 'os.path.dirname':
      return valueOfPath(parentPath(first.path))
    case 'os.path.abspath':
    case 'os.path.realpath':
    case 'os.path.normpath':
    case 'os.path.normcase':
      return valueOfPath(first.path)
    case 'os.path.expanduser':
      return valueOfPath(expanded(first.path))
    case 'os.getcwd':
    case 'os.getcwdb':
      return valueOfPath(workingFolder)
    case 'os.path.basename':
      return first.path.isPrefix ? unknown : literal(first.path.path.split('/').at(-1) ?? '')
    case 'tempfile.gettempdir':
    case 'tempfile.mkdtemp':
    case 'tempfile.mktemp':
    case 'tempfile.TemporaryDirectory':
    case 'tempfile.NamedTemporaryFile':
      return valueOfPath({ ...temporaryFolder, isPrefix: name !== 'tempfile.gettempdir' })
    case 'shutil.which':
      return first
    default:
      return undefined
  }
}

/** What methods of a path give. https://docs.python.org/3/library/pathlib.html */
function ofPath(name: string, of: Value, args: readonly Value[]): Value {
  const [first = unknown] = args
  switch (name) {
    case 'cwd':
      return valueOfPath(workingFolder)
    case 'home':
      return valueOfPath(homeFolder)
    case 'parent':
      return valueOfPath(parentPath(of.path))
    case 'joinpath':
      return valueOfPath(joined([of, ...args]))
    case 'resolve':
    case 'absolute':
    case 'as_posix':
    case 'as_uri':
    case '__str__':
      return of
    case 'expanduser':
      return valueOfPath(expanded(of.path))
    case 'with_name':
      return valueOfPath(renamed(of.path, () => textOf(first) ?? ''))
    case 'with_suffix':
      return valueOfPath(
        renamed(of.path, (file) => file.replace(/\.[^.]*$/, '') + (textOf(first) ?? '')),
      )
    case 'iterdir':
    case 'glob':
    case 'rglob':
      return valueOfPath({ ...of.path, isPrefix: true })
    case 'rename':
    case 'replace':
      return first
    default:
      return unknown
  }
}

/** `os.path.join(a, b)`, `Path(a, b)`, `a / b`: what is absolute starts anew. What leads up from something that is not known may end anywhere. */
export function joined(values: readonly Value[]): PathValue {
  const paths = values.map(({ path }) => path)
  const [first = unknownPath, ...rest] = paths
  const leadsUp = rest.some(({ path }) => path.split('/').includes('..'))
  if (leadsUp && paths.some(({ isPrefix }) => isPrefix)) return unknownPath
  return joinPaths([first, ...rest])
}

/** https://docs.python.org/3/library/os.path.html#os.path.expandvars */
function expandedVariables(value: Value, env: (name: string) => string | undefined): Value {
  const text = textOf(value)
  if (text === undefined) return unknown
  const parts = text.split(/\$\{(\w+)\}|\$(\w+)/)
  return joinedText(
    parts.flatMap((part: string | undefined, i) => {
      if (part === undefined) return []
      return i % 3 === 0 ? literal(part) : variableOf(part, undefined, env)
    }),
  )
}

/** Names that stand for a text: https://docs.python.org/3/library/os.html#os.sep, https://docs.python.org/3/library/sys.html#sys.executable */
export const constants: ReadonlyMap<string, Value> = new Map([
  ['os.sep', literal('/')],
  ['os.path.sep', literal('/')],
  ['os.curdir', literal('.')],
  ['os.pardir', literal('..')],
  ['os.path.pardir', literal('..')],
  ['os.devnull', literal('/dev/null')],
  ['sys.executable', literal('python')],
  ['subprocess.PIPE', nothing],
  ['subprocess.DEVNULL', nothing],
  ['tempfile.tempdir', valueOfPath(temporaryFolder)],
  ['site.USER_BASE', { path: { ...homeFolder, path: '.local' }, text: mark }],
])
