import {
  baseName,
  lineage,
  resolvePath,
  type Facts,
  type RunCommand,
} from '../../../src/transform.ts'

/**
 * The RUN of the image that makes a file which the program writes later, and leaves it to root: `python manage.py migrate`, a script of the project
 * that names the file.
 */
export function madeByRun(path: string, facts: Facts): RunCommand | undefined {
  return lineage(facts.final)
    .flatMap(({ commands }) => commands)
    .find(
      (command) =>
        (isDatabase(path) && setsUpDatabase(command)) ||
        scriptsOf(command, facts).some((source) => names(source, path, facts.project)),
    )
}

/** Files that may be there empty: a database without tables, a log without lines. */
export const mayBeEmpty = (path: string): boolean => isDatabase(path) || path.endsWith('.log')

const isDatabase = (path: string) => /\.(db|db3|sqlite|sqlite3)$/i.test(path)

const pythons = /^python(\d(\.\d+)?)?$/

/** What each of these is told, where it opens the database of its project. */
const openers: readonly { readonly program: RegExp; readonly words: RegExp }[] = [
  {
    program: /^(manage\.py|django-admin)$/,
    words:
      /^(migrate|syncdb|makemigrations|loaddata|flush|createsuperuser|createcachetable|\w*(seed|init|setup|populate|import)\w*)$/,
  },
  { program: /^(flask|alembic|aerich)$/, words: /^(upgrade|init[-_]db|create[-_]db|seed)$/ },
  {
    program: /^(prisma|sequelize|knex|typeorm)$/,
    words: /^(migrate|push|db:\w+|\w*:(run|latest))$/,
  },
  { program: /^artisan$/, words: /^(migrate(:\w+)?|db:seed)$/ },
]

/** `python manage.py migrate`, `flask db upgrade`, `python -c "...; db.create_all()"`: whatever the settings name is there then. */
const setsUpDatabase = ({ name, args }: RunCommand) =>
  opensDatabase([name, ...args].flatMap((word) => word ?? []))

function opensDatabase(all: readonly string[]): boolean {
  return (
    (all.includes('-c') &&
      all.some((word) => /\b(create_all|init_db|create_tables)\(/.test(word))) ||
    openers.some(({ program, words }) => {
      const at = all.findIndex((word) => program.test(baseName(word)))
      return at >= 0 && all.slice(at + 1).some((word) => words.test(word))
    })
  )
}

/** The scripts of the project that a command runs: `python init_db.py`, `node scripts/seed.js`, `./setup.sh`, `python -m app.seed`. */
function scriptsOf({ name, args, cwd }: RunCommand, facts: Facts): readonly string[] {
  if (name === undefined) return []
  const isPython = pythons.test(baseName(name))
  const isRunner = isPython || /^(node|tsx|ts-node|php|bash|sh)$/.test(baseName(name))
  const [first, second] = args
  const script =
    isPython && first === '-m' && second !== undefined
      ? `${second.replaceAll('.', '/')}.py`
      : isRunner
        ? args.find((word) => word?.startsWith('-') === false)
        : name
  const path = script?.includes('.') === true ? resolvePath(cwd, script) : undefined
  const source = path === undefined ? undefined : facts.contextPath(path)
  return source !== undefined && facts.project.isFile(source) ? [source] : []
}

/** Whether a script, or a module of Python beside it that it loads, has the name of a file in it. */
function names(source: string, path: string, project: Facts['project']): boolean {
  const text = project.read(source)
  if (text === undefined) return false
  const name = baseName(path)
  if (text.includes(name)) return true
  if (source.endsWith('.sh')) return startsMaker(text, path, project)
  const folder = source.includes('/') ? source.slice(0, source.lastIndexOf('/') + 1) : ''
  return (
    source.endsWith('.py') &&
    importsOf(text).some((module) =>
      [`${module}.py`, `${module}/__init__.py`].some(
        (file) =>
          project.isFile(folder + file) && project.read(folder + file)?.includes(name) === true,
      ),
    )
  )
}

/** Whether a line of a script of the shell opens the database, or runs a script of Python that has the file's name in it. */
const startsMaker = (text: string, path: string, project: Facts['project']) =>
  text.split('\n').some((line) => {
    const words = line.trim().split(/\s+/)
    const scripts = words.filter((word) => word.endsWith('.py') && project.isFile(word))
    return (
      (isDatabase(path) && opensDatabase(words)) ||
      scripts.some((script) => names(script, path, project))
    )
  })

/** The modules that the lines of a script of Python load: `from app import db`, `import models.user`. */
const importsOf = (text: string) =>
  text.split('\n').flatMap((line) => {
    const [word, module = ''] = line.trim().split(/\s+/, 2)
    return word === 'from' || word === 'import'
      ? [module.replaceAll('.', '/').replace(/,$/, '')]
      : []
  })
