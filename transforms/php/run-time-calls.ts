import { asPattern, baseName } from '../../src/transform.ts'
import type { PhpApp } from './app.ts'

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
    textsOf(app).some((text) => programs.some((program) => names(text, program)))
  )
}

/** `exec('git log')`, `Process(['unzip', ...])`, and a line of a script or crontab that starts with the program. */
function names({ kind, text }: RunTimeText, program: string): boolean {
  const word = asPattern(program)
  if (!text.includes(program)) return false
  return kind === 'php'
    ? new RegExp(
        `(exec|system|passthru|popen|proc_open|Process|fromShellCommandline|run|command)\\s*\\(\\s*\\[?\\s*["'][^"'\\n]*\\b${word}\\b|\`[^\`\\n]*\\b${word}\\b[^\`\\n]*\``,
      ).test(text)
    : new RegExp(`(^|[\\s;&|(\`"'=/])${word}(\\s|$|["'])`, 'm').test(text)
}

interface RunTimeText {
  readonly kind: 'php' | 'script'
  readonly text: string
}

const cache = new WeakMap<PhpApp, readonly RunTimeText[]>()
const maxFiles = 4000

/** PHP sources outside of vendor, and the scripts and configurations that start programs. */
function textsOf(app: PhpApp): readonly RunTimeText[] {
  const known = cache.get(app)
  if (known !== undefined) return known
  const { project, final } = app.facts
  const copied = final.copies.flatMap((copy) => (copy.from === undefined ? copy.paths : []))
  const files = new Set(
    copied.flatMap(({ source, isFolder }) => (isFolder ? project.files(source) : [source])),
  )
  const texts: RunTimeText[] = []
  for (const file of [...files].filter(isRead).slice(0, maxFiles)) {
    const text = project.read(file)
    if (text !== undefined)
      texts.push({ kind: /\.(php|phtml|inc|module)$/.test(file) ? 'php' : 'script', text })
  }
  cache.set(app, texts)
  return texts
}

function isRead(file: string): boolean {
  if (/(^|\/)(vendor|node_modules|tests?|spec|\.git|\.github|docs?)\//i.test(file)) return false
  return /\.(php|phtml|inc|module|sh|bash|conf|ini)$|(^|\/)(crontab|cron[\w.-]*|Procfile|entrypoint|start|run)$/i.test(
    file,
  )
}
