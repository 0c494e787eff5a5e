import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildOnce, program } from '../built-program.ts'
import { folderWith } from '../cli/surroundings.ts'
import { fixturesFolder } from '../fixture.ts'
import { pullImage } from './build-image.ts'
import { docker, whyNoDocker } from './docker.ts'
import { wrong } from './verify-cases.ts'
import { leftovers, type Pair, verifyPair, verifyPairs } from './verify-pair.ts'

// `msb-migrate verify` from the command line to its report, of migrations that are made up.
const missing = await whyNoDocker()
const suite = missing === undefined ? describe : describe.skip
if (missing !== undefined) console.warn(`Skipped: no Docker Engine to verify with (${missing}).`)

const debian = 'FROM debian:bookworm-slim\n'
const good: Pair = {
  before: `${debian}RUN cp /bin/grep /bin/own && truncate -s 20M /left-over\nCMD ["own", "--version"]\n`,
  after: `${debian}RUN cp /bin/grep /bin/own\nCMD ["own", "--version"]\n`,
}
const bad: Pair = { ...good, after: `${debian}CMD ["own", "--version"]\n` }

suite('images that differ', () => {
  test.each(wrong)('$name', async ({ pair, says }) => {
    const found = await verifyPair(pair)
    const messages = [...found.differences, ...found.notes].map(({ message }) => message)
    expect(found.verdict, messages.join('\n')).toBe('different')
    expect(messages.join('\n')).toMatch(says)
  })
})

suite('builds that fail', () => {
  const broken = `${debian}# why\nRUN echo soon && \\\n    exit 3\nCMD ["grep"]\n`

  test('before: the failing instruction and its log, and nothing of the new one', async () => {
    const found = await verifyPair({ before: broken, after: good.after })
    expect(found).toMatchObject({
      verdict: 'baseline-broken',
      failure: { instruction: { line: 3, text: 'RUN echo soon && \\\n    exit 3' }, log: ['soon'] },
      builds: {},
    })
    expect(found.failure?.origin).toBeUndefined()
  })

  test('after: where the instruction comes from', async () => {
    const origins = [{ line: 3, kind: 'edited', from: 2, by: 'package-cache' }] as const
    const found = await verifyPair({ ...good, after: broken, migrated: { origins } })
    expect(found).toMatchObject({
      verdict: 'build-broken',
      failure: { origin: { kind: 'edited', line: 2, by: 'package-cache' }, log: ['soon'] },
    })
  })

  test('after --timeout', async () => {
    const slow = `${debian}RUN sleep 300\n`
    const found = await verifyPair({ before: slow, after: slow }, ['--timeout', '30'])
    expect(found.verdict).toBe('baseline-broken')
    expect(found.reason).toMatch(/longer than 30 s, and was at \[2\/2\] RUN sleep 300; --timeout/)
  })
})

suite('several files', () => {
  test('are verified at once, reported in order, and written where they stay the same', async () => {
    const ran = await verifyPairs({ bad, good }, ['--write', '--allow-dirty', '--jobs', '2'])
    expect(ran.code).toBe(3)
    expect(ran.stdout).toMatch(/^bad\/Dockerfile: different: [^]*^good\/Dockerfile: same: /m)
    expect(ran.stdout).toMatch(/^good\/Dockerfile +\d+ MB -> +\d+ MB .* same$/m)
    expect(ran.stderr).toContain('1 changed, 1 left as they were, verified: 1 different, 1 same')
    expect(ran.stderr).toMatch(/^Full logs: /m)
    expect(ran.kept('good')).toBe(good.after)
    expect(ran.kept('bad')).toBe(bad.before)
    expect(leftovers('good') + leftovers('bad')).toBe('')
  })

  test('with a verdict that is accepted are written, too', async () => {
    const argv = ['--write', '--allow-dirty', '--accept', 'different', '--no-run']
    const ran = await verifyPairs({ bad }, argv)
    expect(ran.code).toBe(3)
    expect(ran.kept('bad')).toBe(bad.after)
  })

  test('as Markdown begin with the table of all', async () => {
    const ran = await verifyPairs({ good }, ['--format', 'markdown', '--no-run'])
    expect(ran.stdout).toMatch(
      /^\| Dockerfile [^]*\| `good\/Dockerfile` \| \d+ MB \| \d+ MB \| \d+ % \| \*\*same\*\* \|/,
    )
  })
})

suite('an interrupt', () => {
  test('of the program, in the middle of a build, leaves nothing', async () => {
    buildOnce()
    const fixture = path.join(fixturesFolder, 'node/add-and-old-env')
    const key = `interrupted-${process.pid}`
    const root = folderWith({ 'temporary/.keep': '' })
    cpSync(path.join(fixture, 'context'), path.join(root, key), { recursive: true })
    cpSync(path.join(fixture, 'input.Dockerfile'), path.join(root, key, 'Dockerfile'))
    mkdirSync(path.join(root, 'temporary'), { recursive: true })
    const [, image = ''] =
      /^FROM (\S+)/m.exec(readFileSync(`${root}/${key}/Dockerfile`, 'utf8')) ?? []
    await pullImage(image)
    const child = spawn(process.execPath, [program, 'verify', key, '--no-cache'], {
      cwd: root,
      env: { ...process.env, TMPDIR: path.join(root, 'temporary') },
    })
    const code = await new Promise<number | null>((resolve) => {
      child.stderr.on('data', (text: Buffer) => {
        if (text.includes('build before')) setTimeout(() => child.kill('SIGINT'), 700)
      })
      child.on('close', resolve)
    })
    expect(code).toBe(130)
    expect(readdirSync(path.join(root, 'temporary'))).toEqual(['.keep'])
    expect(leftovers(key)).toBe('')
  })
})

suite('leftovers', () => {
  test('a run without the cache leaves no image whose name went on to another', async () => {
    const before = `FROM debian:bookworm-slim AS one
RUN date > /now
FROM debian:bookworm-slim
COPY --from=one /now /now
CMD ["true"]
`
    const after = before.replaceAll('one', 'builder')
    const ran = await verifyPairs({ again: { before, after } }, ['--no-cache', '--no-run'])
    const run = /^Full logs: .*-(\w+)$/m.exec(ran.stderr)?.[1] ?? ''
    expect(run).not.toBe('')
    const filter = ['--filter', `label=msb-migrate.verify=${run}`]
    expect((await docker(['image', 'ls', '--all', '--quiet', ...filter])).stdout).toBe('')
  })

  test('--keep-images leaves images, which carry the label that --clean goes by', async () => {
    const key = `kept-${process.pid}`
    const ran = await verifyPairs({ [key]: good }, ['--keep-images', '--no-run'])
    expect(ran.code).toBe(0)
    const ids = [...new Set(leftovers(key).trim().split('\n'))]
    expect(ids).toHaveLength(2)
    const filter = ['--filter', 'label=msb-migrate.verify']
    const labelled = await docker(['image', 'ls', '--quiet', ...filter])
    expect(labelled.stdout.split('\n')).toEqual(expect.arrayContaining(ids))
    await docker(['image', 'rm', '--force', ...ids])
  })
})
