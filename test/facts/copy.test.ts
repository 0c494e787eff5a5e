import { describe, expect, test } from 'vitest'
import { isParseFailure, parseDockerfile } from '../../src/dockerfile/parse/parse.ts'
import { gatherFacts } from '../../src/facts/facts.ts'
import { memoryProject } from '../memory-project.ts'

const project = memoryProject({
  'main.go': '',
  'go.mod': '',
  'go.sum': '',
  'a b.txt': '',
  'entry.sh': '',
  'data.tar.gz': '',
  'conf/app.yaml': '',
  'conf/deep/x.yaml': '',
  'web/index.html': '',
  'node_modules/x.js': '',
  'secret.txt': '',
  'empty/': '',
  '.dockerignore': 'node_modules\nsecret.*\n',
})

function factsOf(lines: string) {
  const dockerfile = parseDockerfile(
    `# syntax=docker/dockerfile:1.20\nFROM golang:1.22\n${lines}\n`,
  )
  if (isParseFailure(dockerfile)) throw new Error(dockerfile.reason)
  return gatherFacts(dockerfile, project)
}

/** Where files of the context stand in the image. */
const where = (lines: string, source: string) => factsOf(lines).imagePath(source)
/** Which file of the context stands at a path of the image. */
const what = (lines: string, path: string) => factsOf(lines).contextPath(path)

describe('where COPY puts what', () => {
  test.each([
    ['COPY main.go /app/', 'main.go', '/app/main.go'],
    ['COPY main.go /app/x.go', 'main.go', '/app/x.go'],
    ['COPY main.go /app', 'main.go', '/app'],
    ['WORKDIR /app\nCOPY main.go /app', 'main.go', '/app/main.go'],
    ['WORKDIR /app/sub\nCOPY main.go /app', 'main.go', '/app/main.go'],
    ['RUN mkdir -p /app/x && true\nCOPY main.go /app', 'main.go', '/app/main.go'],
    ['RUN mkdir -p /app/x && true\nCOPY main.go /app/x', 'main.go', '/app/x/main.go'],
    ['COPY go.mod /app/\nCOPY main.go /app', 'main.go', '/app/main.go'],
    ['COPY entry.sh /usr/local/bin', 'entry.sh', '/usr/local/bin/entry.sh'],
    ['COPY entry.sh /', 'entry.sh', '/entry.sh'],
    ['COPY entry.sh /etc/cron.d', 'entry.sh', '/etc/cron.d'],
    ['COPY conf /app', 'conf/app.yaml', '/app/app.yaml'],
    ['COPY conf/ /app/conf/', 'conf/deep/x.yaml', '/app/conf/deep/x.yaml'],
    ['COPY conf web /app/', 'web/index.html', '/app/index.html'],
    ['COPY conf main.go /app/', 'main.go', '/app/main.go'],
    ['COPY go.* /app', 'go.sum', '/app/go.sum'],
    ['COPY ma?n.go /app/', 'main.go', '/app/main.go'],
    ['COPY [^a-l]*.go /app/', 'main.go', '/app/main.go'],
    ['COPY none* main.go /app/', 'main.go', '/app/main.go'],
    ['COPY con* /app/', 'conf/app.yaml', '/app/app.yaml'],
    ['COPY ["a b.txt", "/my app/"]', 'a b.txt', '/my app/a b.txt'],
    ['WORKDIR /app\nCOPY . .', 'conf/app.yaml', '/app/conf/app.yaml'],
    ['WORKDIR /app\nCOPY ./ ./src/', 'main.go', '/app/src/main.go'],
    ['WORKDIR /app\nCOPY /conf conf', 'conf/app.yaml', '/app/conf/app.yaml'],
    ['WORKDIR /app\nCOPY ../main.go ..', 'main.go', '/main.go'],
    ['ENV D=/srv\nCOPY main.go $D/', 'main.go', '/srv/main.go'],
    ['ARG D=/srv\nARG F=main\nCOPY ${F}.go ${D:-/x}/', 'main.go', '/srv/main.go'],
    ['ARG D\nCOPY main.go $D/', 'main.go', undefined],
    ['ADD conf /app', 'conf/app.yaml', '/app/app.yaml'],
    ['COPY . /app\nCOPY conf /etc/app', 'conf/app.yaml', '/etc/app/app.yaml'],
    ['COPY . /app', 'secret.txt', '/app/secret.txt'],
    ['COPY conf /app', 'main.go', undefined],
    ['COPY --parents conf/deep/x.yaml /app/', 'conf/deep/x.yaml', '/app/conf/deep/x.yaml'],
  ])('%s', (lines, source, target) => {
    expect(where(lines, source)).toBe(target)
  })

  test('the way back', () => {
    const lines = 'WORKDIR /app\nCOPY . .\nCOPY conf/app.yaml /etc/app.yaml\nCOPY main.go x/y.go'
    expect(what(lines, '/app/conf/app.yaml')).toBe('conf/app.yaml')
    expect(what(lines, '/etc/app.yaml')).toBe('conf/app.yaml')
    expect(what(lines, '/app/x/y.go')).toBe('main.go')
    expect(what(lines, '/app')).toBe('')
    expect(what(lines, '/app/none')).toBeUndefined()
    expect(what(lines, '/app/secret.txt')).toBeUndefined()
    expect(what(lines, '/app/node_modules/x.js')).toBeUndefined()
    expect(what(lines, '/etc')).toBeUndefined()
  })

  test('what is missing, remote, unpacked or made of a here-document', () => {
    const copyOf = (line: string) => factsOf(line).final.copies[0]
    expect(copyOf('COPY none main.go /app/')).toMatchObject({ missing: ['none'] })
    expect(copyOf('COPY secret.txt /app/')).toMatchObject({ missing: ['secret.txt'] })
    expect(copyOf('ADD https://example.com/a /a')).toMatchObject({ isRemote: true, missing: [] })
    expect(copyOf('ADD data.tar.gz /a/')).toMatchObject({ unpacks: true })
    expect(copyOf('COPY data.tar.gz /a/')).toMatchObject({ unpacks: false })
    expect(copyOf('COPY <<EOF /a\nx\nEOF')).toMatchObject({ hasHeredoc: true, missing: [] })
    expect(copyOf('COPY . /app')).toMatchObject({ isWholeContext: true })
    expect(copyOf('COPY --chown=1:2 . /app')).toMatchObject({ chown: '1:2' })
  })
})

describe('through stages', () => {
  const stages = (last: string) =>
    `WORKDIR /src\nCOPY . .\nFROM golang:1.22 AS second\nCOPY --from=0 /src/conf /conf\nFROM alpine:3.20\n${last}`

  test.each([
    ['COPY --from=second /conf/app.yaml /etc/', 'conf/app.yaml', '/etc/app.yaml'],
    ['COPY --from=SECOND /conf /etc/app', 'conf/deep/x.yaml', '/etc/app/deep/x.yaml'],
    ['COPY --from=1 conf /etc/app', 'conf/app.yaml', '/etc/app/app.yaml'],
    ['COPY --from=0 /src/main.go /src/go.mod ./', 'go.mod', '/go.mod'],
    ['COPY --from=0 /src /', 'main.go', '/main.go'],
    ['COPY --from=nginx:1 /conf /etc/app', 'conf/app.yaml', undefined],
  ])('%s', (last, source, target) => {
    expect(where(stages(last), source)).toBe(target)
  })

  test('a stage has the files of the one that it is built from', () => {
    const lines =
      'RUN x\nFROM golang:1.22 AS base\nWORKDIR /app\nCOPY conf conf\nFROM base\nCOPY main.go /app'
    expect(where(lines, 'conf/app.yaml')).toBe('/app/conf/app.yaml')
    expect(where(lines, 'main.go')).toBe('/app/main.go')
  })
})
