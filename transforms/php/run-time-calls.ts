import { asPattern, baseName, isWithin, mayCall } from '../../src/transform.ts'
import type { PhpApp } from './app.ts'
import { readSource } from './sources/read-source.ts'
import { isSource } from './sources/runtime-sources.ts'

/** Whether the start, a health check, a compose service, a script or the PHP sources call one of these programs. */
export function isCalled(app: PhpApp, programs: readonly string[]): boolean {
  if (programs.length === 0) return false
  const { facts } = app
  const processes = [
    ...(facts.start?.processes ?? []),
    ...(facts.health?.processes ?? []),
    ...facts.overrides.flatMap((override) => override.processes),
  ]
  return (
    processes.some(({ name }) => name !== undefined && programs.includes(baseName(name))) ||
    filesOf(app).some((file) => calls(file, programs, app))
  )
}

function calls(file: string, programs: readonly string[], app: PhpApp): boolean {
  const { project } = app.facts
  const text = project.read(file)
  if (text === undefined) return false
  const named = programs.filter((program) => text.includes(program))
  if (named.length === 0) return false
  return isSource(file)
    ? mayCall(text) && startsOne(file, named, app)
    : named.some((program) => hasWord(text, program))
}

/** `exec('git log')`, `new Process(['unzip', ...])`, `exec('timeout 5 git pull')`. */
function startsOne(file: string, programs: readonly string[], { facts, source }: PhpApp): boolean {
  const root = source !== undefined && isWithin(file, source) ? source : ''
  return (readSource(facts.project, file, root)?.programs ?? []).some(({ name, args }) =>
    [name, ...args].some((word) => word !== undefined && programs.includes(baseName(word))),
  )
}

/** A line of a script, a crontab or a configuration that starts with the program. */
const hasWord = (text: string, program: string) =>
  new RegExp(`(^|[\\s;&|(\`"'=/])${asPattern(program)}(\\s|$|["'])`, 'm').test(text)

const cache = new WeakMap<PhpApp, readonly string[]>()

/** PHP sources outside of vendor, and the scripts and configurations that start programs. */
function filesOf(app: PhpApp): readonly string[] {
  const known = cache.get(app)
  if (known !== undefined) return known
  const { project, final } = app.facts
  const copied = final.copies.flatMap((copy) => (copy.from === undefined ? copy.paths : []))
  const files = new Set(
    copied.flatMap(({ source, isFolder }) => (isFolder ? project.files(source) : [source])),
  )
  const all = [...files].filter(isRead)
  cache.set(app, all)
  return all
}

function isRead(file: string): boolean {
  if (/(^|\/)(vendor|node_modules|tests?|spec|\.git|\.github|docs?)\//i.test(file)) return false
  return (
    isSource(file) ||
    /\.(sh|bash|conf|ini)$|(^|\/)(crontab|cron[\w.-]*|Procfile|entrypoint|start|run)$/i.test(file)
  )
}
