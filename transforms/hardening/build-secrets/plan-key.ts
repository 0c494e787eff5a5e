import type { Grant } from './grant.ts'
import { isFetching, programOf, usersOfGit } from './fetching.ts'
import { sshMount } from './mount.ts'
import { isIn } from './occurrences.ts'
import type { Answer, PlanContext, Unsettled } from './plan.ts'
import type { VariableRun } from './variable-run.ts'
import type { SecretVariable } from './secret-variables.ts'
import { linksAbout } from './links-about.ts'

/**
 *   ARG SSH_KEY
 *   RUN echo "$SSH_KEY" > /root/.ssh/id_rsa && chmod 600 /root/.ssh/id_rsa     =>   RUN --mount=type=ssh npm ci
 *   RUN npm ci
 *
 * The key stays with whoever builds.
 */
export function planKey(
  { name, lines, isWritten, alias }: SecretVariable,
  runs: readonly VariableRun[],
  { installs, facts }: PlanContext,
  unsettled: (why: string) => Unsettled,
): Answer {
  const grants: Grant[] = []
  let needs = false
  for (const { step, stage, occurrences, commands, written } of runs) {
    const writers = [...written].flatMap(([command, { kind }]) => (kind === 'key' ? [command] : []))
    const paths = [...written.values()].flatMap((each) => (each.kind === 'key' ? [each.path] : []))
    if (occurrences.some((each) => !writers.some(({ source }) => isIn(each, source))))
      return unsettled(`line ${step.instruction.line} uses it, too`)
    const dropped = linksAbout(writers, paths[0], commands)
    const uses = commands.some(
      (command) => usersOfGit.has(programOf(command)) && isFetching(command, installs, stage),
    )
    const isNamed = facts.dockerfile.instructions.some(({ text }) =>
      /IdentityFile|ssh\s+-i|ssh-add/.test(text),
    )
    if (isNamed) return unsettled('a line names the file of the key')
    needs ||= uses
    if (uses || dropped.length > 0)
      grants.push({
        step,
        mount: uses ? sshMount(step, stage) : undefined,
        ...(dropped.length > 0 ? { dropped } : {}),
      })
  }
  if (!needs) return unsettled('no RUN is seen that reads it')
  return {
    names: [name, ...(alias === undefined ? [] : [alias])],
    ...{ name, grants, lines, found: lines, isGuess: false, isPublic: isWritten },
    handed: { kind: 'ssh' },
    copies: [],
    hidden: [],
  }
}
