import {
  installedPackages,
  lineEvidence,
  pathReset,
  placeWords,
  startsOf,
  type Evidence,
  type Facts,
} from '../../../src/transform.ts'

interface LostPath {
  /** A sentence without its full stop. */
  readonly why: string
  readonly line: number | undefined
}

/** What starts programs with a PATH of its own, in which no environment is; undefined where nothing does. */
export function lostPath(facts: Facts): LostPath | undefined {
  const cron = forCron(facts)
  if (cron !== undefined) return cron
  for (const { argv, evidence } of wordsOfAll(facts)) {
    const words = pathReset(argv)
    if (words === undefined) continue
    return {
      why: `${placeWords(evidence)} starts programs by \`${words}\`, which sets a PATH of its own: they would not find an environment`,
      line: evidence.path === 'Dockerfile' ? evidence.line : undefined,
    }
  }
  return undefined
}

interface Words {
  readonly argv: readonly (string | undefined)[]
  readonly evidence: Evidence
}

/** All that a build and a container start, with where it is written. */
function wordsOfAll(facts: Facts): readonly Words[] {
  const { final } = facts
  return [
    ...final.steps.flatMap(({ instruction }) =>
      instruction.keyword === 'SHELL' && instruction.exec !== undefined
        ? [{ argv: instruction.exec, evidence: lineEvidence(instruction) }]
        : [],
    ),
    ...final.commands.map(({ argv, step }) => ({ argv, evidence: lineEvidence(step.instruction) })),
    ...startsOf(facts)
      .flat()
      .flatMap(({ argv, via }) => {
        const evidence = via.at(-1)
        return evidence === undefined ? [] : [{ argv, evidence }]
      }),
  ]
}

const cronPackages = new Set(['cron', 'cronie', 'dcron', 'anacron', 'busybox-suid'])

function forCron({ final }: Facts): LostPath | undefined {
  const cron = installedPackages(final.commands).find(({ name }) => cronPackages.has(name))
  if (cron === undefined) return undefined
  const { line } = cron.command.step.instruction
  return {
    why: `Line ${line} is for cron, which starts its jobs with a PATH of its own: they would not find an environment`,
    line,
  }
}
