import {
  asPattern,
  baseName,
  isRecord,
  isWithin,
  mayCall,
  processesOf,
  readSource,
  isSource,
} from '../../../src/transform.ts'
import type { PhpApp } from '../app.ts'
import { programsOfPackage } from '../tables/composer-programs.ts'

/**
 * Whether the start, a health check, a compose service, a script, the PHP sources or a package of composer call one of these programs. Pages
 * are rendered by Node where the console is told to: https://inertiajs.com/server-side-rendering
 */
export function isCalled(app: PhpApp, programs: readonly string[]): boolean {
  if (programs.length === 0) return false
  const isNode = programs.includes('node')
  return (
    processesOf(app.facts).some(
      ({ name, args }) =>
        (name !== undefined && programs.includes(baseName(name))) ||
        (isNode && args.includes(serverOfPages)),
    ) ||
    isNamed(textsOf(app), isNode ? [...programs, serverOfPages] : programs) ||
    startedByPackages(app).some((program) => programs.includes(program))
  )
}

const serverOfPages = 'inertia:start-ssr'

/** What the packages start that composer installs for run time: those of the lock file, else those that composer.json names. */
function startedByPackages({ facts: { project }, source }: PhpApp): readonly string[] {
  if (source === undefined) return []
  const at = (name: string) => project.json(source === '' ? name : `${source}/${name}`)
  const [json, lock] = [at('composer.json'), at('composer.lock')]
  const named = isRecord(json) ? requiredBy(json['require']) : []
  const packages: unknown = isRecord(lock) ? lock['packages'] : undefined
  const locked = Array.isArray(packages)
    ? packages.flatMap((item: unknown) => (isRecord(item) ? [item['name']] : []))
    : []
  return [...named, ...locked].flatMap((name) =>
    typeof name === 'string' ? programsOfPackage(name) : [],
  )
}

const requiredBy = (value: unknown) => (isRecord(value) ? Object.keys(value) : [])

const isNamed = ({ words, scripts }: RunTimeTexts, programs: readonly string[]) =>
  programs.some((program) => words.has(program) || scripts.some((text) => hasWord(text, program)))

/** A line of a script, a crontab or a configuration that starts with the program. */
const hasWord = (text: string, program: string) =>
  new RegExp(`(^|[\\s;&|(\`"'=/])${asPattern(program)}(\\s|$|["'])`, 'm').test(text)

interface RunTimeTexts {
  /** The programs that PHP sources start, and their arguments: `timeout 5 git pull`. */
  readonly words: ReadonlySet<string>
  /** Scripts and configurations that start programs. */
  readonly scripts: readonly string[]
}

const cache = new WeakMap<PhpApp, RunTimeTexts>()

/** What the files outside of vendor say of programs, each read once. */
function textsOf(app: PhpApp): RunTimeTexts {
  const known = cache.get(app)
  if (known !== undefined) return known
  const { project, final } = app.facts
  const copied = final.copies.flatMap((copy) => (copy.from === undefined ? copy.paths : []))
  const files = new Set(
    copied.flatMap(({ source, isFolder }) => (isFolder ? project.files(source) : [source])),
  )
  const words = new Set<string>()
  const scripts: string[] = []
  for (const file of [...files].filter(isRead)) {
    const text = project.read(file)
    if (text === undefined) continue
    if (!isSource(file)) scripts.push(text)
    else if (mayCall(text)) for (const word of startedWords(file, app)) words.add(word)
  }
  const texts = { words, scripts }
  cache.set(app, texts)
  return texts
}

function startedWords(file: string, { facts, source }: PhpApp): readonly string[] {
  const root = source !== undefined && isWithin(`/${file}`, `/${source}`) ? source : ''
  const programs = readSource(facts.project, file, root)?.programs ?? []
  return programs.flatMap(({ name, args }) =>
    [name, ...args].flatMap((word) => (word === undefined ? [] : baseName(word))),
  )
}

function isRead(file: string): boolean {
  if (/(^|\/)(vendor|node_modules|tests?|spec|\.git|\.github|docs?)\//i.test(file)) return false
  return (
    isSource(file) ||
    /\.(sh|bash|conf|ini)$|(^|\/)(crontab|cron[\w.-]*|Procfile|entrypoint|start|run)$/i.test(file)
  )
}
