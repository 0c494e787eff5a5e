import { describe, expect, test } from 'vitest'
import { init } from '../../transforms/hardening/init/init.ts'
import { after, applyRule } from './apply-rule.ts'

function started(lines: string, base = 'node:20-alpine', files: Record<string, string> = {}) {
  const before = `FROM scratch AS a\n\nFROM ${base}\n`
  const outcome = applyRule(init, `${before}${lines}\n`, files)
  return outcome.outcome === 'unchanged' ? 'stays' : after(outcome).replace(before, '').trimEnd()
}
const apk = 'RUN apk add --no-cache tini\n'
const tini = 'ENTRYPOINT ["tini", "-g", "--", "docker-entrypoint.sh"]\n'

describe('init', () => {
  test.each([
    ['CMD ["npm", "start"]', `${apk}${tini}CMD ["npm", "start"]`],
    ['CMD npm start', `${apk}${tini}CMD npm start`],
    ['CMD ["yarn", "run", "start"]', `${apk}${tini}CMD ["yarn", "run", "start"]`],
    ['CMD node migrate.js && node server.js', `${apk}${tini}CMD node migrate.js && node server.js`],
    [
      'ENTRYPOINT ["npm", "run"]\nCMD ["start"]',
      `${apk}ENTRYPOINT ["tini", "-g", "--", "npm", "run"]\nCMD ["start"]`,
    ],
  ])('%j', (lines, wanted) => {
    expect(started(lines)).toBe(wanted)
  })

  test('on Debian', () => {
    expect(started('CMD ["npm", "start"]', 'node:20-slim')).toContain(
      'install -y --no-install-recommends tini && rm',
    )
  })

  test.each([
    ['CMD ["node", "server.js"]', 'node:20-alpine'],
    ['CMD npm run migrate && exec node server.js', 'node:20-alpine'],
    ['ENTRYPOINT ["tini", "--"]\nCMD ["npm", "start"]', 'node:20-alpine'],
    ['ENTRYPOINT npm start', 'node:20-alpine'],
    ['CMD ["npm", "start"]', 'debian:12'],
    ['CMD ["npm", "start"]', 'gcr.io/distroless/nodejs20-debian12'],
  ])('%j on %s stays', (lines, base) => {
    expect(started(lines, base)).toBe('stays')
  })

  test('compose has an entrypoint of its own', () => {
    const compose = 'services:\n  app:\n    build: .\n    entrypoint: [npm, test]\n'
    expect(started('CMD ["npm", "start"]', 'node:20', { 'compose.yaml': compose })).toBe('stays')
  })
})
