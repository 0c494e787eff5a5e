import { lineage, type Facts, type Instruction } from '../../../src/transform.ts'
import { apkSpans, needsIndex } from './apk-cache.ts'
import { mountsCache, runsOf, type Run } from './known-run.ts'

/** Whether some `apk add` finds its packages only by an index that an earlier RUN left, in a RUN that stays as it is. */
export function dependsOnIndex(facts: Facts, ours: readonly Run[]): boolean {
  const shipping = lineage(facts.final)
  if (facts.dockerfile.instructions.some(isAboutApkCache)) return true
  const heirs = facts.stages.filter((stage) =>
    lineage(stage).some((below) => shipping.includes(below)),
  )
  return heirs.some(
    (stage) =>
      stage.unreadable.some(({ instruction }) => /\bapk\b/.test(instruction.text)) ||
      runsOf(stage).some(({ step, commands }) => {
        const run = ours.find((item) => item.step === step)
        const isChanged =
          run !== undefined && !mountsCache(run) && apkSpans(step.instruction, commands).length > 0
        return !isChanged && commands.some((command) => needsIndex(command, commands))
      }),
  )
}

/** apk's cache is the author's own business: a file is put there, or another folder is made it. */
const isAboutApkCache = ({ keyword, text }: Instruction) =>
  text.includes('/etc/apk/cache') || (keyword !== 'RUN' && text.includes('/var/cache/apk'))

/** Whether a later RUN of the stage installs by the index that this one fetches. */
export function isFollowedByAdd({ stage, step }: Run): boolean {
  return stage.commands.some(
    ({ step: other, name, args }) =>
      other.index > step.index &&
      name === 'apk' &&
      (args.includes('add') || args.includes('upgrade')),
  )
}
