import type { Instruction } from '../../dockerfile/instruction.ts'
import { commandOf } from '../commands/command.ts'
import { baseName } from '../image-path.ts'
import { changedFiles } from '../changed-files.ts'
import { argvOf } from '../javascript/evaluate-config.ts'
import { lineEvidence, type Evidence } from '../evidence.ts'
import type { StageFacts } from '../stages/stage-facts.ts'
import { follow } from './follow.ts'
import type { Launcher, Place } from './launcher.ts'
import { openEndsOf, processesOf, type Followed, type OpenEnd, type Process } from './process.ts'
import { followStated, startedOtherwise } from './stated-start.ts'

/** ENTRYPOINT and CMD together, followed through package scripts and entrypoint scripts to what runs. */
export interface StartCommand {
  /** The instruction that decides; undefined where both come from the base image. */
  readonly instruction: Instruction | undefined
  readonly entrypoint: Instruction | undefined
  readonly cmd: Instruction | undefined
  /** As Docker runs it: ENTRYPOINT's strings, then CMD's. */
  readonly argv: readonly string[]
  /** True where a shell of the image reads it (shell form, `sh -c`, scripts with a shell's #! line). */
  readonly needsShell: boolean
  /** In the order they are met; what launches others comes before what it launches. */
  readonly processes: readonly Process[]
  readonly openEnds: readonly OpenEnd[]
  /** Where people state what comes behind an open end: their lines, and what nobody has read on the way there. */
  readonly stated: { readonly lines: readonly Evidence[]; readonly unread: readonly OpenEnd[] }
  /** Who gives it, where the file and its base image have none: a service of compose. */
  readonly given?: Evidence
  /** What people state, and the author's start command, which can be followed, does not start. */
  readonly otherwise: Process | undefined
}

/** Follows the start command of a stage; undefined where neither the file nor the base image has one. */
export function followStart(
  stage: StageFacts,
  place: Place,
  launchers: readonly Launcher[],
): StartCommand | undefined {
  const { steps, config, end, base } = stage
  const entrypoint = steps.findLast((step) => step.instruction.keyword === 'ENTRYPOINT')
  const cmd = steps.findLast((step) => step.instruction.keyword === 'CMD')
  const argv = [...(config.Entrypoint ?? []), ...(config.Cmd ?? [])]
  if (argv.length === 0) return undefined
  const decides = entrypoint ?? cmd
  const evidence = lineEvidence(decides?.instruction, decides?.instruction.text ?? argv.join(' '))
  const entry =
    entrypoint === undefined
      ? (config.Entrypoint ?? [])
      : argvOf(entrypoint.instruction, entrypoint.shell)
  // With a shell-form ENTRYPOINT, CMD is never read.
  const isShellEntry = entrypoint !== undefined && entrypoint.instruction.form === 'shell'
  const words = isShellEntry ? entry : [...entry, ...(config.Cmd ?? [])]
  const hasShellForm = [entrypoint, isShellEntry ? undefined : cmd].some(
    (step) => step?.instruction.form === 'shell',
  )
  // The image's own script, whatever folder it stands in, starts what follows it.
  const [first = '', ...rest] = words
  const isOwn = base.config.Entrypoint?.[0] === first && place.contextPath(first) === undefined
  const command = commandOf(isOwn ? [baseName(first), ...rest] : words, end.workdir)
  const followed = asItIs(stage, place, follow(command, place, launchers, { via: [evidence] }))
  const openEnds = openEndsOf(followed)
  const processes = processesOf(followed)
  const { start: said } = place.project.preferences.statements
  const statements = said ?? []
  const way = [evidence, ...(openEnds[0]?.via ?? []).slice(1)]
  const stated = followStated(statements, end.workdir, place, launchers, way)
  // What the base image starts by itself is nobody's statement.
  const isAnswered = decides !== undefined && said !== undefined && openEnds.length > 0
  const unread = isAnswered ? openEnds.filter(({ isOneCommand }) => isOneCommand !== true) : []
  return {
    instruction: decides?.instruction,
    entrypoint: entrypoint?.instruction,
    cmd: cmd?.instruction,
    argv: words,
    needsShell:
      followed.needsShell || hasShellForm || unread.length > 0 || (isAnswered && stated.needsShell),
    processes: isAnswered ? [...processes, ...processesOf(stated)] : processes,
    openEnds: isAnswered ? openEndsOf(stated) : openEnds,
    stated: {
      lines: isAnswered ? statements.map((each) => each.evidence) : [],
      unread,
    },
    otherwise:
      isAnswered || decides === undefined ? undefined : startedOtherwise(stated, processes),
  }
}

/** Without what a file says that the image has in other words: `RUN npm pkg set scripts.start=...` */
function asItIs(stage: StageFacts, place: Place, followed: Followed): Followed {
  // Evidence of the Dockerfile itself is of no file of the image.
  const inImage = (path: string) => (path === 'Dockerfile' ? undefined : place.imagePath(path))
  const ways = new Set(followed.found.flatMap(({ via }) => via.map(({ path }) => path)))
  const asked = new Set([...ways].flatMap((path) => inImage(path) ?? []))
  const changed = changedFiles(stage, place.project, asked)
  if (changed.size === 0) return followed
  const ends = new Map<string, OpenEnd>()
  const found = followed.found.flatMap((item): Followed['found'] => {
    for (const [at, { path }] of item.via.entries()) {
      const change = changed.get(inImage(path) ?? '')
      if (change === undefined) continue
      if (ends.has(path)) return []
      const end = {
        why: `the build changes ${path}: \`${change.text}\``,
        evidence: change,
        via: item.via.slice(0, at + 1),
      }
      ends.set(path, end)
      return [end]
    }
    return [item]
  })
  return { ...followed, found }
}
