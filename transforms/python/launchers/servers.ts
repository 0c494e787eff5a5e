import { readWords, resolvePath, type Call, type Reading } from '../../../src/transform.ts'
import { fileOfModule, foldersOf, isThere, startsFiles } from './module-file.ts'

type Read = (call: Call) => Reading | undefined

/** Flags of gunicorn that take a value, those that the row looks at among them. https://docs.gunicorn.org/en/stable/settings.html */
const gunicornValues =
  '-b --bind -w --workers -k --worker-class --threads -t --timeout -c --config --chdir --pythonpath -e --env --log-level --access-logfile ' +
  '--error-logfile --log-file --log-config -n --name -u --user -g --group --keep-alive --max-requests --max-requests-jitter --graceful-timeout ' +
  '--worker-tmp-dir --worker-connections --backlog --certfile --keyfile --access-logformat --forwarded-allow-ips --statsd-host --limit-request-line ' +
  '--limit-request-field_size --limit-request-fields -p --pid --umask -m --paste --logger-class --proxy-allow-from --ca-certs --ciphers'

/** https://www.uvicorn.org/settings/, https://hypercorn.readthedocs.io/, https://github.com/django/daphne, https://github.com/emmett-framework/granian */
const serverValues =
  '--host --port -h -p -b --bind -u --unix-socket --workers -w --loop --http --ws --interface --log-level --log-config --app-dir --env-file ' +
  '--root-path --proxy-headers --forwarded-allow-ips --timeout-keep-alive --ssl-keyfile --ssl-certfile --limit-concurrency --backlog --reload-dir ' +
  '--reload-include --reload-exclude --lifespan -k --worker-class -c --config -e --endpoint -t --http-timeout --access-log --access-logfile ' +
  '--error-logfile --fd --uds -v --verbosity --listen --threads --url-scheme --url-prefix --trusted-proxy --channel-timeout --ident --blocking-threads'

/** `celery -A shop worker`: https://docs.celeryq.dev/en/stable/getting-started/next-steps.html#about-the-app-argument */
const celeryValues = '-A --app -b --broker --result-backend --loader --config --workdir'

/** What servers and workers load: the modules that their words name. */
const rows: readonly (readonly [names: string, read: Read])[] = [
  ['gunicorn', loading(gunicornValues, ['--chdir', '--pythonpath'])],
  ['uvicorn hypercorn daphne waitress-serve granian', loading(serverValues, ['--app-dir'])],
  ['huey_consumer huey_consumer.py arq', loading('-w -k --workers --worker-type -l --logfile', [])],
  ['celery', readCelery],
  ['dramatiq', readDramatiq],
  ['uwsgi', readUwsgi],
  ['flask', readFlask],
  ['fastapi', readFastApi],
  ['streamlit chainlit', readRun],
  ['invoke inv', readTasks('tasks')],
  ['fab', readTasks('fabfile')],
]

export const serverNames: ReadonlySet<string> = new Set(rows.flatMap(([names]) => names.split(' ')))

export const serverLaunchers = rows.map(([names, read]) => ({
  names: new Set(names.split(' ')),
  read,
}))

/** `gunicorn --chdir src shop.wsgi:application` */
function loading(values: string, folders: readonly string[]): Read {
  return (call) => {
    const { flags, operands } = readWords(call.args, values)
    const named = folders.flatMap((flag) => flags.get(flag) ?? [])
    return startsFiles(call, [fileOfModule(operands[0], foldersOf(call, named), call)])
  }
}

function readCelery(call: Call): Reading | undefined {
  const { flags } = readWords(call.args, celeryValues)
  const app = [...(flags.get('-A') ?? []), ...(flags.get('--app') ?? [])].at(-1)
  const folders = foldersOf(call, flags.get('--workdir'))
  return startsFiles(call, [fileOfModule(app, folders, call, ['celery.py', '__init__.py'])])
}

/** https://dramatiq.io/reference.html#command-line: the broker's module, and those of the tasks. */
function readDramatiq(call: Call): Reading | undefined {
  const values = '-p --processes -t --threads -P --path -Q --queues --pid-file --log-file'
  const { flags, operands } = readWords(call.args, values)
  const folders = foldersOf(call, [...(flags.get('-P') ?? []), ...(flags.get('--path') ?? [])])
  return startsFiles(
    call,
    operands.map((module) => fileOfModule(module, folders, call)),
  )
}

/** https://uwsgi-docs.readthedocs.io/en/latest/Options.html */
function readUwsgi(call: Call): Reading | undefined {
  const values =
    '-w --module --wsgi -s --socket --http --http-socket -p --processes --threads --chdir --pythonpath --wsgi-file --file --callable --uid --gid ' +
    '--master-fifo --stats --ini -H --virtualenv --home --env'
  const { flags } = readWords(call.args, values)
  const of = (...names: readonly string[]) => names.flatMap((name) => flags.get(name) ?? [])
  const folders = foldersOf(call, of('--chdir', '--pythonpath'))
  const files = of('--wsgi-file', '--file').map((file) => resolvePath(folders[0], file))
  const modules = of('-w', '--module', '--wsgi').map((name) => fileOfModule(name, folders, call))
  return startsFiles(call, [...files.filter((file) => isThere(file, call)), ...modules])
}

/** https://flask.palletsprojects.com/en/stable/cli/#application-discovery */
function readFlask(call: Call): Reading | undefined {
  const { flags, operands } = readWords(call.args, '-A --app -e --env-file -h --host -p --port')
  const app =
    [...(flags.get('--app') ?? []), ...(flags.get('-A') ?? [])].at(-1) ??
    call.command.assignments.get('FLASK_APP') ??
    call.place.variable('FLASK_APP')
  if (operands.length === 0) return undefined
  const names = app === undefined ? ['wsgi.py', 'app.py'] : [app.split(':', 1)[0] ?? app]
  const file = names.map((name) => resolvePath(call.cwd, name)).find((path) => isThere(path, call))
  return startsFiles(call, [file ?? fileOfModule(app, foldersOf(call), call)])
}

/** https://fastapi.tiangolo.com/fastapi-cli/ */
function readFastApi(call: Call): Reading | undefined {
  const [verb, named] = readWords(call.args, '--host --port --app --root-path --workers').operands
  if (verb !== 'run' && verb !== 'dev') return undefined
  const usual = ['main.py', 'app.py', 'api.py', 'app/main.py', 'app/app.py', 'app/api.py']
  return startsFiles(call, [
    (named === undefined ? usual : [named])
      .map((name) => resolvePath(call.cwd, name))
      .find((path) => isThere(path, call)),
  ])
}

/** `streamlit run app.py` */
function readRun(call: Call): Reading | undefined {
  const [verb, file] = readWords(call.args, '--server.port --server.address --host --port').operands
  const path = verb === 'run' && file !== undefined ? resolvePath(call.cwd, file) : undefined
  return startsFiles(call, isThere(path, call) ? [path] : [])
}

/** `invoke serve`, `fab -c jobs clean`: https://docs.pyinvoke.org/en/stable/concepts/loading.html */
function readTasks(usual: string): Read {
  return (call) => {
    const { flags } = readWords(call.args, '-c --collection -r --search-root -f --config -T')
    const of = (...names: readonly string[]) => names.flatMap((name) => flags.get(name) ?? [])
    const module = of('-c', '--collection').at(-1) ?? usual
    const roots = of('-r', '--search-root').flatMap((root) => resolvePath(call.cwd, root) ?? [])
    const folders = roots.length > 0 ? roots : foldersOf(call).slice(0, 1)
    return startsFiles(call, [fileOfModule(module, folders, call)])
  }
}
