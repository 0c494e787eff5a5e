import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { format, resolveConfig } from 'prettier'
import { afterAll, describe, expect, test } from 'vitest'
import { migrateFixture } from '../fixture.ts'
import { pullImages } from './build-image.ts'
import { docker, label, removeOurs, whyNoDocker } from './docker.ts'

// A service is built, a line of it changes, and it is built again: the install must come from the layer of the first build.
//   MSB_DOCKER_UPDATE=1   measures the services before the migration, too, and writes bench/incremental.md

interface Service {
  readonly name: string
  readonly ecosystem: string
  /** What installs the packages, as BuildKit prints it. */
  readonly install: string
  /** A file of the sources, and a line for its end. */
  readonly source: readonly [file: string, line: string]
  /** A manifest, and what is said in it anew. */
  readonly manifest: readonly [file: string, change: (text: string, word: string) => string]
}

const version = (text: string, word: string) =>
  text.replace(/"version": "[^"]*"/, `"version": "1.0.0-${word}"`)
const commented = (sign: string) => (text: string, word: string) => `${text}${sign} ${word}\n`
const described = (text: string, word: string) =>
  text.replace('{', `{\n  "description": "${word}",`)

const services: readonly Service[] = [
  {
    name: 'orders',
    ecosystem: 'Node, TypeScript',
    install: 'npm ci',
    source: ['src/server.ts', '//'],
    manifest: ['package.json', version],
  },
  {
    name: 'catalog',
    ecosystem: 'Node',
    install: 'npm install',
    source: ['server.js', '//'],
    manifest: ['package.json', version],
  },
  {
    name: 'storefront',
    ecosystem: 'static frontend',
    install: 'npm ci',
    source: ['src/pages.js', '//'],
    manifest: ['package.json', version],
  },
  {
    name: 'invoices',
    ecosystem: 'Go',
    install: 'go mod download',
    source: ['main.go', '//'],
    manifest: ['go.mod', commented('//')],
  },
  {
    name: 'guestbook',
    ecosystem: 'PHP',
    install: 'composer install',
    source: ['src/Signature.php', '//'],
    manifest: ['composer.json', described],
  },
  {
    name: 'bookings',
    ecosystem: 'Python',
    install: 'pip install',
    source: ['bookings/rooms.py', '#'],
    manifest: ['requirements.txt', commented('#')],
  },
]

const why = await whyNoDocker()
const isMeasured = (process.env['MSB_DOCKER_UPDATE'] ?? '') !== ''
const root = path.join(import.meta.dirname, '../..')
const lines: string[] = []

afterAll(report)

describe.skipIf(why !== undefined)('a second build', () => {
  test.each(services)('$name: the install stands in its layer', async (service) => {
    const after = await buildThrice(service, 'after')
    expect(after.isInstallKept).toBe(true)
    if (!isMeasured) return
    const before = await buildThrice(service, 'before')
    const cells = [service.name, service.ecosystem, before.source, after.source]
    lines.push(`| ${[...cells, before.manifest, after.manifest].join(' | ')} |`)
  })
})

/** The seconds of a build after a change of the sources, and of one after a change of the manifest. */
async function buildThrice(service: Service, half: 'before' | 'after') {
  const folder = mkdtempSync(path.join(tmpdir(), 'msb-migrate-incremental-'))
  try {
    cpSync(path.join(root, 'examples/services', service.name), folder, { recursive: true })
    if (half === 'after') migrateFolder(folder)
    // No layer of a run before stands for one of this run.
    const word = `${half}${Date.now()}`
    const tag = `msb-migrate-incremental:${service.name}-${half}`
    await build(folder, tag, ['--no-cache'])
    const [file, sign] = service.source
    appendFileSync(path.join(folder, file), `${sign} ${word}\n`)
    const changed = await build(folder, tag)
    const [manifest, change] = service.manifest
    const place = path.join(folder, manifest)
    writeFileSync(place, change(readFileSync(place, 'utf8'), word))
    const installed = await build(folder, tag)
    return {
      source: changed.seconds,
      manifest: installed.seconds,
      isInstallKept: isKept(changed.log, service.install),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function migrateFolder(folder: string): void {
  const dockerfile = path.join(folder, 'Dockerfile')
  const outcome = migrateFixture({
    name: folder,
    folder,
    input: readFileSync(dockerfile, 'utf8'),
    context: folder,
    otherFiles: undefined,
    settings: { config: { caches: 'mount' } },
  })
  if (outcome.outcome !== 'migrated') throw new Error(`${folder}: ${outcome.reason}`)
  writeFileSync(dockerfile, outcome.after)
  for (const { path: name, after } of outcome.otherFiles)
    writeFileSync(path.join(folder, name), after)
}

async function build(folder: string, tag: string, flags: readonly string[] = []) {
  const dockerfile = path.join(folder, 'Dockerfile')
  const standIns = await pullImages(dockerfile, [])
  const started = performance.now()
  const { ok, stderr } = await docker(
    [
      ...['buildx', 'build', '--pull=false', '--load', '--progress=plain'],
      ...['--label', label, '--tag', tag, '--file', dockerfile],
      ...[...flags, ...standIns, folder],
    ],
    10 * 60,
  )
  expect(ok, stderr).toBe(true)
  return { seconds: ((performance.now() - started) / 1000).toFixed(1), log: stderr }
}

/** Whether the step of the command came from a layer: '#9 [builder 4/6] RUN npm ci', and then '#9 CACHED'. */
function isKept(log: string, command: string): boolean {
  const all = log.split('\n')
  const step = all.find((line) => /^#\d+ \[/.test(line) && line.includes(command))
  const [number = ''] = step?.split(' ') ?? []
  return all.includes(`${number} CACHED`)
}

async function report(): Promise<void> {
  await removeOurs()
  if (lines.length === 0) return
  const page = path.join(root, 'bench/incremental.md')
  const text = [pageHead, ...lines].join('\n')
  writeFileSync(page, await format(text, { ...(await resolveConfig(page)), parser: 'markdown' }))
}

const pageHead = `# A second build, before and after

Made by \`MSB_DOCKER_UPDATE=1 npm run test:docker -- incremental\`. Each service of \`examples/services\` is built from nothing, as it is and as it is
migrated with \`caches: mount\`; then a line of its sources changes, then its manifest, and it is built again each time. Seconds of \`docker build\`, one run each.

| service | ecosystem | source, before | source, after | manifest, before | manifest, after |
|---|---|--:|--:|--:|--:|`
