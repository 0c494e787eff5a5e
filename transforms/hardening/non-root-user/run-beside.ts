import { isWithin, mountOver, type Process, type Usage } from '../../../src/transform.ts'
import { foreignWrite, whereOf } from './foreign-write.ts'
import { needOfRoot, writesImage } from './privileged-programs.ts'
import type { UserQuestion } from './user-question.ts'

/**
 * What else is run in the image as its user, and for root: by compose, Kubernetes and platforms in place of its start command, by health checks. Where
 * they lay the project over the folder that a command runs in, nothing of the image is written.
 */
export function runBeside(question: UserQuestion): string | undefined {
  const { facts } = question
  const all: readonly { readonly processes: readonly Process[]; readonly usage?: Usage }[] = [
    ...facts.overrides,
    ...(facts.health === undefined ? [] : [facts.health]),
  ]
  for (const { processes, usage } of all)
    for (const process of processes) {
      const why = whyRoot(process, usage, question)
      if (why !== undefined) return `${whereOf(process)} ${why}`
    }
  return undefined
}

function whyRoot(process: Process, usage: Usage | undefined, question: UserQuestion) {
  const { owned, installs } = question
  const { cwd } = process
  const mount =
    usage === undefined || cwd === undefined
      ? undefined
      : mountOver(usage, (target) => isWithin(cwd, target))
  const need = process.name === undefined ? undefined : needOfRoot(process, installs)
  if (need !== undefined && (need !== writesImage || mount === undefined)) return need
  const free = mount === undefined ? owned : [...owned, mount.target]
  return foreignWrite(process, { ...question, owned: free })
}
