import { describe, expect, test } from 'vitest'
import { gatherFacts, type Facts } from '../../src/facts/facts.ts'
import { isParseFailure, parseDockerfile } from '../../src/dockerfile/parse/parse.ts'
import { owners } from '../../src/plan/promises/owners.ts'
import { writes } from '../../src/plan/promises/writes.ts'
import { toolRowsOf } from '../../src/plan/tooling.ts'
import { ecosystems } from '../../transforms/index.ts'
import { memoryProject } from '../memory-project.ts'

const files = {
  'package.json': '{ "name": "app" }',
  'server.js': "require('fs').writeFileSync('uploads/x', '')",
  'uploads/.gitkeep': '',
}

function factsOf(text: string): Facts {
  const dockerfile = parseDockerfile(text)
  if (isParseFailure(dockerfile)) throw new Error(dockerfile.reason)
  return gatherFacts(dockerfile, memoryProject(files), toolRowsOf(ecosystems))
}

/** Which of the two promises is broken by a split that somebody made by hand. */
function codeOf(before: string, after: string): string | undefined {
  const candidate = {
    before: factsOf(before),
    after: factsOf(after),
    isSplit: true,
    replaced: [],
    unnamed: [],
  }
  return [owners, writes].find(({ check }) => check(candidate) !== undefined)?.code
}

const author = (lines: string, user: string) =>
  `FROM node:20\nWORKDIR /app\nCOPY . .\n${lines}\nUSER ${user}\nCMD ["node", "server.js"]\n`
const stages = (build: string, run: string, user: string) =>
  `FROM node:20 AS builder\nWORKDIR /app\nCOPY . .\n${build}\nFROM node:20-slim AS runtime\nWORKDIR /app\n${run}\nUSER ${user}\nCMD ["node", "server.js"]\n`
const copies = (flag = '') =>
  `COPY --from=builder ${flag} /app/server.js ./\nCOPY --from=builder ${flag} /app/uploads ./uploads`

describe('who is given files is there by then', () => {
  const own = author('RUN useradd -m app && chown -R app:app /app', 'app')
  test.each([
    ['made above', `RUN useradd -m app && chown app:app /app\n${copies('--chown=app:app')}`],
    [
      'put into a group below',
      `RUN useradd -m app\n${copies('--chown=app')}\nRUN adduser app www-data`,
    ],
    [
      'given a shell below',
      `RUN useradd -m app\n${copies('--chown=app')}\nRUN usermod -s /bin/sh app`,
    ],
    ['a number', `${copies('--chown=1001')}\nRUN useradd -u 1001 app`],
  ])('%s', (_, run) => {
    expect(codeOf(own, stages('', run, 'app'))).toBeUndefined()
  })
  test.each([
    ['made below', `${copies('--chown=app:app')}\nRUN useradd -m app && chown app:app /app`],
    [
      'its group is made below',
      `${copies('--chown=app:staff2')}\nRUN useradd app && addgroup --gid=7 staff2`,
    ],
    [
      'a line in passwd',
      `${copies('--chown=app')}\nRUN echo app:x:1001:0::/app:/bin/sh >> /etc/passwd`,
    ],
  ])('%s', (_, run) => {
    expect(codeOf(own, stages('', run, 'app'))).toBe('promise-owner')
  })
  test('of a base image, given another number below', () => {
    const changed = 'RUN usermod -u 1234 node && chown -R node /app'
    const run = `${copies('--chown=node')}\nRUN usermod -u 1234 node`
    expect(codeOf(author(changed, 'node'), stages('', run, 'node'))).toBe('promise-owner')
  })
})

describe("the author's own user may write where it could", () => {
  const open = author('RUN chmod -R 777 /app', '1001')
  test.each([
    ['opened again', 'RUN chmod -R 777 /app', `${copies()}\nRUN chmod 777 /app uploads`],
    ['given to it', '', copies('--chown=1001')],
    ['inside of a folder that is copied', 'RUN chmod -R 777 /app', 'COPY --from=builder /app /app'],
  ])('%s', (_, build, run) => {
    expect(codeOf(open, stages(build, run, '1001'))).toBeUndefined()
  })
  test.each([
    ['the folder around it alone', '', `${copies()}\nRUN chmod 777 /app`],
    ['a COPY makes the folder anew', 'RUN chmod -R 777 /app', copies()],
  ])('%s', (_, build, run) => {
    expect(codeOf(open, stages(build, run, '1001'))).toBe('promise-writes')
  })
})
