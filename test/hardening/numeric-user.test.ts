import { describe, expect, test } from 'vitest'
import { numericUser } from '../../transforms/hardening/numeric-user/numeric-user.ts'
import { after, applyRule } from './apply-rule.ts'

function named(lines: string, base: string) {
  const before = `FROM scratch AS a\n\nFROM ${base}\n`
  const outcome = applyRule(numericUser, `${before}${lines}\n`)
  const text = outcome.outcome === 'unchanged' ? lines : after(outcome).replace(before, '')
  return text.trimEnd().split('\n').at(-1)
}

describe('numeric-user', () => {
  test.each([
    ['USER node', 'node:20', 'USER 1000'],
    ['user node:node', 'node:20-alpine', 'user 1000:1000'],
    ['USER www-data', 'php:8.3-apache', 'USER 33'],
    ['USER www-data', 'php:8.3-fpm-alpine', 'USER 82'],
    ['USER nginx', 'nginx:1.27', 'USER 101'],
    ['USER nonroot', 'gcr.io/distroless/static-debian12', 'USER 65532'],
    ['USER nobody', 'alpine:3.20', 'USER 65534'],
    ['USER www-data', 'debian:12', 'USER 33'],
    ['RUN useradd --uid 1001 app\nUSER app', 'debian:12', 'USER 1001'],
    ['RUN useradd -rmu 1001 app\nUSER app', 'debian:12', 'USER 1001'],
    [
      'RUN groupadd -g 1002 app && useradd -u 1001 -g app app\nUSER app:app',
      'debian:12',
      'USER 1001:1002',
    ],
    [
      'RUN addgroup -S app && adduser -S -D -u 1001 -G app app\nUSER app',
      'alpine:3.20',
      'USER 1001',
    ],
    [
      'RUN adduser --uid=1001 --disabled-password --gecos "" app\nUSER app',
      'debian:12',
      'USER 1001',
    ],
  ])('%j on %s', (lines, base, wanted) => {
    expect(named(lines, base)).toBe(wanted)
  })

  test.each([
    ['RUN useradd app\nUSER app', 'debian:12'],
    ['RUN useradd -u 1001 app\nUSER app:app', 'debian:12'],
    ['ARG ID=1001\nRUN useradd -u $ID app\nUSER app', 'debian:12'],
    ['RUN useradd -u 1001 app && usermod -u 1002 app\nUSER app', 'debian:12'],
    ['RUN useradd -u 1001 -g app web\nUSER app', 'debian:12'],
    ['RUN echo app:x:1001:1001::/:/bin/sh >> /etc/passwd\nUSER app', 'debian:12'],
    ['RUN usermod -u 1500 node\nUSER node', 'node:20'],
    ['COPY passwd /etc/passwd\nUSER app', 'alpine:3.20'],
    ['ARG NAME=node\nUSER $NAME', 'node:20'],
    ['USER someone', 'debian:12'],
    ['USER root', 'debian:12'],
    ['USER 1000', 'node:20'],
  ])('%j on %s stays', (lines, base) => {
    expect(named(lines, base)).toBe(lines.split('\n').at(-1))
  })
})
