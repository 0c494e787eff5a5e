import { describe, expect, test } from 'vitest'
import { isParseFailure, parseDockerfile } from '../../src/dockerfile/parse/parse.ts'
import { gatherFacts } from '../../src/facts/facts.ts'
import { toolRowsOf } from '../../src/plan/tooling.ts'
import { readIni } from '../../src/project/formats/ini-text.ts'
import { readProcfile } from '../../src/project/formats/procfile-text.ts'
import { ecosystems } from '../../transforms/index.ts'
import { memoryProject, type Files } from '../memory-project.ts'

const supervisor = `; two programs
[supervisord]
nodaemon=true

[program:web]
command=node "dist/web server.js" --port %(ENV_PORT)s ; in front
directory=%(here)s/../app
environment=NODE_ENV="production",NAMES='a, b'
user: node

[program:worker]
command = sh -c
    "sleep 1 && npm run work"

[include]
files = more/*.conf /etc/other.ini
`
const files: Files = {
  'package.json': '{ "scripts": { "work": "node worker.js" } }',
  'ops/supervisord.conf': supervisor,
  'ops/cron.conf': '[program:cron]\ncommand=cron -f\nautostart=true\n',
  'ops/run.sh': '#!/bin/sh\nexec node dist/web.js\n',
  'ops/contenv.sh': '#!/usr/bin/with-contenv bash\ncd /app\nexec s6-setuidgid app node web.js\n',
  'ops/chain': '#!/usr/bin/execlineb -P\ncd /srv\nwith-contenv\nnode web.js\n',
  'ops/block': '#!/usr/bin/execlineb -P\nforeground { node prepare.js }\nnode web.js\n',
  Procfile: '# all\nweb: node web.js --port $PORT\nworker: node worker.js\n',
  'Procfile.prod': 'web: node dist/web.js\n',
}

function startOf(lines: string) {
  const dockerfile = parseDockerfile(
    `FROM node:20\nENV PORT=3000\nWORKDIR /app\nCOPY . .\n${lines}\n`,
  )
  if (isParseFailure(dockerfile)) throw new Error(dockerfile.reason)
  return gatherFacts(dockerfile, memoryProject(files), toolRowsOf(ecosystems)).start
}

const leaves = (lines: string): readonly string[] =>
  (startOf(lines)?.processes ?? [])
    .filter(({ follows }) => !follows)
    .map(({ cwd, name, args }) => `${cwd}$ ${[name, ...args].map((word) => word ?? '?').join(' ')}`)

const conf = 'COPY ops/supervisord.conf /etc/supervisord.conf\n'

describe('supervisord', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'its file, and what that includes',
      `${conf}COPY ops/cron.conf /etc/more/cron.conf\nCMD ["supervisord", "-n"]`,
      [
        '/app$ node dist/web server.js --port 3000',
        '/app$ sleep 1',
        '/app$ node worker.js',
        '/app$ cron -f',
      ],
    ],
    [
      'the file that it is given, by its path',
      'CMD ["/usr/bin/supervisord", "-c", "ops/supervisord.conf"]',
      ['/app/app$ node dist/web server.js --port 3000', '/app$ sleep 1', '/app$ node worker.js'],
    ],
    [
      'what the package of Debian includes',
      'COPY ops/cron.conf /etc/supervisor/conf.d/app.conf\nCOPY . .\nCMD supervisord -n -c /etc/supervisor/supervisord.conf',
      ['/app$ cron -f'],
    ],
    [
      'what the package of Alpine includes',
      'COPY ops/cron.conf /etc/supervisor.d/app.ini\nCMD ["supervisord", "--configuration=/etc/supervisord.conf"]',
      ['/app$ cron -f'],
    ],
  ])('%s', (_what, lines, expected) => {
    expect(leaves(lines)).toEqual(expected)
    expect(startOf(lines)?.openEnds).toEqual([])
  })

  test('says where a program is named, and with what it runs', () => {
    const process = startOf(`${conf}CMD ["supervisord"]`)?.processes.find(
      ({ name }) => name === 'node',
    )
    expect(process?.via.at(-1)).toMatchObject({ path: 'ops/supervisord.conf', line: 6 })
    expect([...(process?.assignments ?? [])]).toEqual([
      ['NODE_ENV', 'production'],
      ['NAMES', 'a, b'],
    ])
  })

  test.each([
    ['CMD supervisord', 'no file that tells supervisord what to start is in the build context'],
    [
      'CMD supervisord -c /etc/a.conf',
      '/etc/a.conf, which tells supervisord what to start, is not in the build context',
    ],
    [
      'COPY Procfile /etc/a.conf\nCMD supervisord -c /etc/a.conf',
      'Procfile names no program for supervisord',
    ],
  ])('%s', (lines, why) => {
    expect(startOf(lines)?.openEnds.map((end) => end.why)).toEqual([why])
  })
})

describe('the lines of a Procfile', () => {
  const web = '/app$ node web.js --port 3000'
  const worker = '/app$ node worker.js'
  test.each<[string, readonly string[]]>([
    ['foreman start', [web, worker]],
    ['bundle exec foreman start -p 80 worker', [worker]],
    ['foreman run node a.js', ['/app$ node a.js']],
    ['honcho -f Procfile.prod start', ['/app$ node dist/web.js']],
    ['overmind s -l web', [web]],
    ['hivemind Procfile.prod', ['/app$ node dist/web.js']],
    ['goreman -f=Procfile start web', [web]],
    ['nf start', [web, worker]],
    ['foreman check', ['/app$ foreman check']],
  ])('%s', (line, expected) => {
    expect(leaves(`CMD ${line}`)).toEqual(expected)
  })

  test('that is not there', () => {
    expect(startOf('CMD honcho -d /srv start')?.openEnds.map(({ why }) => why)).toEqual([
      '/srv/Procfile, which honcho reads, is not in the build context',
    ])
  })
})

describe('a folder for each service', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'runit',
      'COPY ops/run.sh /etc/service/web/run\nCMD ["runsvdir", "-P", "/etc/service"]',
      ['/etc/service/web$ node dist/web.js'],
    ],
    [
      's6-svscan',
      'COPY ops/run.sh /srv/web/run\nCMD ["s6-svscan", "-t", "0", "/srv"]',
      ['/srv/web$ node dist/web.js'],
    ],
    [
      's6-overlay, with a command of its own',
      'COPY ops/contenv.sh /etc/services.d/web/run\nENTRYPOINT ["/init"]\nCMD ["node", "a.js"]',
      ['/etc/services.d/web$ cd /app', '/app$ node web.js', '/app$ node a.js'],
    ],
    [
      'words of execline',
      'COPY ops/chain /etc/s6-overlay/s6-rc.d/web/run\nENTRYPOINT ["/init"]',
      ['/srv$ node web.js'],
    ],
    [
      'my_init',
      'COPY ops/run.sh /etc/my_init.d/10-run.sh\nCMD ["/sbin/my_init", "--", "node", "a.js"]',
      ['/etc/my_init.d$ node dist/web.js', '/app$ node a.js'],
    ],
  ])('%s', (_what, lines, expected) => {
    expect(leaves(lines)).toEqual(expected)
    expect(startOf(lines)?.openEnds).toEqual([])
  })

  test.each([
    [
      'COPY ops/block /etc/services.d/web/run\nENTRYPOINT ["/init"]',
      'ops/block is written for execline, which is not read',
    ],
    ['CMD ["runsvdir", "/srv"]', 'no service that runsvdir starts (/srv) is in the build context'],
  ])('%s', (lines, why) => {
    expect(startOf(lines)?.openEnds.map((end) => end.why)).toEqual([why])
  })
})

test('an INI file', () => {
  const text =
    'above=1\n[A]\nKey = a = b\n  and more # not this\n# c\nother: x#y\n\n[b c]\r\nempty=\nkey;=2\n'
  expect(
    readIni(text).map(({ name, values }) => [
      name,
      [...values].map(([key, value]) => [key, value.text, value.line]),
    ]),
  ).toEqual([
    [
      'A',
      [
        ['key', 'a = b\nand more', 3],
        ['other', 'x#y', 6],
      ],
    ],
    [
      'b c',
      [
        ['empty', '', 9],
        ['key;', '2', 10],
      ],
    ],
  ])
})

test('a Procfile', () => {
  expect(readProcfile('# a: b\nweb: x: y\n\nnone:\nno line\r\n')).toEqual([
    { name: 'web', command: 'x: y', line: 2 },
  ])
})
