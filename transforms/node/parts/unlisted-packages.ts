import { effectsOf, isWithin, resolvePath } from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import type { ManagerTask } from '../../javascript/task.ts'

/**
 * What stands in node_modules and in no manifest: a prune would take it away, and work through a link into what that leads to. The end of a
 * sentence; undefined where nothing of that kind is seen.
 */
export function unlistedPackages({ works, root }: NodeApp): string | undefined {
  const folder = resolvePath(root, 'node_modules') ?? ''
  for (const { command, tasks } of works) {
    const line = `line ${command.step.instruction.line}`
    if (tasks.some((task) => task.kind === 'manager' && isUnsaved(task)))
      return `${line} installs a package that no manifest lists`
    const put = effectsOf(command)?.find(
      (effect) =>
        effect.kind === 'creates' && effect.path !== folder && isWithin(effect.path, folder),
    )
    if (put !== undefined) return `${line} puts files into node_modules`
  }
  return undefined
}

/** `npm install --no-save left-pad` */
const isUnsaved = ({ manager, command, call }: ManagerTask) =>
  manager.name === 'npm' &&
  call.kind === 'add' &&
  command.args.some((arg) => /^--(no-save|save=false)$/.test(arg ?? ''))
