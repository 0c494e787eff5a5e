import { expect, test } from 'vitest'
import { factsOfText } from '../../src/facts/facts.ts'
import { lackingSystemFile } from '../../src/plan/needs/system/system-files.ts'
import { seePrograms } from '../../src/plan/needs/seen/see-programs.ts'
import { memoryProject } from '../memory-project.ts'

const author = (base: string, env = '') => `FROM ${base}
WORKDIR /app
${env}COPY . .
CMD ["node", "server.js"]
`
const split = (base: string, runtime: string) => `FROM ${base} AS builder
WORKDIR /app
COPY . .
FROM ${runtime}
WORKDIR /app
COPY --from=builder /app ./
CMD ["node", "server.js"]
`

function lacking(server: string, runtime: string, { base = 'node:20', env = '' } = {}) {
  const project = memoryProject({ 'server.js': server })
  const before = factsOfText(author(base, env), project)
  const after = factsOfText(split(base, runtime), project)
  if (before === undefined || after === undefined) throw new Error('it does not parse')
  return lackingSystemFile(seePrograms(before), before, after)?.path
}

const reads = (path: string) => `require('fs').readFileSync('${path}')`

test.each([
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/mime.types',
  '/etc/services',
  '/usr/share/misc/magic.mgc',
  '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
  '/usr/lib/x86_64-linux-gnu/libpq.so.5',
  '/usr/include/stdio.h',
])('a slim image lacks %s', (path) => {
  expect(lacking(reads(path), 'node:20-slim')).toBe(path)
  expect(lacking(reads(path), 'node:20')).toBeUndefined()
})

test.each([
  '/etc/os-release',
  '/etc/passwd',
  '/etc/app/settings.json',
  '/proc/meminfo',
  '/run/secrets/key',
  '/usr/share/zoneinfo/UTC',
  '/usr/lib/x86_64-linux-gnu/libc.so.6',
])('nobody has to bring %s', (path) => {
  expect(lacking(reads(path), 'node:20-slim')).toBeUndefined()
})

test('a package brings it', () => {
  const runtime = 'node:20-slim\nRUN apt-get update && apt-get install -y ca-certificates=2023'
  expect(lacking(reads('/etc/ssl/certs/ca-certificates.crt'), runtime)).toBeUndefined()
})

test('an image of the author that lacks it needs nothing', () => {
  const path = '/etc/ssl/certs/ca-certificates.crt'
  expect(lacking(reads(path), 'debian:12-slim', { base: 'node:20-slim' })).toBeUndefined()
})

test.each([
  'NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt',
  'NODE_OPTIONS=--use-system-ca',
])('variables name it: %s', (env) => {
  expect(lacking('', 'node:20-slim', { env: `ENV ${env}\n` })).toMatch(/^\/etc\/ssl\/certs/)
})
