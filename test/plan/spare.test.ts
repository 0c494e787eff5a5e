import { expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject } from '../memory-project.ts'

interface Case {
  /** In place of `node server.js`. */
  readonly cmd?: string
  readonly base?: string
  readonly files?: Readonly<Record<string, string>>
  /** Above the start command. */
  readonly lines?: string
}

const server = "require('node:http').createServer().listen(3000)\n"

/** The runtime stage of a service; the reason where there is none. */
function runtimeOf(runs: string, { cmd = 'node server.js', base, files, lines = '' }: Case = {}) {
  const source = `FROM ${base ?? 'node:22-bookworm'}
${runs}
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
${lines}
CMD ["sh", "-c", "${cmd}"]
`
  const project = memoryProject({
    Dockerfile: source,
    'package.json':
      '{ "name": "a", "version": "1.0.0", "dependencies": { "b": "1.0.0" }, "devDependencies": { "c": "1.0.0" } }',
    'server.js': server,
    ...files,
  })
  const outcome = migrate(source, project, { ecosystems, rules })
  if (outcome.outcome !== 'migrated') return outcome.reason
  return outcome.after.slice(outcome.after.lastIndexOf('\nFROM '))
}

const install = 'RUN apt-get update && apt-get install -y --no-install-recommends'
const fetch = 'curl -sSLo /tmp/a.zip https://example.com/a.zip'
const unpack = `${fetch} && unzip /tmp/a.zip -d /opt/a && rm /tmp/a.zip`
const both = `${install} curl unzip\nRUN ${unpack}`

test('what only fetched and unpacked stays behind', () => {
  expect(runtimeOf(both)).not.toMatch(/curl|zip/)
  expect(runtimeOf(both)).toContain('COPY --from=builder /opt/a /opt/a')
})

test.each<[string, string, Case]>([
  ['the start command', both, { cmd: 'curl http://db/ready; node server.js' }],
  ['the health check', both, { lines: 'HEALTHCHECK CMD curl -f http://localhost:3000' }],
  [
    'a service of compose',
    both,
    {
      files: {
        'compose.yaml': `services:\n  web:\n    build: .\n    healthcheck:\n      test: [CMD, curl, localhost]\n`,
      },
    },
  ],
  ['a variable', both, { lines: 'ENV DOWNLOADER=curl' }],
  [
    'a script of the start command',
    both,
    { cmd: './start.sh', files: { 'start.sh': '#!/bin/sh\ncurl db\nexec node server.js\n' } },
  ],
  [
    'the program',
    both,
    { files: { 'server.js': `require('child_process').exec('curl http://db')\n${server}` } },
  ],
  [
    'a program whose name only a run shows',
    both,
    { files: { 'server.js': `require('child_process').execFile(process.env.TOOL)\n${server}` } },
  ],
  ['a source of another language', both, { files: { 'jobs/sync.py': 'run(["curl", url])\n' } }],
  ['a crontab', both, { files: { 'cron/jobs': '* * * * * root curl localhost\n' } }],
  ['a crontab that a RUN writes', `${both} && echo '* * * * * curl x' > /etc/cron.d/a`, {}],
  ['a script that a RUN writes', `${both}\nRUN <<EOF\ncat > /usr/bin/x <<X\ncurl y\nX\nEOF`, {}],
  [
    'a chart',
    both,
    {
      files: { 'chart/templates/web.yaml': '{{ if x }}\ncommand: [curl, localhost]\n{{ end }}\n' },
    },
  ],
  [
    'a downloaded script, maybe',
    `${both}\nRUN curl -o /usr/local/bin/await https://example.com/await`,
    { cmd: 'await db && node server.js' },
  ],
  ['a command of the runtime stage', `${both}\nRUN curl -fsSL https://example.com/i.sh | sh`, {}],
  ['nobody at all', `${install} curl`, {}],
])('curl stays for %s', (_, runs, more) => {
  expect(runtimeOf(runs, more)).toMatch(/install .*\bcurl\b/)
})

test('an archive stays where a command of the runtime stage unpacks it', () => {
  const runs = 'COPY kit.tgz /tmp/\nRUN tar -xzf /tmp/kit.tgz -C /tmp && /tmp/kit/install.sh'
  const files = { 'kit.tgz': '' }
  expect(runtimeOf(runs, { files })).toContain('COPY kit.tgz /tmp/')
  const known = 'COPY kit.tgz /tmp/\nRUN tar -xzf /tmp/kit.tgz -C /usr/local/bin kit'
  expect(runtimeOf(known, { files })).not.toContain('kit.tgz')
})

test('an archive stays where the program names it', () => {
  const runs = 'COPY kit.tgz /opt/\nRUN mkdir /opt/kit && tar -xzf /opt/kit.tgz -C /opt/kit'
  const files = {
    'kit.tgz': '',
    'server.js': `require('fs').readFileSync('/opt/kit.tgz')\n${server}`,
  }
  expect(runtimeOf(runs, { files })).toContain('COPY kit.tgz /opt/')
})

test('what packages recommend stays, and the certificates that a tool brought', () => {
  const base = 'node:22-bookworm-slim'
  const runs = `RUN apt-get update && apt-get install -y curl unzip ffmpeg\nRUN ${unpack}`
  expect(runtimeOf(runs, { base })).toContain('apt-get install -y ca-certificates ffmpeg')
})

test('nothing is checked or removed that is not there', () => {
  const check = `echo "0f  /tmp/a.zip" | sha256sum -c - && unzip /tmp/a.zip -d /opt/a && rm /tmp/a.zip`
  const runs = `${install} curl unzip\nRUN useradd shop && ${fetch} && ${check}`
  expect(runtimeOf(runs)).toContain('RUN useradd shop\n')
})
