import {
  baseName,
  commandOf,
  commandsOfScript,
  execText,
  isPosixShell,
  parseRun,
  parseScript,
  parseShellForm,
  splice,
  type Command,
  type ShellScript,
  type Step,
} from '../../../src/transform.ts'
import type { PythonApp } from '../app.ts'
import { managerOf } from './manager.ts'
import { runOf, type RunPlace, type Unwrapped } from './run-words.ts'

/**
 * An instruction without the managers that start its programs, where an environment on PATH does the same:
 *
 *   CMD ["poetry", "run", "gunicorn", "shop:app"]   =>   CMD ["gunicorn", "shop:app"]
 *   RUN uv run manage.py collectstatic              =>   RUN python manage.py collectstatic
 *
 * undefined where it has none, or where one of them is needed. An ENTRYPOINT that is nothing but a manager becomes an empty text.
 */
export function unwrapped(step: Step, app: PythonApp): string | undefined {
  const { instruction } = step
  const place = { facts: app.facts, works: app.works }
  if (instruction.exec === undefined) {
    const script =
      instruction.keyword === 'RUN' ? parseRun(instruction) : parseShellForm(instruction)
    return script === undefined ? undefined : ofScript(instruction.text, script, step, place)
  }
  const words = ofWords(instruction.exec, step, place)
  if (words === undefined) return undefined
  const start = instruction.text.indexOf('[')
  return words.length === 0 ? '' : `${instruction.text.slice(0, start)}${execText(words)}`
}

function ofWords(
  words: readonly string[],
  { workdir, variable, instruction }: Step,
  place: RunPlace,
): readonly string[] | undefined {
  const command = commandOf(words, workdir)
  const [shell, flag, text, ...more] = words
  if (isPosixShell(shell) && flag === '-c' && text !== undefined) {
    const script = parseScript(text)
    const short = script && ofScript(text, script, { workdir, variable, instruction }, place)
    return short === undefined ? undefined : [shell ?? 'sh', flag, short, ...more]
  }
  const manager = managerOf(command)
  if (manager === undefined) return undefined
  // What CMD or the user names is then started by itself.
  const isBare =
    words.length === 2 && baseName(words[0] ?? '') === manager.name && words[1] === 'run'
  if (isBare && instruction.keyword === 'ENTRYPOINT') {
    const cmd = place.facts.final.steps.findLast((step) => step.instruction.keyword === 'CMD')
    const whole = [...words, ...(cmd?.instruction.exec ?? [])]
    const run = runOf(commandOf(whole, workdir), place)
    return run !== undefined && 'drops' in run && run.drops === 2 && run.instead.length === 0
      ? []
      : undefined
  }
  const run = runOf(command, place)
  if (run === undefined || 'why' in run) return undefined
  const at = managerAt(command)
  return [...words.slice(0, at), ...run.instead, ...words.slice(at + run.drops)]
}

function ofScript(
  text: string,
  script: ShellScript,
  { workdir, variable }: Pick<Step, 'workdir' | 'variable' | 'instruction'>,
  place: RunPlace,
): string | undefined {
  const found: { readonly command: Command; readonly run: Unwrapped }[] = []
  for (const command of commandsOfScript(script, workdir, variable)) {
    const run = runOf(command, place)
    if (run === undefined) continue
    if ('why' in run) return undefined
    found.push({ command, run })
  }
  const edits = found.flatMap(({ command, run: { drops, instead } }) => {
    const words = command.source?.words ?? []
    const at = managerAt(command)
    const first = words[at]
    const last = words[at + drops - 1]
    const next = words[at + drops]
    if (first === undefined || last === undefined) return []
    const start = { start: first.start, text: instead.join(' ') }
    // Up to the program, whatever stands between: a line may end there.
    return instead.length === 0 && next !== undefined
      ? [{ ...start, end: next.start }]
      : [{ ...start, end: last.end }]
  })
  return found.length === 0 || edits.length < found.length ? undefined : splice(text, edits)
}

/** Where a manager stands among a command's words, behind `exec` and the like. */
const managerAt = ({ argv, args }: Command): number => argv.length - args.length - 1
