import {
  isAtLeast,
  isRoot,
  readPackageCommand,
  type Facts,
  type RuleContext,
  type RunCommand,
  type Step,
} from '../../../../src/transform.ts'
import { apkMountSpans } from '../apk-cache.ts'
import { needsLists } from '../lists-asked.ts'
import { isKept, mountedText, type MountedRun } from './mounted-run.ts'
import { planMounts } from './plan-mounts.ts'

/** The RUNs that get mounts, or why none does. */
export interface ChosenMounts {
  readonly runs: ReadonlyMap<Step, MountedRun>
  /** A sentence, where all caches are cleaned up although mounts are wanted. */
  readonly instead: string | undefined
}

const none: ChosenMounts = { runs: new Map(), instead: undefined }

const aptFolders = ['/var/cache/apt', '/var/lib/apt/lists']
const apkFolder = '/etc/apk/cache'

/** Which RUNs get which mounts, where the project wants any. */
export function chooseMounts({ facts, installs }: RuleContext): ChosenMounts {
  if (facts.project.preferences.caches !== 'mount') return none
  const instead = whyNone(facts)
  if (instead !== undefined) return { ...none, instead }
  const closed = new Set([
    ...(isAptClosed(facts) ? aptFolders : []),
    ...(isApkClosed(facts) ? [apkFolder] : []),
  ])
  for (;;) {
    const { uses, mounts } = planMounts(facts, installs, closed)
    const runs = [...mounts].flatMap(([step, own]): MountedRun[] => {
      const stage = facts.stages.find(({ steps }) => steps.includes(step))
      if (stage === undefined) return []
      const run = { stage, step, mounts: own, uses: uses.filter((use) => use.step === step) }
      return [{ ...run, uses: run.uses.filter(({ command }) => isKept(command, run)) }]
    })
    const stuck = runs.filter((run) => mountedText(run, [], facts) === undefined)
    const halves = aptFolders.filter((folder) => isMounted(runs, folder))
    const more = [
      ...stuck.flatMap(({ mounts: own }) => own.map(({ target }) => target)),
      // Lists without archives, or the other way round, are worth little.
      ...(halves.length === 1 ? aptFolders : []),
    ].filter((target) => !closed.has(target))
    if (more.length === 0)
      return { runs: new Map(runs.map((run) => [run.step, run])), instead: undefined }
    for (const target of more) closed.add(target)
  }
}

const isMounted = (runs: readonly MountedRun[], folder: string) =>
  runs.some(({ mounts }) => mounts.some(({ target }) => target === folder))

/** Mounts came to the stable syntax with 1.2, and those before it had them as experiments: https://docs.docker.com/build/buildkit/dockerfile-release-notes/#120 */
function whyNone({ dockerfile, project }: Facts): string | undefined {
  const syntax = dockerfile.directives.find(({ name }) => name === 'syntax')?.value
  const [, channel] =
    /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?::([^@]*))?(?:@|$)/.exec(syntax ?? '') ??
    []
  if (syntax !== undefined && channel !== undefined) {
    const isOld = /^\d+\.\d/.test(channel) && !isAtLeast(channel, '1.2')
    if (isOld || /experimental|labs/.test(channel))
      return `Caches are cleaned up, not mounted: \`# syntax=${syntax}\` is ${isOld ? 'older than cache mounts' : 'an experimental syntax'}.`
  }
  const builder = project.oldBuilder()
  return builder === undefined
    ? undefined
    : `Caches are cleaned up, not mounted: by ${builder.path}:${builder.line} ${builder.name} builds the image, which is not known to take cache mounts.`
}

const aptCall = ({ name, args }: RunCommand) => {
  const call = readPackageCommand([name, ...args])
  return call?.manager === 'apt' ? call.action : undefined
}

/** Whether some RUN of apt needs what is in the image: lists of another RUN, rights that its line has by sudo. */
function isAptClosed(facts: Facts): boolean {
  return facts.stages.some((stage) =>
    stage.steps.some((step) => {
      const { instruction } = step
      if (/^(RUN|ONBUILD)$/.test(instruction.keyword) && stage.unreadable.includes(step))
        return instruction.text.includes('apt')
      const commands = stage.commands.filter((command) => command.step === step)
      const calls = commands.flatMap((command) => {
        const action = aptCall(command)
        return action === undefined ? [] : [{ action, command }]
      })
      const update = calls.findIndex(({ action }) => action === 'update')
      const first = calls.findIndex(({ action }) => action === 'install' || action === 'upgrade')
      if (first >= 0 && (update < 0 || first < update)) return true
      return update >= 0 && (first < 0 || !isRoot(step.user) || needsLists(step, stage, facts))
    }),
  )
}

function isApkClosed({ stages, dockerfile }: Facts): boolean {
  return (
    dockerfile.instructions.some(
      ({ keyword, text }) =>
        text.includes('/etc/apk/cache') ||
        (keyword === 'ONBUILD' && text.includes('apk')) ||
        (keyword !== 'RUN' && text.includes('/var/cache/apk')),
    ) ||
    stages.some(
      ({ unreadable, commands }) =>
        unreadable.some(({ instruction }) => /\bapk\b/.test(instruction.text)) ||
        apkMountSpans(commands) === undefined,
    )
  )
}
