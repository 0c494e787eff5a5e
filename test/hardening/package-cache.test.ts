import { describe, expect, test } from 'vitest'
import { packageCache } from '../../transforms/hardening/package-cache/package-cache.ts'
import { after, applyRule } from './apply-rule.ts'

/** What becomes of the last stage. */
function cleaned(
  stage: string,
  base = 'debian:12',
  files: Record<string, string> = {},
  before = 'FROM scratch AS a\n\n',
) {
  const text = after(applyRule(packageCache, `${before}FROM ${base}\n${stage}\n`, files))
  return text.replace(`${before}FROM ${base}\n`, '').replace(/: .*/, '').trimEnd()
}
const rm = 'rm -rf /var/lib/apt/lists/*'
const install = 'apt-get update && apt-get install -y jq'

describe('package-cache: apt', () => {
  test.each([
    [`RUN ${install}`, `RUN ${install} && ${rm}`],
    [`run ${install}`, `run ${install} && ${rm}`],
    [`RUN ${install} # why`, `RUN ${install} && ${rm} # why`],
    [
      'RUN apt update \\\n && apt install -y \\\n    # a\n    jq',
      `RUN apt update \\\n && apt install -y \\\n    # a\n    jq \\\n && ${rm}`,
    ],
    [
      'RUN apt-get update && \\\n    apt-get install -y jq',
      `RUN apt-get update && \\\n    apt-get install -y jq && \\\n    ${rm}`,
    ],
    [
      'RUN apt-get update && apt-get install -y \\\n    jq \\\n    git',
      `RUN apt-get update && apt-get install -y \\\n    jq \\\n    git \\\n    && ${rm}`,
    ],
    [
      'RUN set -ex; apt-get update; apt-get install -y jq',
      `RUN set -ex; apt-get update; apt-get install -y jq; ${rm}`,
    ],
    [
      'RUN apt-get update; apt-get install -y jq',
      `RUN apt-get update; apt-get install -y jq && ${rm}`,
    ],
    [
      'RUN apt-get update; apt-get install -y jq;',
      `RUN apt-get update; apt-get install -y jq && ${rm};`,
    ],
    [
      'RUN set -e; \\\n  apt-get update; \\\n  apt-get install -y jq',
      `RUN set -e; \\\n  apt-get update; \\\n  apt-get install -y jq; \\\n  ${rm}`,
    ],
    [
      `RUN rm -rf /var/lib/apt/lists/* && ${install}`,
      `RUN rm -rf /var/lib/apt/lists/* && ${install} && ${rm}`,
    ],
    [
      'RUN sudo apt-get update && sudo apt-get install jq',
      `RUN sudo apt-get update && sudo apt-get install jq && sudo ${rm}`,
    ],
    [
      'RUN <<EOF\nset -e\napt-get update\napt-get install -y jq\nEOF',
      `RUN <<EOF\nset -e\napt-get update\napt-get install -y jq\n${rm}\nEOF`,
    ],
    [
      'RUN <<EOF\napt-get update\napt-get install -y jq # last\n# end\nEOF',
      `RUN <<EOF\napt-get update\napt-get install -y jq && ${rm} # last\n# end\nEOF`,
    ],
    [
      'RUN <<EOF\nset -e\napt-get update\napt-get install -y jq\ncat > /x <<END\na\nEND\nEOF',
      `RUN <<EOF\nset -e\napt-get update\napt-get install -y jq\ncat > /x <<END && ${rm}\na\nEND\nEOF`,
    ],
    [`RUN ${install} || true`, `RUN ${install} || true && ${rm}`],
    [`RUN ${install} || exit 1`, `RUN ${install} && ${rm} || exit 1`],
    [`RUN ${install}; exit 0`, `RUN ${install} && ${rm}; exit 0`],
    [`RUN if true; then ${install}; fi`, `RUN if true; then ${install}; fi && ${rm}`],
    [`RUN (${install}) > /log 2>&1`, `RUN (${install}) > /log 2>&1 && ${rm}`],
    [
      `RUN for i in 1 2; do \\\n    ${install} && break; \\\n  done`,
      `RUN for i in 1 2; do \\\n    ${install} && break; \\\n  done \\\n  && ${rm}`,
    ],
    [
      `RUN ${install}\nRUN npm ci && npm cache clean --force\nRUN ${install} && ${rm}`,
      `RUN ${install} && ${rm}\nRUN npm ci && npm cache clean --force\nRUN ${install} && ${rm}`,
    ],
  ])('%s', (input, output) => {
    expect(cleaned(input)).toBe(output)
  })

  test('line ends and the escape character are the author’s', () => {
    const crlf =
      'FROM scratch AS a\r\nFROM debian:12\r\nRUN apt-get update \\\r\n  && apt-get install -y jq\r\n'
    expect(after(applyRule(packageCache, crlf))).toBe(
      crlf.replace(/\r\n$/, ` \\\r\n  && ${rm}\r\n`),
    )
    const tick =
      '# escape=`\nFROM scratch AS a\nFROM debian:12\nRUN apt-get update `\n  && apt-get install -y jq'
    expect(after(applyRule(packageCache, tick))).toBe(`${tick} \`\n  && ${rm}`)
  })

  test.each([
    ['cleaned already', `RUN ${install} && ${rm}`],
    ['cleaned with more', `RUN ${install} && rm -rf /var/lib/{apt,dpkg}/`],
    ['an update alone', 'RUN apt-get update\nRUN apt-get install -y jq'],
    ['a later install needs the lists', `RUN ${install}\nRUN apt-get install -y git`],
    ['a later script may need them', `RUN ${install}\nRUN ./setup.sh`],
    ['a later install of a child image', `RUN ${install}\nONBUILD RUN apt-get install -y git`],
    ['a cache mount', `RUN --mount=type=cache,target=/var/lib/apt ${install}`],
    ['JSON form', 'RUN ["sh", "-c", "apt-get update && apt-get install -y jq"]'],
    ['in the background', `RUN ${install} & wait`],
    ['removed later, or it fails', `RUN ${install}\nRUN rm -r /var/lib/apt/lists/*`],
    ['copied later', `RUN ${install}\nRUN cp -a /var/lib/apt /opt/apt`],
  ])('%s: nothing to do', (_, stage) => {
    expect(cleaned(stage)).toBe('unchanged')
  })

  test('a later removal that forgives stays beside it', () => {
    const source = `RUN ${install}\nRUN rm -rf /var/lib/apt/lists/*`
    expect(cleaned(source)).toBe(source.replace(install, `${install} && ${rm}`))
  })

  test('a builder keeps its lists; what the last stage is built from does not', () => {
    const source = `FROM debian:12 AS base\nRUN ${install}\nFROM debian:12 AS b\nRUN ${install}\nFROM base\nCOPY --from=b /x /x\n`
    expect(after(applyRule(packageCache, source))).toBe(
      source.replace(install, `${install} && ${rm}`),
    )
  })

  test('a builder that starts from the same base may need the lists', () => {
    const source = `FROM debian:12 AS base\nRUN ${install}\nFROM base AS b\nRUN apt-get install -y make\nFROM base\nCOPY --from=b /x /x\n`
    expect(after(applyRule(packageCache, source))).toContain('unchanged')
  })
})

describe('package-cache: apk', () => {
  test.each([
    ['RUN apk add jq', 'RUN apk add --no-cache jq'],
    ['RUN apk update && apk add jq git', 'RUN apk add --no-cache jq git'],
    [
      'RUN apk update && \\\n    apk upgrade && \\\n    apk add jq',
      'RUN apk upgrade --no-cache && \\\n    apk add --no-cache jq',
    ],
    ['RUN apk update \\\n  && apk add \\\n  # a\n  jq', 'RUN apk add --no-cache \\\n  # a\n  jq'],
    ['RUN apk --update add jq', 'RUN apk --no-cache add jq'],
    [
      'RUN apk add -U --virtual .deps make && make && apk del .deps',
      'RUN apk add --no-cache --virtual .deps make && make && apk del .deps',
    ],
    ['RUN if true; then apk add jq; fi', 'RUN if true; then apk add --no-cache jq; fi'],
    ['RUN apk update && apk add --no-cache jq', 'RUN apk add --no-cache jq'],
    ['# a\nRUN apk update\n\n# b\nRUN apk add jq', '# a\n\n# b\nRUN apk add --no-cache jq'],
    ['RUN apk add $PACKAGES', 'RUN apk add --no-cache $PACKAGES'],
  ])('%s', (input, output) => {
    expect(cleaned(input, 'alpine:3.20')).toBe(output)
  })

  test.each([
    ['no cache already', 'RUN apk add --no-cache jq'],
    ['cleaned already', 'RUN apk update && apk add jq && rm -rf /var/cache/apk/*'],
    ['a search wants the index', 'RUN apk update && apk search jq && apk add jq'],
    ['a comment between', 'RUN apk update && \\\n# a\n  apk add jq'],
    [
      'a later add wants the index',
      'RUN apk update && apk add jq\nRUN apk add git && rm -rf /var/cache/apk/*',
    ],
    ['removed later, or it fails', 'RUN apk update\nRUN apk add jq\nRUN rm -r /var/cache/apk/*'],
  ])('%s: nothing to do', (_, stage) => {
    expect(cleaned(stage, 'alpine:3.20')).toBe('unchanged')
  })

  test('a builder that starts from the same base keeps its index', () => {
    const source =
      'FROM alpine AS base\nRUN apk update && apk add jq\nFROM base AS b\nRUN apk add make\nFROM base\nCOPY --from=b /x /x\n'
    expect(after(applyRule(packageCache, source))).toContain('unchanged')
  })
})

describe('package-cache: others', () => {
  test.each([
    ['node:20', 'RUN npm ci --omit=dev', 'RUN npm ci --omit=dev && npm cache clean --force'],
    [
      'node:20',
      'RUN npm i -g a && apk del npm',
      'RUN npm i -g a && npm cache clean --force && apk del npm',
    ],
    ['node:20', 'RUN yarn global add serve', 'RUN yarn global add serve && yarn cache clean'],
    [
      'python:3.12',
      'RUN pip install -r requirements.txt',
      'RUN pip install --no-cache-dir -r requirements.txt',
    ],
    [
      'python:3.12',
      'RUN python3 -m pip install flask',
      'RUN python3 -m pip install --no-cache-dir flask',
    ],
    [
      'php:8.2',
      'RUN composer install --no-dev',
      'RUN composer install --no-dev && composer clear-cache',
    ],
    ['rockylinux:9', 'RUN dnf install -y jq', 'RUN dnf install -y jq && dnf clean all'],
    [
      'redhat/ubi9',
      'RUN yum -y install jq \\\n  git',
      'RUN yum -y install jq \\\n  git \\\n  && yum clean all && rm -rf /var/cache/yum',
    ],
    [
      'debian:12',
      `RUN ${install} nodejs npm && npm i -g pm2`,
      `RUN ${install} nodejs npm && npm i -g pm2 && npm cache clean --force && ${rm}`,
    ],
  ])('%s: %s', (base, input, output) => {
    expect(cleaned(input, base)).toBe(output)
  })

  test('yarn 1 by its lock file only', () => {
    const lock = '# THIS IS AN AUTOGENERATED FILE.\n# yarn lockfile v1\n'
    const run = 'RUN yarn --production'
    expect(cleaned(run, 'node:20', { 'yarn.lock': lock })).toBe(`${run} && yarn cache clean`)
    expect(cleaned(run, 'node:20', { 'yarn.lock': '__metadata:\n' })).toBe('unchanged')
  })

  test.each([
    ['node:20', 'RUN npm ci && npm cache clean --force'],
    ['node:20', 'RUN npm run build'],
    ['node:20', 'RUN --mount=type=cache,target=/root/.npm npm ci'],
    ['node:20', 'RUN pnpm install'],
    ['golang:1.22', 'RUN go build -o /x .'],
    ['python:3.12', 'ENV PIP_NO_CACHE_DIR=1\nRUN pip install flask'],
    ['ubuntu:14.04', 'RUN pip install flask'],
    ['rockylinux:9', 'RUN dnf install -y jq && dnf -y clean all'],
    ['rockylinux:9', 'RUN dnf install -y jq\nRUN du -s /var/cache/dnf'],
    ['python:3.12', 'RUN pip install flask\nRUN rm -r ~/.cache'],
    ['python:3.12', 'RUN pip install flask\nRUN cp -r /root/.cache/pip /opt/pip'],
    ['node:20', 'RUN npm i -g pm2\nRUN rm -r "$HOME/.npm/_cacache"'],
  ])('%s: %s stays', (base, stage) => {
    expect(cleaned(stage, base)).toBe('unchanged')
  })
})
