import type { Facts } from '../facts/facts.ts'
import { baseName } from '../facts/image-path.ts'
import type { Process } from '../facts/follow/process.ts'
import type { StartCommand } from '../facts/follow/start-command.ts'
import { shellOf } from '../dockerfile/shell/shells.ts'
import { withoutCredentials } from './build-credentials.ts'
import type { Ecosystem } from './ecosystem.ts'
import { assemble } from './rewrite/assemble.ts'
import type { Draft } from './rewrite/draft.ts'
import type { Installs } from './installs.ts'
import { oneStage } from './one-stage.ts'
import { installsOf, needsOf } from './base/runtime-needs.ts'
import { refuseMissingSource, withUnseenSources } from './refusals/missing-source.ts'
import { tryBase, type Fit } from './base/try-base.ts'
import { nothingToLeave } from './refusals/nothing-to-leave.ts'
import { refuse, type Refusal } from './refusals/refuse.ts'
import { refusePurpose, refuseStarted } from './refusals/started.ts'
import { fullSplit, type Artifact, type FullSplit, type RuntimePackage } from './split.ts'

/** A draft with two stages, and the fields of the image's config that the split may change. */
export interface MadeSplit {
  readonly kind: 'made'
  readonly split: FullSplit
  readonly draft: Draft
  readonly contract: readonly string[]
}

/** A builder from which nothing is copied has no purpose. */
function takesFromBuilder({ pieces }: Draft): boolean {
  return pieces.some((piece) => piece.kind === 'added' && /\s--from=/.test(piece.text))
}

/** Asks the ecosystem for a split, and makes it on the leanest base that has all that run time needs. */
export function splitStage(
  facts: Facts,
  ecosystem: Ecosystem,
  installs: Installs,
): MadeSplit | Refusal {
  const general =
    generalRefusal(facts) ??
    refuseStarted(facts, ecosystem.purposeOf ?? (() => undefined), installs)
  if (general !== undefined) return general
  const given = ecosystem.split(facts)
  if (given.kind !== 'split') return given
  const answer = withoutCredentials(fullSplit(given), facts)
  const missing = refuseMissingSource(facts, answer)
  if (missing !== undefined) return missing
  if (answer.withoutBuilder) {
    const split = withUnseenSources(answer, facts)
    return { kind: 'made', split, draft: oneStage(facts, split), contract: split.contract }
  }
  let last: Extract<Fit, { fits: false }> | undefined
  for (const base of answer.runtimeBases) {
    const split = withUnseenSources({ ...answer, ...base.override }, facts)
    const assembly = assemble(facts, split, base, [])
    if ('kind' in assembly) return assembly
    const installs = [...installsOf(assembly.runtimeCommands), ...assembly.installs]
    const needs = needsOf(facts, split, assembly.runtimeCommands)
    const { runtimeCommands } = assembly
    const fit = tryBase({ facts, split, candidate: base, needs, runtimeCommands, installs })
    if (!fit.fits) {
      last = fit
      continue
    }
    if (!base.pays) return nothingToLeave
    const made = assemble(facts, withFiles(split, fit.files, facts), base, fit.packages)
    if ('kind' in made) return made
    if (!takesFromBuilder(made.draft)) return nothingToLeave
    return { kind: 'made', split, draft: made.draft, contract: split.contract }
  }
  return refuse(
    'runtime-base-lacks-program',
    `No leaner image fits: ${last?.why ?? 'there is none for this base'}.`,
    last?.evidence?.line,
  )
}

/** Packages that the image can't install come as files from the builder. */
function withFiles(
  split: FullSplit,
  packages: readonly RuntimePackage[],
  { final }: Facts,
): FullSplit {
  const last = final.stage.instructions.findLast(({ keyword }) => /^(RUN|COPY|ADD)$/.test(keyword))
  if (last === undefined || packages.length === 0) return split
  const files = packages.flatMap(({ files = [], evidence }) =>
    files.map((file): Artifact => ({
      ...file,
      after: last,
      evidence: [evidence],
      isPortable: true,
    })),
  )
  return { ...split, artifacts: [...split.artifacts, ...files] }
}

/** What no ecosystem can split. */
function generalRefusal({ final, start }: Facts): Refusal | undefined {
  const onbuild = final.stage.instructions.find((instruction) => instruction.keyword === 'ONBUILD')
  if (onbuild !== undefined)
    return refuse(
      'onbuild',
      `Line ${onbuild.line} is carried out by the builds of other images that start from this one; a split would take the build tools away from them.`,
      onbuild.line,
    )
  if (
    final.base.reference.text.includes('windows') ||
    final.stage.instructions.some(
      (instruction) =>
        instruction.keyword === 'SHELL' && /powershell|cmd/i.test(instruction.exec?.[0] ?? ''),
    )
  )
    return refuse(
      'windows-image',
      `${final.base.reference.text} is a Windows image; its commands are not read.`,
      final.stage.from.line,
    )
  if (final.base.family === 'unknown')
    return refuse(
      'unknown-base-image',
      `Line ${final.stage.from.line} starts from ${final.base.reference.text}; what that image brings along (user, entrypoint, environment, certificates) is not known.`,
      final.stage.from.line,
    )
  if (/-?onbuild$/.test(final.base.reference.tag ?? ''))
    return refuse(
      'onbuild',
      `${final.base.reference.text} copies and builds the program by ONBUILD instructions of its own (line ${final.stage.from.line}), which are not in this file.`,
      final.stage.from.line,
    )
  const idle = start === undefined ? undefined : idleCommand(start)
  if (idle !== undefined)
    return refusePurpose(
      {
        kind: 'development',
        what: `\`${idle}\`, which only keeps the container open for what is run in it by hand, and what that needs is not known`,
      },
      start?.instruction?.line,
    )
  // What the base image starts by itself, the base image has.
  const open = start?.instruction === undefined ? undefined : start.openEnds[0]
  if (open !== undefined)
    return refuse(
      'unknown-start-command',
      `The start command can't be followed: ${open.why}.`,
      open.evidence.path === 'Dockerfile' ? open.evidence.line : undefined,
    )
  return undefined
}

/** `sleep infinity`, `tail -f /dev/null`, a bare shell: nothing else is started. */
function idleCommand({ processes, instruction }: StartCommand): string | undefined {
  // The base image's own entrypoint runs what follows it.
  const own = processes.filter(({ name }) => name !== 'docker-entrypoint.sh')
  const last = own.at(-1)
  if (instruction === undefined || last === undefined || !own.every(isIdle)) return undefined
  return last.argv.join(' ')
}

function isIdle({ name, args }: Process): boolean {
  if (shellOf(name) !== undefined)
    return args.every((arg) => arg === undefined || /^-[il]+$|^--login$/.test(arg))
  switch (name === undefined ? undefined : baseName(name)) {
    case 'sleep':
    case 'true':
      return true
    case 'tail':
      return args.includes('/dev/null')
    default:
      return false
  }
}
