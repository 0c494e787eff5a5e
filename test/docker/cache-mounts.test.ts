import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { fixturesFolder } from '../fixture.ts'
import { pullImages } from './build-image.ts'
import { docker, label, removeOurs, whyNoDocker } from './docker.ts'

// A stage with cache mounts holds nothing of the cache; the builder does, and a build after a change of the project takes from there.
const why = await whyNoDocker()

interface Row {
  /** A fixture of package-cache. */
  readonly name: string
  /** The stage that installs; the image itself where undefined. */
  readonly stage?: string
  readonly targets: readonly string[]
  /** The folder in it that holds the packages; all of it unless given. */
  readonly packages?: string
  /** A file whose change makes the install run again, and what stands behind its text then. */
  readonly changes: Readonly<Record<string, (text: string) => string>>
  /** What the second build says, or does not say, where the cache was used. */
  readonly says?: RegExp
  readonly saysNot?: RegExp
}

// A text of its own for each run: the layers of a run before must not stand in for the second build.
const run = Date.now()
const described = (text: string) => text.replace(/"version": "1\.0\.0"/, `"version": "1.0.${run}"`)
const commented = (text: string) => `${text}\n// changed ${run}\n`

const rows: readonly Row[] = [
  {
    name: 'mounts-in-a-split-of-node',
    stage: 'builder',
    targets: ['/root/.npm'],
    // Other npm commands of the stage leave a log.
    packages: '_cacache',
    changes: { 'package.json': described },
  },
  {
    name: 'mounts-in-a-split-of-go',
    stage: 'builder',
    targets: ['/go/pkg/mod', '/root/.cache/go-build'],
    changes: { 'go.mod': commented, 'main.go': commented },
    saysNot: /go: downloading/,
  },
  {
    name: 'mounts-where-make-builds',
    stage: 'builder',
    targets: ['/go/pkg/mod', '/root/.cache/go-build'],
    changes: { 'main.go': commented },
    saysNot: /go: downloading/,
  },
  {
    name: 'mounts-yarn-one-cleaned-by-author',
    targets: ['/usr/local/share/.cache/yarn'],
    changes: { 'package.json': described },
  },
  {
    name: 'mounts-of-another-user',
    targets: ['/home/node/.npm'],
    changes: { 'package.json': described },
  },
  {
    name: 'mounts-pip-without-its-flag',
    targets: ['/root/.cache/pip'],
    changes: { 'requirements.txt': (text) => `${text}# changed ${run}\n` },
    says: /Using cached/,
  },
  {
    name: 'mounts-apt-cleaned-by-author',
    targets: ['/var/cache/apt', '/var/lib/apt/lists'],
    changes: {},
  },
]

afterAll(removeOurs)

describe.skipIf(why !== undefined)('cache mounts', () => {
  test.each(rows)('$name', async (row) => {
    const { name, stage, targets, packages = '', changes, says, saysNot } = row
    const source = path.join(fixturesFolder, 'package-cache', name)
    const folder = mkdtempSync(path.join(tmpdir(), 'msb-migrate-mounts-'))
    try {
      cpSync(path.join(source, 'context'), folder, { recursive: true })
      const dockerfile = path.join(folder, 'Dockerfile')
      writeFileSync(dockerfile, readFileSync(path.join(source, 'output.Dockerfile')))
      const tag = `msb-migrate-mounts:${name}`
      // From nothing: layers of a run before would not fill the cache, which may be gone since.
      const first = await build(folder, tag, stage, ['--no-cache'])
      expect(first.ok, first.stderr).toBe(true)
      for (const target of targets) {
        const left = await inImage(
          tag,
          `find ${target}/${packages} -type f -size +0 2>/dev/null | head -3`,
        )
        expect(left, `${target} is in the image`).toBe('')
        expect(await isKept(folder, tag, target), `the builder keeps ${target}`).toBe(true)
      }
      if (Object.keys(changes).length === 0) return
      for (const [file, change] of Object.entries(changes)) {
        const place = path.join(folder, file)
        writeFileSync(place, change(readFileSync(place, 'utf8')))
      }
      const second = await build(folder, tag, stage)
      expect(second.ok, second.stderr).toBe(true)
      if (says !== undefined) expect(second.stderr).toMatch(says)
      if (saysNot !== undefined) expect(second.stderr).not.toMatch(saysNot)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

async function build(
  folder: string,
  tag: string,
  stage: string | undefined,
  flags: readonly string[] = [],
) {
  const dockerfile = path.join(folder, 'Dockerfile')
  const standIns = await pullImages(dockerfile, [])
  return docker(
    [
      ...['buildx', 'build', '--pull=false', '--load', '--progress=plain'],
      ...['--label', label, '--tag', tag, '--file', dockerfile],
      ...(stage === undefined ? [] : ['--target', stage]),
      ...flags,
      ...standIns,
      folder,
    ],
    10 * 60,
  )
}

async function inImage(tag: string, command: string): Promise<string> {
  const args = ['run', '--rm', '--label', label, '--user', 'root', '--entrypoint', 'sh', tag]
  const { stdout } = await docker([...args, '-c', command])
  return stdout.trim()
}

/** Whether a RUN of another build finds files in the mount. A number that no build had before lets it run anew: `--no-cache` empties mounts, too. */
async function isKept(folder: string, tag: string, target: string): Promise<boolean> {
  const probe = path.join(folder, 'probe.Dockerfile')
  // A mount with another owner or mode is another one.
  const text = readFileSync(path.join(folder, 'Dockerfile'), 'utf8')
  const mount = text
    .split(/\s/)
    .find((word) => `${word},`.startsWith(`--mount=type=cache,target=${target},`))
  expect(mount, `a mount of ${target}`).toBeDefined()
  writeFileSync(
    probe,
    `FROM ${tag}\nUSER root\nARG RUN_OF_THE_TEST\nRUN ${mount} find ${target} -type f | head -1 | grep -q .\n`,
  )
  const { ok } = await docker(
    [
      ...['buildx', 'build', '--pull=false', '--label', label, '--file', probe],
      ...['--build-arg', `RUN_OF_THE_TEST=${Date.now()}`, folder],
    ],
    5 * 60,
  )
  return ok
}
