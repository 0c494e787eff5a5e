import type { StartedProgram } from './started-program.ts'

/** Where a server listens: by the words and the variables that say it, and by itself. */
interface Listening {
  readonly names: string
  readonly by: string
  readonly port: number | undefined
  /** The verb with which it listens; it always does where undefined. */
  readonly verb?: string
}

const rows: readonly Listening[] = [
  // https://docs.gunicorn.org/en/stable/settings.html#bind
  { names: 'gunicorn', by: '-b --bind PORT', port: 8000 },
  // https://www.uvicorn.org/settings/#socket-binding
  { names: 'uvicorn', by: '--port UVICORN_PORT', port: 8000 },
  { names: 'hypercorn', by: '-b --bind', port: 8000 },
  { names: 'daphne granian', by: '-p --port GRANIAN_PORT', port: 8000 },
  { names: 'waitress-serve', by: '--port --listen', port: 8080 },
  { names: 'uwsgi', by: '--http --http-socket --socket', port: undefined },
  // https://flask.palletsprojects.com/en/stable/cli/#environment-variables-from-dotenv
  { names: 'flask quart', by: '-p --port FLASK_RUN_PORT', port: 5000, verb: 'run' },
  { names: 'fastapi', by: '--port PORT', port: 8000, verb: 'run' },
  { names: 'litestar', by: '-p --port LITESTAR_PORT', port: 8000, verb: 'run' },
  { names: 'streamlit', by: '--server.port STREAMLIT_SERVER_PORT', port: 8501, verb: 'run' },
  { names: 'celery', by: '--port FLOWER_PORT', port: 5555, verb: 'flower' },
]

/** Servers that are given their address as a word. https://docs.djangoproject.com/en/stable/ref/django-admin/#runserver */
const byWord: Readonly<Record<string, { readonly verb?: string; readonly port: number }>> = {
  'http.server': { port: 8000 },
  SimpleHTTPServer: { port: 8000 },
  'manage.py': { verb: 'runserver', port: 8000 },
  'django-admin': { verb: 'runserver', port: 8000 },
  django: { verb: 'runserver', port: 8000 },
}

/** The ports that a server listens on by the words that start it. */
export function portsOf({ program, operands, flags, valueOf }: StartedProgram): readonly number[] {
  const row = rows.find(
    ({ names, verb }) =>
      names.split(' ').includes(program) && (verb === undefined || operands.includes(verb)),
  )
  if (row !== undefined) {
    const names = row.by.split(' ')
    const all = names.flatMap((name) => flags.get(name) ?? [])
    const said = all.length > 0 ? all : [valueOf(...names)]
    return said.flatMap((word) => (word === undefined ? row.port : portIn(word)) ?? [])
  }
  const words = Object.hasOwn(byWord, program) ? byWord[program] : undefined
  if (words === undefined) return []
  const [first, second] = operands
  if (words.verb !== undefined && first !== words.verb) return []
  const word = words.verb === undefined ? first : second
  return [(word === undefined ? undefined : portIn(word)) ?? words.port]
}

/** '80', ':80', '0.0.0.0:80', '[::]:80'; undefined for a socket. */
function portIn(word: string): number | undefined {
  const digits = word.slice(word.lastIndexOf(':') + 1)
  return /^\d{1,5}$/.test(digits) ? Number(digits) : undefined
}
