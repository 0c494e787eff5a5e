import { effectsOf, isRecord, isWithin, resolvePath } from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import { readJson, type StageView } from '../../javascript/stage-view.ts'
import { isProgram, type ManagerTask, type Task } from '../../javascript/task.ts'

/**
 * What stands in node_modules and in no manifest: a prune would take it away, and work through a link into what that leads to. The end of a
 * sentence; undefined where nothing of that kind is seen.
 */
export function unlistedPackages({ works, root, view }: NodeApp): string | undefined {
  const folder = resolvePath(root, 'node_modules') ?? ''
  for (const { command, tasks, lifecycle } of works) {
    const line = `line ${command.step.instruction.line}`
    if (tasks.some((task) => task.kind === 'manager' && isUnsaved(task)))
      return `${line} installs a package that no manifest lists`
    const all = [...tasks, ...(lifecycle?.tasks ?? [])]
    if (all.some((task) => hoists(task, root, view)))
      return `${line} has lerna put the packages of others there`
    const programs = [command, ...all.filter(isProgram).map((task) => task.command)]
    const put = programs
      .flatMap((program) => effectsOf(program) ?? [])
      .some(
        (effect) =>
          effect.kind === 'creates' && effect.path !== folder && isWithin(effect.path, folder),
      )
    if (put) return `${line} puts files into node_modules`
  }
  return undefined
}

/**
 * `lerna bootstrap --hoist` installs the packages of all in the root, whose manifest names none of them; lerna.json may say so, too:
 * https://github.com/lerna/lerna/tree/v6.6.2/libs/commands/bootstrap#--hoist-glob
 */
function hoists(task: Task, root: string, view: StageView): boolean {
  if (!isProgram(task) || task.name !== 'lerna' || task.args[0] !== 'bootstrap') return false
  if (task.args.some((arg) => arg === undefined || arg.startsWith('--hoist'))) return true
  const settings = readJson(view, resolvePath(root, 'lerna.json') ?? '')
  const commands = isRecord(settings) ? (settings['command'] ?? settings['commands']) : undefined
  const own = isRecord(commands) ? commands['bootstrap'] : undefined
  return [settings, own].some(
    (part) => isRecord(part) && part['hoist'] !== undefined && part['hoist'] !== false,
  )
}

/** `npm install --no-save left-pad` */
const isUnsaved = ({ manager, command, call }: ManagerTask) =>
  manager.name === 'npm' &&
  call.kind === 'add' &&
  command.args.some((arg) => /^--(no-save|save=false)$/.test(arg ?? ''))
