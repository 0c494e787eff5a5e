import { describe, expect, test } from 'vitest'
import { isParseFailure, parseDockerfile } from '../../src/dockerfile/parse/parse.ts'
import { gatherFacts } from '../../src/facts/facts.ts'
import { toolRowsOf } from '../../src/plan/tooling.ts'
import { ecosystems } from '../../transforms/index.ts'
import { memoryProject, type Files } from '../memory-project.ts'

const manifest = JSON.stringify({
  scripts: {
    prestart: 'node migrate.js',
    start: 'NODE_ENV=production node dist/main.js',
    poststart: 'echo bye',
    prod: 'cross-env A=1 node -r ./a dist/b.js',
    both: 'npm run prod & wait',
    loop: 'npm run loop',
    nested: 'cd server && yarn serve',
  },
})
const files: Files = {
  'package.json': manifest,
  'server/package.json': '{ "scripts": { "serve": "node index.js" } }',
  'entry.sh': '#!/bin/sh\nset -e\n# prepare\nnode prepare.js\nexec "$@"\n',
  'bash.sh': '#!/usr/bin/env bash\nexec node "$@"\n',
  'python.sh': '#!/usr/bin/python3\nprint()\n',
  'loop.sh': '#!/bin/sh\n./loop.sh\n',
  'cd.sh':
    '#!/bin/sh\ncd /srv || exit 1\nif [ "$1" = x ]; then\n  ./one\nfi\n./two "$1" $UNKNOWN\n',
  'wait-for-it.sh': '#!/usr/bin/env bash\nexec "${CLI[@]}"\n',
  'asks.sh': '#!/bin/sh\ncommand -v curl >/dev/null && curl x\nexec ./app\n',
  'docker-entrypoint.sh': '#!/bin/sh\n./prepare\nexec "$@"\n',
}

function factsOf(lines: string, context: Files = files) {
  const dockerfile = parseDockerfile(`FROM node:20\nWORKDIR /app\nCOPY . .\n${lines}\n`)
  if (isParseFailure(dockerfile)) throw new Error(dockerfile.reason)
  return gatherFacts(dockerfile, memoryProject(context), toolRowsOf(ecosystems))
}

/** What runs in the end: 'folder$ program arguments'; '?' for a word that is not known. */
function leaves(lines: string, context: Files = files): readonly string[] {
  const { start } = factsOf(lines, context)
  return (start?.processes ?? [])
    .filter((process) => !process.follows)
    .map(({ cwd, name, args }) => `${cwd}$ ${[name, ...args].map((word) => word ?? '?').join(' ')}`)
}

const openEnds = (lines: string) => factsOf(lines).start?.openEnds.map(({ why }) => why)

describe('how ENTRYPOINT and CMD come together', () => {
  test.each([
    ['CMD ["node", "a b.js"]', ['/app$ node a b.js']],
    ['CMD node a.js', ['/app$ node a.js']],
    ['CMD []', []],
    ['ENTRYPOINT ["node"]\nCMD ["a.js"]', ['/app$ node a.js']],
    ['CMD ["a.js"]\nENTRYPOINT ["node"]', ['/app$ node a.js']],
    ['ENTRYPOINT node a.js\nCMD ["not read"]', ['/app$ node a.js']],
    ['ENTRYPOINT ["node"]\nENTRYPOINT ["deno"]\nCMD a', ['/app$ deno /bin/sh -c a']],
    ['CMD ["node", "a"]\nCMD ["node", "b"]', ['/app$ node b']],
    ['WORKDIR /srv\nCMD ["node", "a"]\nWORKDIR x', ['/srv/x$ node a']],
    ['ENV MAIN=dist/a.js\nCMD node $MAIN', ['/app$ node dist/a.js']],
    ['ENV MAIN=dist/a.js\nCMD ["node", "$MAIN"]', ['/app$ node $MAIN']],
    ['ARG MAIN=dist/a.js\nCMD node $MAIN', ['/app$ node ?']],
    ['CMD cd /srv && A=1 exec node a.js > log 2>&1', ['/app$ cd /srv', '/srv$ node a.js']],
    ['CMD sleep 1; node a.js & node b.js', ['/app$ sleep 1', '/app$ node a.js', '/app$ node b.js']],
    ['CMD ["sh", "-c", "node a.js || node b.js"]', ['/app$ node a.js', '/app$ node b.js']],
    ['SHELL ["/bin/bash", "-o", "pipefail", "-c"]\nCMD node a.js', ['/app$ node a.js']],
  ])('%s', (lines, expected) => {
    // The image's own entrypoint is a launcher.
    expect(leaves(lines)).toEqual(expected)
  })

  test('a stage has the start command of the one that it is built from, without CMD where ENTRYPOINT is set anew', () => {
    expect(leaves('CMD ["node", "a"]\nFROM 0 AS b\nFROM node:20')).toEqual(['/$ node'])
    const named = (last: string) =>
      `RUN x\nFROM node:20 AS a\nWORKDIR /srv\nCMD ["node", "a"]\nFROM a\n${last}`
    expect(leaves(named('USER node'))).toEqual(['/srv$ node a'])
    expect(leaves(named('ENTRYPOINT ["deno"]'))).toEqual(['/srv$ deno'])
  })
})

describe('launchers', () => {
  test.each([
    ['ENTRYPOINT ["tini", "--", "node", "a"]', ['/app$ node a']],
    ['ENTRYPOINT ["/sbin/tini", "-g", "node", "a"]', ['/app$ node a']],
    ['ENTRYPOINT ["/usr/bin/tini", "-p", "SIGTERM", "node"]', ['/app$ node']],
    ['ENTRYPOINT ["dumb-init"]\nCMD ["node", "a"]', ['/app$ node a']],
    ['CMD ["gosu", "node", "node", "a"]', ['/app$ node a']],
    ['CMD ["/sbin/su-exec", "node:node", "node", "a"]', ['/app$ node a']],
    ['CMD ["nice", "-n", "10", "node", "a"]', ['/app$ node a']],
    ['CMD ["ionice", "-c2", "node", "a"]', ['/app$ node a']],
    ['CMD ["env", "A=1", "node", "a"]', ['/app$ node a']],
    ['CMD ["./wait-for-it.sh", "db:5432", "--", "node", "a"]', ['/app$ node a']],
    ['CMD ["tini"]', ['/app$ tini']],
  ])('%s', (lines, expected) => {
    expect(leaves(lines)).toEqual(expected)
  })
})

describe('package scripts', () => {
  test.each([
    ['CMD npm start', ['/app$ node migrate.js', '/app$ node dist/main.js', '/app$ echo bye']],
    ['CMD ["npm", "run", "prod", "--", "--port", "80"]', ['/app$ node -r ./a dist/b.js --port 80']],
    ['CMD ["npm", "--silent", "run", "prod"]', ['/app$ node -r ./a dist/b.js']],
    [
      'CMD ["pnpm", "start"]',
      ['/app$ node migrate.js', '/app$ node dist/main.js', '/app$ echo bye'],
    ],
    ['CMD ["yarn", "prod", "-v"]', ['/app$ node -r ./a dist/b.js -v']],
    ['CMD ["yarn", "--cwd", "server", "serve"]', ['/app/server$ node index.js']],
    ['CMD ["npm", "--prefix", "server", "run", "serve"]', ['/app/server$ node index.js']],
    ['CMD ["npm", "run", "nested"]', ['/app$ cd server', '/app/server$ node index.js']],
    ['CMD ["npm", "run", "both"]', ['/app$ node -r ./a dist/b.js', '/app$ wait']],
    ['CMD ["bun", "run", "src/a.ts"]', ['/app$ bun run src/a.ts']],
    ['CMD ["npm", "ci"]', ['/app$ npm ci']],
  ])('%s', (lines, expected) => {
    expect(leaves(lines)).toEqual(expected)
  })

  test('what is not there, or calls itself, is an open end', () => {
    expect(openEnds('CMD npm run none')).toEqual(['package.json has no script "none"'])
    expect(openEnds('CMD npm run loop')).toEqual(['`npm run loop` calls itself'])
    expect(openEnds('WORKDIR /elsewhere\nCMD npm start')).toEqual([
      'no package.json for `npm start` is in the build context',
    ])
  })
})

describe('scripts of the context', () => {
  test.each([
    [
      'ENTRYPOINT ["./entry.sh"]\nCMD ["node", "a"]',
      ['/app$ set -e', '/app$ node prepare.js', '/app$ node a'],
    ],
    ['ENTRYPOINT ["sh", "entry.sh"]', ['/app$ set -e', '/app$ node prepare.js']],
    ['ENTRYPOINT ["bash", "-o", "errexit", "./bash.sh"]\nCMD ["a"]', ['/app$ node a']],
    ['CMD ./bash.sh a b', ['/app$ node a b']],
    [
      'CMD ["./cd.sh", "x"]',
      ['/app$ cd /srv', '/srv$ exit 1', '/srv$ [ ? = x ]', '/srv$ ./one', '/srv$ ./two ? ?'],
    ],
    ['CMD ["./python.sh"]', ['/app$ /usr/bin/python3 ./python.sh']],
    ['CMD ["./asks.sh"]', ['/app$ command -v curl', '/app$ curl x', '/app$ ./app']],
    [
      'COPY entry.sh /usr/local/bin/\nENTRYPOINT ["entry.sh"]\nCMD ["x"]',
      ['/app$ set -e', '/app$ node prepare.js', '/app$ x'],
    ],
    [
      'COPY entry.sh /usr/local/bin/start\nENTRYPOINT ["start"]\nCMD ["x"]',
      ['/app$ set -e', '/app$ node prepare.js', '/app$ x'],
    ],
    [
      'COPY docker-entrypoint.sh /usr/local/bin/\nENTRYPOINT ["docker-entrypoint.sh"]\nCMD ["x"]',
      ['/app$ ./prepare', '/app$ x'],
    ],
  ])('%s', (lines, expected) => {
    expect(leaves(lines)).toEqual(expected)
  })

  test('the shell of the #! line is a program, too', () => {
    const names = factsOf('CMD ["./bash.sh"]').start?.processes.map(({ name }) => name)
    expect(names).toContain('bash')
    expect(factsOf('CMD ["./entry.sh"]').start?.needsShell).toBe(true)
    expect(factsOf('CMD ["node"]').start?.needsShell).toBe(false)
  })

  test('scripts with the line ends of Windows', () => {
    const crlf = { 'a.sh': '#!/bin/sh\r\nexec node "$@"\r\n' }
    expect(leaves('CMD ["./a.sh", "x"]', crlf)).toEqual(['/app$ node x'])
  })

  test('one that calls itself, or is not there', () => {
    expect(openEnds('CMD ["./loop.sh"]')).toEqual(['loop.sh calls itself'])
    expect(openEnds('CMD ["./none.sh"]')).toEqual(['./none.sh is not in the build context'])
    expect(openEnds('CMD $PROGRAM')).toEqual(['a program is only known when the command runs'])
  })
})

describe('the health check', () => {
  const health = (line: string) => {
    const found = factsOf(line).health
    return found?.processes.filter(({ follows }) => !follows).map(({ name }) => name)
  }

  test.each([
    ['HEALTHCHECK CMD curl -f x || exit 1', ['curl', 'exit']],
    ['HEALTHCHECK --interval=1s CMD ["sh", "-c", "wget x"]', ['wget']],
    ['HEALTHCHECK CMD ./asks.sh', ['command', 'curl', './app']],
    ['HEALTHCHECK NONE', undefined],
    ['HEALTHCHECK CMD x\nHEALTHCHECK NONE', undefined],
    ['', undefined],
  ])('%s', (line, expected) => {
    expect(health(line)).toEqual(expected)
  })
})
