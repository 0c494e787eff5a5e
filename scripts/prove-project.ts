import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as z from 'zod'
import type { PublicProject } from './proof-list.ts'
import { proofResult, splitPays, type ProofResult } from './proof-result.ts'

export interface ProofPlace {
  /** The repository of this program. */
  readonly root: string
  readonly mirrors: string
  /** A command that brings a Dockerfile's base images. */
  readonly provide: readonly string[] | undefined
}

const report = z.object({
  files: z.array(
    proofResult.extend({ before: z.string().optional(), after: z.string().optional() }),
  ),
})

/**
 * Checks a project out into a temporary folder, and verifies its migration there.
 *
 * @throws Error where the commit is not in the mirror, or the program gives no report.
 */
export function proveProject(project: PublicProject, place: ProofPlace): ProofResult {
  const folder = mkdtempSync(path.join(tmpdir(), 'msb-proof-'))
  try {
    const tree = path.join(folder, 'tree')
    checkOut(project, place.mirrors, tree, path.join(folder, 'index'))
    const dockerfile = path.join(tree, project.dockerfile)
    const context = path.join(tree, project.context)
    const run = (words: readonly string[]) =>
      runProgram([...words, '--context', context, dockerfile], place.root)
    const planned = run(['--dry-run'])
    if (!splitPays(planned)) return proofResult.parse(planned)
    provideImages(
      [planned.before ?? readFileSync(dockerfile, 'utf8'), planned.after],
      place.provide,
      folder,
    )
    if (planned.outcome !== 'migrated') {
      const built = spawnSync(
        'docker',
        ['buildx', 'build', '--quiet', '--file', dockerfile, context],
        { stdio: 'ignore', timeout: 15 * 60_000 },
      )
      return proofResult.parse({ ...planned, baselineBuilds: built.status === 0 })
    }
    return proofResult.parse(run(['verify', ...project.paths.flatMap((each) => ['--path', each])]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Objects that a mirror lacks (large files) are left out: a build that needs them fails. */
function checkOut(
  { repository, commit, dockerfile }: PublicProject,
  mirrors: string,
  tree: string,
  index: string,
): void {
  const mirror = path.join(mirrors, repository.replace('/', '+'))
  const git = ['', 'repo', '.git', 'repo/.git']
    .map((below) => path.join(mirror, below))
    .find((each) => existsSync(path.join(each, 'HEAD')))
  if (git === undefined) throw new Error(`${repository} is not in ${mirrors}`)
  mkdirSync(tree)
  const options = { env: { ...process.env, GIT_INDEX_FILE: index } }
  const words = ['-c', 'safe.directory=*', '--git-dir', git, '--work-tree', tree]
  execFileSync('git', [...words, 'read-tree', commit], options)
  spawnSync('git', [...words, 'checkout-index', '--all', '--force', `--prefix=${tree}/`], options)
  if (!existsSync(path.join(tree, dockerfile)))
    throw new Error(`${repository} has no ${dockerfile} at ${commit}`)
}

function provideImages(
  texts: readonly (string | undefined)[],
  command: readonly string[] | undefined,
  folder: string,
): void {
  const [program, ...words] = command ?? []
  if (program === undefined) return
  for (const text of texts) {
    if (text === undefined) continue
    const file = path.join(folder, 'Dockerfile')
    writeFileSync(file, text)
    spawnSync(program, [...words, '--dockerfile', file], { stdio: 'ignore' })
  }
}

/** The one file of the program's report. Its exit code only repeats the verdict. */
function runProgram(words: readonly string[], root: string): z.infer<typeof report>['files'][0] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'bin/msb-migrate.js'), ...words, '--format', 'json'],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  const [file] = stdout === '' ? [] : report.parse(JSON.parse(stdout)).files
  if (file === undefined) throw new Error(`no report: ${stderr.trim()}`)
  return file
}
