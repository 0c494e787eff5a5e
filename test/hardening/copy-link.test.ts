import { describe, expect, test } from 'vitest'
import { copyLink } from '../../transforms/hardening/copy-link/copy-link.ts'
import { after, applyRule } from './apply-rule.ts'

function linked(lines: string, base = 'node:20-slim', head = '', more = {}) {
  const before = `${head}FROM scratch AS a\n\nFROM ${base}\n`
  const files = { 'x.js': '', 'src/y.js': '', ...more }
  const outcome = applyRule(copyLink, `${before}${lines}\n`, files)
  const text = outcome.outcome === 'unchanged' ? lines : after(outcome).replace(before, '')
  return text.trimEnd()
}
const link = (lines: string) => lines.replace(/^(COPY|copy)(?!.*\n)/m, '$1 --link')

describe('copy-link', () => {
  test.each([
    'WORKDIR /app\nCOPY x.js ./',
    'WORKDIR /app\nUSER node\nCOPY . .',
    'COPY --chmod=755 x.js /usr/local/bin/',
    'COPY src /srv/src',
    'COPY x.js /opt/y.js',
    'WORKDIR /app\nCOPY src /app',
    'RUN mkdir -p /app && cd /app && npm ci\nCOPY src /app/',
    'WORKDIR /usr/src/app\nRUN npm ci\ncopy src ./src',
    'COPY ["x.js", "/opt/a b/"]',
  ])('%j', (lines) => {
    expect(linked(lines)).toBe(link(lines))
  })

  test.each([
    ['COPY --chown=node x.js /app/', 'node:20'],
    ['COPY --link x.js /app/', 'node:20'],
    ['ADD x.js /app/', 'node:20'],
    ['COPY x.js /home/node/', 'node:20'],
    ['WORKDIR /home/node/app\nCOPY x.js ./', 'node:20'],
    ['COPY x.js /tmp/', 'node:20'],
    ['COPY x.js /bin/', 'debian:12'],
    ['COPY x.js /var/www/html/', 'php:8.3-apache'],
    ['WORKDIR /var/www/html\nCOPY . .', 'php:8.3-apache'],
    ['COPY x.js /usr/share/nginx/html/', 'nginx:1.27'],
    ['WORKDIR /app\nRUN chown -R node .\nCOPY x.js ./', 'node:20'],
    ['RUN ln -s /data /app\nCOPY x.js /app/', 'node:20'],
    ['RUN mkdir -m 700 /app\nCOPY x.js /app/', 'node:20'],
    ['USER node\nWORKDIR /app\nCOPY x.js ./', 'node:20'],
    ['WORKDIR /app\nCOPY --chown=1000 src .\nCOPY x.js .', 'node:20'],
    ['COPY x.js $PLACE/', 'node:20'],
    ['WORKDIR /app\nCOPY x.js /app', 'node:20'],
    ['RUN mkdir /app\nCOPY x.js /app', 'node:20'],
    ['COPY x.js /opt', 'node:20'],
    ['RUN chown node /app/*\nCOPY src /app/src', 'node:20'],
    ['RUN ./setup.sh\nCOPY src /app/src', 'node:20'],
  ])('%j on %s stays', (lines, base) => {
    expect(linked(lines, base)).toBe(lines)
  })

  test('a frontend that does not know it', () => {
    const lines = 'COPY x.js /app/'
    expect(linked(lines, 'node:20', '# syntax=docker/dockerfile:1.2\n')).toBe(lines)
    expect(linked(lines, 'node:20', '# syntax=docker/dockerfile:experimental\n')).toBe(lines)
    expect(linked(lines, 'node:20', '# syntax=docker/dockerfile:1\n')).toBe(link(lines))
  })

  test('a builder that does not know it', () => {
    const lines = 'COPY x.js /app/'
    const pipeline =
      'build:\n  image: gcr.io/kaniko-project/executor:v1.23.2-debug\n  script: [/kaniko/executor --context .]\n'
    expect(linked(lines, 'node:20', '', { '.gitlab-ci.yml': pipeline })).toBe(lines)
  })
})
