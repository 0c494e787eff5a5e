import { effectsOf, isBuiltin, isPython, baseName, type Facts } from '../../../src/transform.ts'
import { serverNames } from '../launchers/servers.ts'
import type { StartedProgram } from './started-program.ts'

/** Commands of Django that change the database alone, or nothing. https://docs.djangoproject.com/en/stable/ref/django-admin/ */
const ofDjango = new Set(
  'migrate runserver check createsuperuser loaddata createcachetable flush showmigrations sendtestemail clearsessions'.split(
    ' ',
  ),
)

/** Programs of Python that write nothing by themselves, beside those that servers.ts knows. */
const quiet = new Set(
  'http.server SimpleHTTPServer rq rqworker rqscheduler wait-for-it waitress sanic litestar quart locust'.split(
    ' ',
  ),
)

/** Programs of the system that look, wait and print. */
const looking =
  /^(cat|[ef]?grep|awk|sleep|date|nc|ncat|pg_isready|psql|redis-cli|mysqladmin|mysql|env|id|whoami|basename|dirname|head|tail|tr|cut|sort|uname|hostname|seq|wait-for-it(\.sh)?|wait-for(\.sh)?|dockerize|tini|dumb-init)$/

/** Why it can't be told where a started program writes; what its own modules write is read elsewhere. */
export function gapOf(started: StartedProgram, facts: Facts): string | undefined {
  const { process, program, operands, flags } = started
  const { name = '', args, follows } = process
  const unknown =
    program === ''
      ? `which file ${name} runs is only known at run time`
      : `where ${program} writes is not known`
  const [verb] = operands
  switch (program) {
    case 'manage.py':
    case 'django-admin':
    case 'django':
      return verb === undefined || ofDjango.has(verb)
        ? undefined
        : `what \`${program} ${verb}\` writes is not known`
    case 'alembic':
      return verb === 'upgrade' || verb === 'downgrade' || verb === 'current'
        ? ofAlembic(started, facts)
        : unknown
    case 'flask':
      return verb === 'db' && !/^(upgrade|downgrade|current)$/.test(operands[1] ?? '')
        ? unknown
        : follows
          ? undefined
          : unknown
    case 'uwsgi':
      return [...flags.keys(), ...args].some((word) => word !== undefined && ofUwsgi.test(word))
        ? `what uwsgi is told by its settings is not read`
        : follows
          ? undefined
          : unknown
    default:
  }
  if (follows || quiet.has(program)) return undefined
  if (isPython(name))
    return program === 'python' || !isInContext(started, facts) ? unknown : undefined
  if (serverNames.has(program)) return `the module that ${program} loads is not known`
  const isOfSystem =
    isBuiltin(program) || looking.test(baseName(name)) || effectsOf(process) !== undefined
  return isOfSystem ? undefined : unknown
}

/** Settings of uWSGI in files, and those that name files or users. https://uwsgi-docs.readthedocs.io/en/latest/Options.html */
const ofUwsgi =
  /^--(ini|xml|yaml|yml|json|uid|gid|pidfile|safe-pidfile|logto|daemonize|master-fifo|stats|chown-socket|logger|req-logger|touch-\w+|spooler)|\.(ini|xml|ya?ml|json|sock)$/

/** A file of the project that Python runs. */
function isInContext({ process: { args, cwd } }: StartedProgram, facts: Facts): boolean {
  const file = args.find((word) => word !== undefined && !word.startsWith('-'))
  const path =
    file === undefined || cwd === undefined ? undefined : `${cwd === '/' ? '' : cwd}/${file}`
  const source = facts.contextPath(file?.startsWith('/') === true ? file : (path ?? ''))
  return source !== undefined && (facts.project.isFile(source) || facts.project.isFolder(source))
}

/** The database of migrations: https://alembic.sqlalchemy.org/en/latest/tutorial.html#editing-the-ini-file */
function ofAlembic({ flags, pathOf }: StartedProgram, { contextPath, project }: Facts) {
  const name = flags.get('-c')?.at(-1) ?? flags.get('--config')?.at(-1) ?? 'alembic.ini'
  const source = contextPath(pathOf(name) ?? '')
  const text = source === undefined ? undefined : project.read(source)
  return text === undefined || /^\s*sqlalchemy\.url\s*=\s*sqlite/m.test(text)
    ? `where the database of ${name} lies is not known`
    : undefined
}
