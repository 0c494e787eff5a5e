import { createReadStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { extract } from 'tar-stream'
import { afterAll, describe, expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { openProject } from '../../src/project/open-project.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { pullImages } from './build-image.ts'
import { docker, label, removeOurs, whyNoDocker } from './docker.ts'

// What a secret leaves in an image: looked for in every layer and in the history, before the rule and after it.
const why = await whyNoDocker()
const token = 'a-token-of-nobody-7f3c1e'
const packageJson = '{"name":"a","version":"1.0.0"}\n'
const lock =
  '{"name":"a","version":"1.0.0","lockfileVersion":3,"packages":{"":{"name":"a","version":"1.0.0"}}}\n'
const npm = { 'package.json': packageJson, 'package-lock.json': lock }
const head = 'FROM node:20\nWORKDIR /app\nCOPY package.json package-lock.json ./\n'

interface Case {
  readonly name: string
  readonly dockerfile: string
  readonly files: Readonly<Record<string, string>>
  /** Arguments of the build before. */
  readonly args: readonly string[]
  /** The id under which the build after is given it. */
  readonly id: string
  /** What the secret's file holds; the token unless said. */
  readonly secret?: string
}

const netrc = `machine git.acme.example login ci password ${token}\n`
const cases: readonly Case[] = [
  {
    name: 'an argument that is written to .npmrc, which a later RUN removes',
    dockerfile: `${head}ARG NPM_TOKEN\nRUN echo "//npm.acme.example/:_authToken=$NPM_TOKEN" > .npmrc\nRUN npm ci\nRUN rm .npmrc\n`,
    files: npm,
    args: ['--build-arg', `NPM_TOKEN=${token}`],
    id: 'npm_token',
  },
  {
    name: 'a variable of the image',
    dockerfile: `${head}ENV NPM_TOKEN=${token}\nCOPY .npmrc ./\nRUN npm ci\n`,
    files: { ...npm, '.npmrc': '//npm.acme.example/:_authToken=${NPM_TOKEN}\n' },
    args: [],
    id: 'npm_token',
  },
  {
    name: 'a file that is copied, and removed in the RUN that uses it',
    dockerfile: `${head}COPY .npmrc ./\nRUN npm ci && rm .npmrc\nCOPY . .\n`,
    files: { ...npm, '.npmrc': `//npm.acme.example/:_authToken=${token}\n` },
    args: [],
    id: 'npmrc',
    secret: `//npm.acme.example/:_authToken=${token}\n`,
  },
  {
    name: 'a setting of git',
    dockerfile: `${head}ARG GIT_TOKEN\nRUN git config --global url."https://$GIT_TOKEN@git.acme.example/".insteadOf https://git.acme.example/\nRUN npm ci\n`,
    files: npm,
    args: ['--build-arg', `GIT_TOKEN=${token}`],
    id: 'git_token',
  },
  {
    name: 'a .netrc that is written',
    dockerfile: `${head}ARG GIT_TOKEN\nRUN echo "machine git.acme.example login ci password $GIT_TOKEN" > ~/.netrc && chmod 600 ~/.netrc\nRUN npm ci\nRUN rm -f ~/.netrc\n`,
    files: npm,
    args: ['--build-arg', `GIT_TOKEN=${token}`],
    id: 'git_token',
  },
  {
    name: 'a .netrc that is copied',
    dockerfile: `${head}COPY .netrc /root/.netrc\nRUN chmod 600 /root/.netrc\nRUN npm ci\n`,
    files: { ...npm, '.netrc': netrc },
    args: [],
    id: 'netrc',
    secret: netrc,
  },
]

describe.skipIf(why !== undefined)('a secret of the build', () => {
  const folders: string[] = []
  afterAll(async () => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    await removeOurs()
  })

  test.each(cases.map((item, i) => [item.name, item, i] as const))('%s', async (_, item, i) => {
    const root = mkdtempSync(path.join(tmpdir(), 'msb-migrate-secret-'))
    folders.push(root)
    const context = path.join(root, 'context')
    mkdirSync(context)
    write(context, { ...item.files, Dockerfile: item.dockerfile })
    const before = await build(`msb-secret:${process.pid}-${i}-before`, context, item.args)
    expect(await placesOf(token, before, root)).not.toEqual([])

    const project = openProject({
      root: context,
      dockerfilePath: path.join(context, 'Dockerfile'),
    })
    const only = ['build-secrets']
    const outcome = migrate(item.dockerfile, project, { ecosystems, rules, only })
    if (outcome.outcome !== 'migrated') throw new Error(outcome.reason)
    const others = outcome.otherFiles.map((file): [string, string] => [file.path, file.after])
    write(context, { Dockerfile: outcome.after, ...Object.fromEntries(others) })
    const secret = path.join(root, 'secret')
    writeFileSync(secret, item.secret ?? token)
    const args = ['--secret', `id=${item.id},src=${secret}`]
    const after = await build(`msb-secret:${process.pid}-${i}-after`, context, args)
    expect(await placesOf(token, after, root)).toEqual([])
  })
})

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
}

/** @throws Error where it does not build. */
async function build(tag: string, context: string, args: readonly string[]): Promise<string> {
  const dockerfile = path.join(context, 'Dockerfile')
  const standIns = await pullImages(dockerfile, [])
  const { ok, stderr } = await docker(
    [
      ...['buildx', 'build', '--pull=false', '--load', '--no-cache', '--progress=plain'],
      ...['--label', label, '--tag', tag, ...standIns, ...args, context],
    ],
    600,
  )
  if (!ok) throw new Error(stderr.split('\n').slice(-30).join('\n'))
  return tag
}

/** Where a text stands in an image: in its history, and in what `docker save` writes of it, each layer unpacked as often as it is packed. */
async function placesOf(text: string, tag: string, folder: string): Promise<readonly string[]> {
  const history = await docker(['history', '--no-trunc', '--format', '{{.CreatedBy}}', tag])
  const file = path.join(folder, 'image.tar')
  const saved = await docker(['save', '--output', file, tag], 300)
  if (!saved.ok) throw new Error(saved.stderr)
  const found = history.stdout.includes(text) ? ['history'] : []
  const entries = extract()
  createReadStream(file).pipe(entries)
  for await (const entry of entries) {
    const chunks: Buffer[] = []
    for await (const chunk of entry) chunks.push(Buffer.from(chunk as Uint8Array))
    const whole = Buffer.concat(chunks)
    const isPacked = whole[0] === 0x1f && whole[1] === 0x8b
    if ((isPacked ? gunzipSync(whole) : whole).includes(text)) found.push(entry.header.name)
  }
  rmSync(file)
  return found
}
