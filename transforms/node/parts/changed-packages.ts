import { effectsOf, isWithin, resolvePath } from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import { isProgram, type Task } from '../../javascript/task.ts'

/**
 * What worked on node_modules, and an install would take back: Yarn 1 writes each package anew whose files are not as it left them, and bun's are all new.
 * https://github.com/yarnpkg/yarn/blob/master/src/package-linker.js
 */
export function changedPackages({ installs, works, root }: NodeApp): string | undefined {
  const folder = resolvePath(root, 'node_modules') ?? ''
  for (const { command, tasks } of works)
    if (
      tasks.some(isPatch) ||
      effectsOf(command)?.some(
        (effect) =>
          effect.kind === 'changes' && effect.what === 'content' && isWithin(effect.path, folder),
      ) === true
    )
      return `line ${command.step.instruction.line}`
  for (const { work } of installs)
    for (const task of work.lifecycle?.tasks ?? [])
      if (isProgram(task) && (isPatch(task) || /^(postinstall-postinstall|node)$/.test(task.name)))
        return `\`${[task.name, ...task.args].join(' ')}\``
  return undefined
}

const isPatch = (task: Task) => isProgram(task) && task.name === 'patch-package'
