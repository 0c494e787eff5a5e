import type { Command } from '../../facts/commands/command.ts'
import { dockerfileLine, placeOf, placeWords, type Evidence } from '../../facts/evidence.ts'
import { isWithin } from '../../facts/image-path.ts'
import type { Facts } from '../../facts/facts.ts'
import type { Installs, Purpose, Tooling } from '../tooling.ts'
import { refuseOverride } from './compose.ts'
import { refuse, type Refusal } from './refuse.ts'

/** The refusal of an image with such a purpose; `via` is the way from the start command to the program. */
export function refusePurpose(
  { kind, what }: Purpose,
  line: number | undefined,
  via: readonly Evidence[] = [],
): Refusal {
  const [first = { path: 'Dockerfile', line }] = via
  const by = placeWords(first)
  const script = via.findLast(({ path }) => path !== 'Dockerfile')
  const place = script === undefined || script === first ? '' : ` (${placeOf(script)})`
  switch (kind) {
    case 'tests':
      return refuse(
        'test-image',
        `${by} runs ${what}${place}: tests need the tools and the sources of the build.`,
        line,
      )
    case 'development':
      return refuse(
        'development-image',
        `${by} starts ${what}${place}. Name a production start command, or keep this file for development.`,
        line,
      )
    case 'installs':
      return refuse(
        'installs-at-start',
        `${by} installs the packages when the container starts (\`${what}\`${place === '' ? '' : `,${place.replace(/[()]/g, '')}`}): there is no build step to leave behind. Install them in a RUN.`,
        line,
      )
  }
}

/** Refuses an image for what its start command, its health check or a compose service runs in it, by the words of its ecosystem. */
export function refuseStarted(
  { start, health, overrides, final }: Facts,
  purposeOf: NonNullable<Tooling['purposeOf']>,
  { read }: Installs,
): Refusal | undefined {
  const purpose = (command: Command): Purpose | undefined =>
    read(command)?.fetches === true
      ? { kind: 'installs', what: command.argv.map((word) => word ?? '…').join(' ') }
      : purposeOf(command, (name) => final.end.env.get(name))
  for (const process of [...(start?.processes ?? []), ...(health?.processes ?? [])]) {
    const found = purpose(process)
    if (found !== undefined)
      return refusePurpose(found, dockerfileLine(process.via[0]), process.via)
  }
  const override = overrides.find(({ processes }) =>
    processes.some((process) => purpose(process) !== undefined),
  )
  return override === undefined
    ? undefined
    : refuseOverride(
        override,
        (target) => final.end.workdir !== undefined && isWithin(final.end.workdir, target),
      )
}
