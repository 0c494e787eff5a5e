import {
  baseName,
  installedPackages,
  placeWords,
  type Evidence,
  type Facts,
} from '../../../src/transform.ts'

interface LostPath {
  /** A sentence without its full stop. */
  readonly why: string
  readonly line: number | undefined
}

/**
 * What starts programs with a PATH of its own, in which no environment is; undefined where nothing does. Login shells read /etc/profile,
 * sudo has secure_path: https://wiki.debian.org/EnvironmentVariables
 */
export function lostPath(facts: Facts): LostPath | undefined {
  return inEvidence(facts) ?? forCron(facts)
}

const programs =
  /(?:^|[\s"'\[;&|(])((?:\/\S+\/)?(?:ba|z|da|a)?sh["',\s]+(?:-[a-z]*l[a-z]*|--login)\b|(?:su|runuser)["',\s]+(?:-l\b|--login\b|-(?=["',\s]))|sudo(?=["',\s])|env["',\s]+(?:-i\b|--ignore-environment\b))/

function inEvidence({ final, start, health, overrides }: Facts): LostPath | undefined {
  const lines: readonly Evidence[] = [
    ...final.steps.flatMap(({ instruction: { keyword, line, text } }) =>
      /^(SHELL|RUN|CMD|ENTRYPOINT|HEALTHCHECK)$/.test(keyword)
        ? { path: 'Dockerfile', line, text }
        : [],
    ),
    ...[
      ...(start?.processes ?? []),
      ...(health?.processes ?? []),
      ...overrides.flatMap(({ processes }) => processes),
    ].flatMap(({ via }) => via),
  ]
  for (const evidence of lines) {
    const found = programs.exec(evidence.text)?.[1]
    if (found === undefined) continue
    const words = found.replace(/[\s"',]+/g, ' ').trim()
    return {
      why: `${placeWords(evidence)} starts programs by \`${words}\`, which sets a PATH of its own: they would not find an environment`,
      line: evidence.path === 'Dockerfile' ? evidence.line : undefined,
    }
  }
  return undefined
}

const cronPackages = new Set(['cron', 'cronie', 'dcron', 'anacron', 'busybox-suid'])

function forCron({ final, start }: Facts): LostPath | undefined {
  const cron = installedPackages(final.commands).find(({ name }) => cronPackages.has(name))
  const daemon = start?.processes.find(({ name }) =>
    /^(crond?|anacron)$/.test(baseName(name ?? '')),
  )
  if (cron === undefined && daemon === undefined) return undefined
  const line = cron?.command.step.instruction.line ?? start?.instruction?.line
  return {
    why: `Line ${line} is for cron, which starts its jobs with a PATH of its own: they would not find an environment`,
    line,
  }
}
