import { effectsOf, isWithin, npmVerb, resolvePath } from '../../../src/transform.ts'
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
    for (const task of tasks)
      if (task.kind === 'manager' && task.call.kind === 'add') {
        const how = unsaved(task)
        if (how !== undefined) return `${line} ${how}`
      }
    const put = effectsOf(command)?.find(
      (effect) =>
        effect.kind === 'creates' && effect.path !== folder && isWithin(effect.path, folder),
    )
    if (put !== undefined) return `${line} puts files into node_modules`
  }
  return undefined
}

/** `npm install --no-save left-pad`, `npm link left-pad` */
function unsaved({ manager, command }: ManagerTask): string | undefined {
  const words = command.args.flatMap((arg) => arg ?? [])
  const [verb = '', ...named] = words.filter((word) => !word.startsWith('-'))
  if (npmVerb(verb) === 'link')
    return named.length === 0 ? undefined : 'links packages into node_modules'
  return manager.name === 'npm' && words.some((word) => /^--(no-save|save=false)$/.test(word))
    ? 'installs a package that no manifest lists'
    : undefined
}
