import type { RunCommand } from '../../../facts/commands/command.ts'
import { isBroughtBy, type Copy } from '../../../facts/stages/copy.ts'
import { effectsOf } from '../../../facts/effects/effects.ts'
import type { Facts } from '../../../facts/facts.ts'
import { isWithin } from '../../../facts/image-path.ts'
import { readInstall } from '../../../knowledge/package-managers.ts'

/** The author's `RUN chown -R app /app/logs` that stands below the COPY of /app, and above it in the new final stage. */
export function earlyCommands(before: Facts, after: Facts): readonly RunCommand[] {
  return before.final.commands.filter((own) => {
    const changed = (effectsOf(own) ?? []).flatMap((effect) =>
      effect.kind === 'changes' && effect.what !== 'content' ? [effect.path] : [],
    )
    const paths = changed.filter((path) => isCopiedAbove(path, own, before))
    if (paths.length === 0) return false
    const words = own.argv.join('\0')
    const again = after.final.commands.filter(({ argv }) => argv.join('\0') === words)
    return again.some((command) => paths.some((path) => !isThere(path, command, after)))
  })
}

const isCopiedAbove = (path: string, { step }: RunCommand, { final }: Facts) =>
  final.copies.some((copy) => copy.step.index < step.index && brings(copy, path))

const brings = (copy: Copy, path: string) =>
  isBroughtBy(path, [copy]) ||
  (copy.from !== undefined && copy.destination !== undefined && isWithin(path, copy.destination))

/** Whether something above may have made it. */
function isThere(path: string, command: RunCommand, facts: Facts): boolean {
  const { commands, steps } = facts.final
  return (
    isCopiedAbove(path, command, facts) ||
    steps.some(
      ({ index, workdir }) => index <= command.step.index && isWithin(workdir ?? '/', path),
    ) ||
    commands
      .slice(0, commands.indexOf(command))
      .some(
        (other) =>
          effectsOf(other)?.some(
            (effect) => effect.kind === 'creates' && isWithin(path, effect.path),
          ) ?? readInstall(other.argv) === undefined,
      )
  )
}
