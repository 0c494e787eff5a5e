import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

/** One file of the corpus, and what came of it. */
export interface Judged {
  readonly id: string
  readonly ecosystem: string
  readonly outcome: string
  /** Empty for what was migrated. */
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
  return readLines(runJudge(root, 'accept.mjs', ['--list']))
}

/** The files that maintainers have split themselves: 'migrated', 'unchanged', 'refused' or 'failed'. */
export function judgeConversions(root: string): readonly Judged[] {
  return readLines(runJudge(root, 'gold.mjs', []))
}

/** @throws Error where the shared material is not beside the repository. */
function runJudge(root: string, judge: string, options: readonly string[]): string {
  const shared = process.env['MSB_SHARED'] ?? path.join(root, '../shared')
  const script = path.join(shared, 'eval', judge)
  if (!existsSync(script))
    throw new Error(`${judge} is part of the shared material, which is not beside this repository`)
  return execFileSync(
    process.execPath,
    [
      script,
      ...['--cli', 'node bin/msb-migrate.js'],
      ...['--ecosystem', covered.join(',')],
      ...options,
    ],
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
