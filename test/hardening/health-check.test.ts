import { describe, expect, test } from 'vitest'
import { healthCheck } from '../../transforms/hardening/health-check/health-check.ts'
import { after, applyRule } from './apply-rule.ts'

function checked(check: string, lines = 'CMD ["x"]', base = 'debian:12') {
  const before = `FROM scratch AS a\n\nFROM ${base}\n`
  const compose = `services:\n  app:\n    build: .\n${check}\n`
  const outcome = applyRule(healthCheck, `${before}${lines}\n`, { 'compose.yaml': compose })
  return outcome.outcome === 'unchanged' ? 'stays' : after(outcome).replace(before, '').trimEnd()
}
const test1 = '    healthcheck: { test: curl -f http://localhost/ || exit 1 }'

describe('health-check', () => {
  test.each([
    [test1, 'HEALTHCHECK CMD curl -f http://localhost/ || exit 1'],
    ['    healthcheck: { test: [CMD, curl, -f, a b] }', 'HEALTHCHECK CMD ["curl", "-f", "a b"]'],
    ['    healthcheck: { test: [CMD-SHELL, a || b] }', 'HEALTHCHECK CMD a || b'],
    [
      '    healthcheck: { test: a, interval: 1m30s, timeout: 5s, retries: 3, start_period: 1s }',
      'HEALTHCHECK --interval=1m30s --timeout=5s --retries=3 --start-period=1s CMD a',
    ],
  ])('%j', (check, wanted) => {
    expect(checked(check)).toBe(`${wanted}\nCMD ["x"]`)
  })

  test('stands above the start command', () => {
    expect(checked(test1, 'ENTRYPOINT ["y"]\n# why\nCMD ["x"]')).toMatch(
      /^HEALTHCHECK .*\nENTRYPOINT/,
    )
  })

  test.each([
    ['    healthcheck: { test: NONE }', 'HEALTHCHECK NONE\nCMD ["x"]', 'debian:12'],
    ['    healthcheck: { test: [NONE] }', 'CMD ["x"]', 'debian:12'],
    ['    healthcheck: { disable: true }', 'CMD ["x"]', 'debian:12'],
    [test1, 'HEALTHCHECK CMD y\nCMD ["x"]', 'debian:12'],
    [`${test1}\n    command: [worker]`, 'CMD ["x"]', 'debian:12'],
    ['    healthcheck: { test: "curl localhost:${PORT}" }', 'CMD ["x"]', 'debian:12'],
    ['    healthcheck: { test: "echo $$HOME" }', 'CMD ["x"]', 'debian:12'],
    ['    healthcheck: { test: "a\\nb" }', 'CMD ["x"]', 'debian:12'],
    [test1, 'CMD ["x"]', 'gcr.io/distroless/static-debian12'],
    [`${test1}\n  b:\n    build: .\n    healthcheck: { test: other }`, 'CMD ["x"]', 'debian:12'],
  ])('%j with %j on %s stays', (check, lines, base) => {
    expect(checked(check, lines, base)).toBe('stays')
  })
})
