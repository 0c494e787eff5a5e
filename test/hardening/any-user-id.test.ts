import { describe, expect, test } from 'vitest'
import type { Behaviour } from '../../src/transform.ts'
import { anyUserId } from '../../transforms/hardening/any-user-id/any-user-id.ts'
import { after, applyRule, harmless } from './apply-rule.ts'

const writing = (...paths: readonly string[]): Behaviour => ({
  ...harmless,
  writes: paths.map((path) => ({
    path,
    isFolder: true,
    evidence: { path: 'server.js', line: 1, text: '' },
  })),
})

function opened(lines: string, behaviour = writing('/app/data'), base = 'node:20-slim') {
  const before = `FROM scratch AS a\n\nFROM ${base}\n`
  const outcome = applyRule(anyUserId, `${before}${lines}\n`, {}, behaviour)
  return outcome.outcome === 'unchanged' ? 'stays' : after(outcome).replace(before, '').trimEnd()
}
const open = (...paths: readonly string[]) =>
  `chgrp -R 0 ${paths.join(' ')} && chmod -R g=u ${paths.join(' ')}`

describe('any-user-id', () => {
  test('a line of its own, below all that makes files', () => {
    const lines = 'WORKDIR /app\nCOPY x ./\nUSER node\nCMD ["node", "x"]'
    const line = `RUN mkdir -p data && ${open('data')}\n`
    expect(opened(lines)).toBe(lines.replace('USER', `${line}USER`))
    expect(opened('USER root\nWORKDIR /srv\nCMD ["x"]')).toContain(
      `/app/data && ${open('/app/data')}`,
    )
  })

  test('behind the command that gives the folder away', () => {
    const lines = 'WORKDIR /app\nRUN mkdir -p data && chown node:node data\nUSER node\nCMD ["x"]'
    expect(opened(lines)).toBe(lines.replace('node data\n', `node data && ${open('data')}\n`))
  })

  test.each([
    'WORKDIR /app\nRUN mkdir data && chown -R 1001:0 data',
    'WORKDIR /app\nRUN mkdir data && chgrp -R 0 data && chmod -R 755 data',
    'WORKDIR /app\nRUN mkdir data && chmod -R g+w data',
  ])("%j gives it to root's group without rights, or the other way round", (lines) => {
    expect(opened(`${lines}\nCMD ["x"]`)).toContain(open('data'))
  })

  test.each([
    [
      'WORKDIR /app\nRUN mkdir data && chgrp -R 0 data && chmod -R g=u data',
      writing('/app/data'),
      'node:20',
    ],
    [
      'WORKDIR /app\nRUN mkdir data && chgrp -R root data && chmod -R 0775 data',
      writing('/app/data'),
      'node:20',
    ],
    [
      'WORKDIR /app\nRUN mkdir data && chown -R 1001:0 /app && chmod -R g=u /app',
      writing('/app/data'),
      'node:20',
    ],
    ['WORKDIR /app', harmless, 'node:20'],
    ['WORKDIR /app', writing('/tmp/a'), 'node:20'],
    ['WORKDIR /app', writing('/etc/a'), 'node:20'],
    ['WORKDIR /app', { ...harmless, writesElsewhere: 'x writes by a name' }, 'node:20'],
    ['USER node\nWORKDIR /app\nCOPY x ./', writing('/app/data'), 'node:20'],
    ['WORKDIR /app\nCOPY x ./', writing('/app/data'), 'gcr.io/distroless/static-debian12'],
  ])('%j stays', (lines, behaviour, base) => {
    expect(opened(`${lines}\nCMD ["x"]`, behaviour, base)).toBe('stays')
  })
})
