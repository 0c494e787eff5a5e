import {
  baseName,
  installedPackages,
  isPosixShell,
  placeOf,
  type Command,
  type Facts,
} from '../../../src/transform.ts'

interface LostPath {
  /** A sentence without its full stop. */
  readonly why: string
  readonly line: number | undefined
}

/** What starts programs with a PATH of its own, in which no environment is; undefined where nothing does. */
export function lostPath(facts: Facts): LostPath | undefined {
  const { final, start, health, overrides } = facts
  const shell = final.steps.find(
    ({ instruction: { keyword, exec } }) =>
      keyword === 'SHELL' && exec?.some((word) => isLoginFlag(word)) === true,
  )
  if (shell !== undefined) {
    const { line } = shell.instruction
    return { why: `Line ${line} makes each shell a login shell, ${resets}`, line }
  }
  const run = final.commands.find(resetsPath)
  if (run !== undefined) {
    const { line } = run.step.instruction
    return {
      why: `Line ${line} starts a program with \`${run.argv.slice(0, 2).join(' ')}\`, ${resets}`,
      line,
    }
  }
  const started = [
    ...(start?.processes ?? []),
    ...(health?.processes ?? []),
    ...overrides.flatMap(({ processes }) => processes),
  ]
  const process = started.find(resetsPath)
  if (process !== undefined) {
    const [first = { path: 'Dockerfile', line: start?.instruction?.line }] = process.via.slice(-1)
    return {
      why: `${placeOf(first)} starts a program with \`${process.argv.slice(0, 2).join(' ')}\`, ${resets}`,
      line: start?.instruction?.line,
    }
  }
  const cron = installedPackages(final.commands).find(({ name }) => cronPackages.has(name))
  const daemon = started.find(({ name }) => /^(crond?|anacron)$/.test(baseName(name ?? '')))
  if (cron === undefined && daemon === undefined) return undefined
  const line = cron?.command.step.instruction.line ?? start?.instruction?.line
  return {
    why: `Line ${line} is for cron, which starts its jobs with a PATH of its own: they would not find an environment`,
    line,
  }
}

const resets = 'which sets a PATH of its own: an environment would not be found'

const cronPackages = new Set(['cron', 'cronie', 'dcron', 'anacron', 'busybox-suid'])

const isLoginFlag = (word: string | undefined) =>
  word !== undefined && /^(--login|-[a-z]*l[a-z]*)$/.test(word)

/** `bash -l`, `su - app`, `sudo`, `env -i`. */
function resetsPath({ argv }: Command): boolean {
  const at = argv.findIndex(
    (word) => word !== undefined && /^(su|sudo|runuser|env)$/.test(baseName(word)),
  )
  const own = baseName(argv[0] ?? '')
  if (isPosixShell(own))
    return (
      argv.slice(1).find((word) => word?.startsWith('-') === true && isLoginFlag(word)) !==
      undefined
    )
  if (at !== 0) return false
  const words = argv.slice(1)
  switch (own) {
    case 'sudo':
      return true
    case 'env':
      return words.some((word) => word === '-i' || word === '-' || word === '--ignore-environment')
    default:
      return words.some((word) => word === '-' || word === '-l' || word === '--login')
  }
}
