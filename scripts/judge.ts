import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

/** One file of the corpus, and what came of it. */
export interface Judged {
  readonly id: string
  readonly ecosystem: string
  readonly outcome: string
  /** Why the file was not split; empty where it was. */
  readonly code: string
  readonly reason: string
}

/** The ecosystems of the corpus that the transforms cover. */
export const covered = [
  'node-server',
  'node-build',
  'next',
  'nuxt',
  'static-frontend',
  'php',
  'go',
  'python',
] as const

/** The application files with one stage: 'split', 'only hardened', 'unchanged', 'refused' or 'failed'. */
export function judgeApplications(root: string): readonly Judged[] {
  const judge = (cli: string) => readLines(runJudge(root, 'accept.mjs', ['--list'], cli))
  // What keeps a hardened file in one stage is asked for by the split alone.
  const whyWhole = new Map(judge(`${program} --only split-stages`).map((file) => [file.id, file]))
  return judge(program).map((file) => {
    const whole = file.outcome === 'only hardened' ? whyWhole.get(file.id) : undefined
    return whole === undefined ? file : { ...file, code: whole.code, reason: whole.reason }
  })
}

/** The files that maintainers have split themselves: 'migrated', 'unchanged', 'refused' or 'failed'. */
export function judgeConversions(root: string): readonly Judged[] {
  return readLines(runJudge(root, 'gold.mjs', []))
}

const program = 'node bin/msb-migrate.js'

/** @throws Error where the shared material is not beside the repository. */
function runJudge(
  root: string,
  judge: string,
  options: readonly string[],
  cli: string = program,
): string {
  const shared = process.env['MSB_SHARED'] ?? path.join(root, '../shared')
  const script = path.join(shared, 'eval', judge)
  if (!existsSync(script))
    throw new Error(`${judge} is part of the shared material, which is not beside this repository`)
  return execFileSync(
    process.execPath,
    [script, ...['--cli', cli], ...['--ecosystem', covered.join(',')], ...options],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 },
  )
}

const line = new RegExp(
  `^(\\S+) +(${covered.join('|')}) +(split|only hardened|migrated|unchanged|refused|failed) *(.*)$`,
)

function readLines(output: string): readonly Judged[] {
  return output.split('\n').flatMap((text) => {
    const [, id = '', ecosystem = '', outcome = '', rest = ''] = line.exec(text) ?? []
    if (id === '') return []
    const isLeft = outcome === 'unchanged' || outcome === 'refused' || outcome === 'failed'
    const [code = '', ...words] = isLeft ? rest.split(' ') : []
    return [{ id, ecosystem, outcome, code, reason: words.join(' ').trim() }]
  })
}
