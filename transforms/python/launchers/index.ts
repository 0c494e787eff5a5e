import {
  baseName,
  isPython,
  readWords,
  resolvePath,
  startsWords,
  type Call,
  type Launcher,
  type Reading,
} from '../../../src/transform.ts'
import { fileOfModule, foldersOf, isThere, startsFiles } from './module-file.ts'
import { serverLaunchers, serverNames } from './servers.ts'

const versions = Array.from({ length: 20 }, (_, i) => `python3.${i}`)

/** Programs that start another with the rest of their words, and their flags that take a value. */
const wrappers: readonly (readonly [names: string, verb: string | undefined, values: string])[] = [
  // https://docs.astral.sh/uv/reference/cli/#uv-run
  [
    'uv',
    'run',
    '--directory --project --package --extra --group --only-group --no-group --with --env-file --python -p --index-url',
  ],
  // https://python-poetry.org/docs/cli/#run, https://pipenv.pypa.io/, https://pdm-project.org/
  ['poetry', 'run', '--directory -C --project -P'],
  ['pipenv', 'run', ''],
  ['pdm', 'run', '-p --project --venv'],
  // https://docs.newrelic.com/docs/apm/agents/python-agent/installation/python-agent-admin-script-advanced-usage/
  ['newrelic-admin', 'run-program', ''],
  // https://ddtrace.readthedocs.io/, https://opentelemetry.io/docs/zero-code/python/
  ['ddtrace-run', undefined, ''],
  [
    'opentelemetry-instrument',
    undefined,
    '--traces_exporter --metrics_exporter --logs_exporter --service_name --exporter_otlp_endpoint',
  ],
]

const rows: readonly Launcher[] = [
  { names: new Set(['python', 'python2', 'python3', ...versions]), read: readPython },
  ...wrappers.map(([names, verb, values]) => ({
    names: new Set(names.split(' ')),
    read: (call: Call) => readWrapper(call, verb, values),
  })),
  ...serverLaunchers,
]

/** What starts programs of Python, and leads to the sources that run; by the paths of a virtual environment, too: `/opt/venv/bin/gunicorn`. */
export const pythonLaunchers: readonly Launcher[] = [...rows, { read: readByPath }]

function readByPath(call: Call): Reading | undefined {
  if (!call.name.includes('/bin/')) return undefined
  const name = baseName(call.name)
  return rows.find(({ names }) => names?.has(name) === true)?.read({ ...call, name })
}

/**
 * `python -m gunicorn shop:app`, `python -m shop.job`, `python src`: a folder is what its `__main__.py` is, a file that is named is the program
 * itself. https://docs.python.org/3/using/cmdline.html
 */
function readPython(call: Call): Reading | undefined {
  const { args } = call
  const flags = args.findIndex((arg, i) => arg === '-m' || !isFlag(args, i))
  if (flags < 0) return undefined
  if (args[flags] !== '-m') {
    const main = resolvePath(call.cwd, `${args[flags] ?? ''}/__main__.py`)
    return isThere(main, call) ? startsFiles(call, [main], args.slice(flags + 1)) : undefined
  }
  const [module, ...rest] = args.slice(flags + 1)
  if (module === undefined) return undefined
  if (serverNames.has(module)) return startsWords(call, [module, ...rest])
  const file = fileOfModule(module, foldersOf(call), call, ['__main__.py'])
  return startsFiles(call, [file], rest)
}

const isFlag = (args: Call['args'], i: number) =>
  args[i]?.startsWith('-') === true || /^-[WX]$/.test(args[i - 1] ?? '')

/** `poetry run gunicorn shop:app`, `uv run job.py` */
function readWrapper(call: Call, verb: string | undefined, values: string): Reading | undefined {
  const outer = readWords(call.args, values)
  if (verb === undefined)
    return outer.operands[0] === undefined
      ? undefined
      : startsWords(call, [outer.operands[0], ...outer.rest])
  if (outer.operands[0] !== verb) return undefined
  const { operands, rest, flags } = readWords(outer.rest, values)
  const [program] = operands
  if (program === undefined) return undefined
  const isModule = call.name === 'uv' && flags.has('-m')
  if (isModule) return startsWords(call, ['python', '-m', program, ...rest])
  return startsWords(
    call,
    program.endsWith('.py') && !isPython(program)
      ? ['python', program, ...rest]
      : [program, ...rest],
  )
}
