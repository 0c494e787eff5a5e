import { describe, expect, test } from 'vitest'
import { isParseFailure, parseDockerfile } from '../../src/dockerfile/parse/parse.ts'
import { gatherFacts, type Facts } from '../../src/facts/facts.ts'
import { brokenPromise } from '../../src/plan/promises/index.ts'
import type { Candidate } from '../../src/plan/promises/promise.ts'
import { toolRowsOf } from '../../src/plan/tooling.ts'
import { ecosystems } from '../../transforms/index.ts'
import { memoryProject, type Files } from '../memory-project.ts'

const files = {
  'go.mod': 'module example.com/app',
  'main.go': 'package main',
  'entry.sh': '#!/bin/sh\nexec "$@"\n',
  'health.sh': '#!/bin/sh\ncurl localhost\n',
  'conf/app.yaml': 'a: 1',
}

function factsOf(text: string, context: Files): Facts {
  const dockerfile = parseDockerfile(text)
  if (isParseFailure(dockerfile)) throw new Error(dockerfile.reason)
  return gatherFacts(dockerfile, memoryProject(context), toolRowsOf(ecosystems))
}

/** What the promises say of a migration that somebody made by hand. */
function judge(
  before: string,
  after: string,
  more: Partial<Pick<Candidate, 'replaced' | 'unnamed' | 'isSplit'>> = {},
) {
  const old = factsOf(before, files)
  const candidate: Candidate = {
    before: old,
    after: factsOf(after, files),
    isSplit: false,
    replaced: [],
    unnamed: [],
    ...more,
  }
  const broken = brokenPromise(candidate)
  return broken === undefined ? 'kept' : `${broken.code}: ${broken.problem}`
}

const from = [{ line: 1, text: '', by: 'split-stages' }]
const replaced = { replaced: from }

const before = `FROM golang:1.22
# sources
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o server .
CMD ["./server"]
`
const after = `FROM golang:1.22 AS builder
# sources
WORKDIR /app
COPY . .
RUN CGO_ENABLED=0 go build -o server .

FROM debian:bookworm-slim AS runtime
WORKDIR /app
COPY --from=builder /app/server ./
CMD ["./server"]
`

describe('nothing lost', () => {
  test('a good migration keeps all promises', () => {
    expect(judge(before, after, replaced)).toBe('kept')
  })

  test('an instruction that is gone', () => {
    expect(judge(before, after)).toBe('promise-nothing-lost: line 1 (FROM) would be lost')
    expect(judge('FROM alpine:3.20\nRUN a\nRUN a\n', 'FROM alpine:3.20\nRUN a\n')).toBe(
      'promise-nothing-lost: line 3 (RUN) would be lost',
    )
    expect(judge('FROM alpine:3.20\nUSER a\n', 'FROM alpine:3.20\nUSER b\n')).toContain('(USER)')
  })

  test('an instruction that is named as replaced', () => {
    const edited = { replaced: [{ line: 2, text: 'RUN a', by: 'x' }] }
    expect(judge('FROM alpine:3.20\nRUN a\nRUN a\n', 'FROM alpine:3.20\nRUN a\n', edited)).toBe(
      'kept',
    )
  })

  test('a comment that is gone, wherever it stood', () => {
    expect(judge(before, after.replace('# sources\n', ''), replaced)).toBe(
      'promise-nothing-lost: the comment "# sources" would be lost',
    )
    expect(judge('FROM alpine:3.20\n# a\n# a\n', 'FROM alpine:3.20\n# a\n')).toContain('"# a"')
    const inside = 'FROM alpine:3.20\nRUN a && \\\n  # why\n  b\n'
    const named = { replaced: [{ line: 2, text: '', by: 'x' }] }
    expect(judge(inside, 'FROM alpine:3.20\nRUN a && \\\n  b\n', named)).toContain('"# why"')
    const script = 'FROM alpine:3.20\nRUN <<EOF\n# why\na\nEOF\n'
    expect(judge(script, 'FROM alpine:3.20\nRUN <<EOF\na\nEOF\n', named)).toContain('"# why"')
  })

  test('what starts with # in a file that is copied is no comment', () => {
    const copy = 'FROM alpine:3.20\nCOPY <<EOF /a\n# text\nEOF\n'
    const named = { replaced: [{ line: 2, text: '', by: 'x' }] }
    expect(judge(copy, 'FROM alpine:3.20\nCOPY <<EOF /a\nother\nEOF\n', named)).toBe('kept')
  })
})

describe('a folder that is taken from the builder', () => {
  const site = 'FROM alpine:3.20\nWORKDIR /app\nCOPY conf site\nCOPY <<E site/a.js\n1\nE\n'
  const builder = site.replace('3.20', '3.20 AS builder')
  const runtime = 'FROM alpine:3.20\nWORKDIR /app\nCOPY --from=builder /app/site ./site\n'
  const named = { isSplit: true, replaced: [...from, { line: 4, text: '', by: 'x' }] }

  test('keeps what a COPY of the author puts into it', () => {
    expect(judge(site, builder + runtime, named)).toBe('kept')
    expect(judge(site, builder.replace(/COPY <<[^]*/, '') + runtime, named)).toBe(
      'promise-copied-file: the runtime stage takes /app/site without what line 4 puts there',
    )
  })

  test('is not deleted there again', () => {
    expect(judge(site, `${builder}${runtime}RUN rm -rf site\n`, named)).toBe(
      'promise-copied-file: the runtime stage takes /app/site from the builder and deletes it again',
    )
  })

  test('is free of what stands elsewhere', () => {
    const elsewhere = (text: string) => text.replace('site/a.js', '/etc/a.js')
    const less = elsewhere(builder).replace(/COPY <<[^]*/, '')
    expect(judge(elsewhere(site), less + runtime, named)).toBe('kept')
  })
})

describe('valid', () => {
  test('a word of an install that is no package', () => {
    const install = "RUN apt-get update && apt-get install -y '' libssl3\n"
    const text = after.replace('runtime\n', `runtime\n${install}`)
    expect(judge(before, text, replaced)).toBe(
      "promise-valid: line 8 of the new file would install '', which is no package",
    )
    expect(judge(before, text.replace("'' ", 'libpq5=15.* '), replaced)).toBe('kept')
  })

  test('two stages of one name', () => {
    const twice = after.replace('AS runtime', 'AS builder').replace('=builder', '=0')
    expect(judge(before, twice, replaced)).toBe(
      'promise-valid: two stages would be named "builder"',
    )
  })

  test('a stage that is not there', () => {
    expect(judge(before, after.replace('=builder', '=build'), replaced)).toBe(
      'promise-valid: there is no stage "build"',
    )
  })

  test.each([
    ['ARG V\nWORKDIR /app\nCOPY . .\nRUN go build -o server .\nRUN echo $V', 'RUN echo $V', 'V'],
    [
      'WORKDIR /app\nCOPY . .\nRUN go build -o server .\nCOPY conf $GOPATH/x',
      'COPY conf $GOPATH/x',
      'GOPATH',
    ],
    [
      'ARG O\nWORKDIR /app\nCOPY . .\nRUN go build -o server .\nCOPY --chown=$O conf /x',
      'COPY --chown=$O conf /x',
      'O',
    ],
    [
      'ENV A=b\nWORKDIR /app\nCOPY . .\nRUN go build -o server .\nENTRYPOINT echo "$A"',
      'ENTRYPOINT echo "$A"',
      'A',
    ],
  ])('a variable that a line loses: %s', (lines, line, name) => {
    const old = `FROM golang:1.22\n${lines}\n`
    const builder = old.replace('golang:1.22', 'golang:1.22 AS builder').replace(`${line}\n`, '')
    const made = `${builder}FROM debian:bookworm-slim\nWORKDIR /app\n${line}\n`
    const number = old.split('\n').indexOf(line) + 1
    expect(judge(old, made, replaced)).toBe(
      `promise-valid: line ${number} (${line.split(' ')[0]}) uses $${name}, which its new stage does not set`,
    )
    const set = made.replace('slim\n', `slim\n${line.startsWith('E') ? 'ENV' : 'ARG'} ${name}=1\n`)
    expect(judge(old, set, replaced)).toBe('kept')
  })
})

describe('the contract', () => {
  test('a field that no change names', () => {
    const unnamed = [{ field: 'User', before: null, after: 'app' }]
    expect(judge(before, after, { ...replaced, unnamed })).toBe(
      'promise-contract: User would change from null to "app"',
    )
  })
})

describe('sources of COPY', () => {
  test('a file that the context lacks', () => {
    const made = after.replace('COPY --from=builder /app/server ./', 'COPY go.sum ./')
    expect(judge(before, made, replaced)).toBe(
      'promise-copy-source: COPY would name go.sum, which is not in the build context',
    )
  })

  test('a path that its stage lacks', () => {
    const made = after.replace('RUN CGO_ENABLED=0 go build -o server .\n', '')
    const gone = { replaced: [...from, { line: 5, text: '', by: 'x' }] }
    expect(judge(before, made, gone)).toBe(
      'promise-copy-source: COPY --from=builder would name /app/server, which that stage does not have',
    )
  })

  test('a program on PATH that no step of its stage makes', () => {
    const made = after.replace('./\n', './\nCOPY --from=builder /usr/bin/ffmpeg /usr/bin/\n')
    expect(judge(before, made, replaced)).toContain(
      'promise-copy-source: COPY --from=builder would name /usr/bin/ffmpeg',
    )
  })

  test('a path that its stage deletes', () => {
    const old = before.replace('CMD', 'RUN rm -rf /app/server\nCMD')
    const made = after.replace('\nFROM debian', 'RUN rm -rf /app/server\n\nFROM debian')
    expect(judge(old, made, replaced)).toContain('promise-copy-source')
  })

  test('what was missing before is not held against the migration', () => {
    const old = 'FROM alpine:3.20\nCOPY none /none\n'
    expect(judge(old, old)).toBe('kept')
  })
})

describe('files of the start command', () => {
  // What a script of the build makes is not known.
  const withScript = (text: string) => text.replace('RUN CGO', 'RUN ./make-all.sh && CGO')
  const scripted = withScript(before)
  const split = withScript(after)
  const inRuntime = (line: string) => split.replace('COPY --from=builder /app/server ./', line)

  test('a binary that stays behind', () => {
    expect(judge(scripted, inRuntime('COPY --from=builder /app/other ./'), replaced)).toBe(
      'promise-start-file: /app/server, which the start command names, would not be in the runtime stage',
    )
    expect(judge(scripted, inRuntime('RUN apt-get install -y curl'), replaced)).toContain(
      'promise-start-file',
    )
  })

  test('the folder around it, or the file by another name', () => {
    expect(judge(scripted, inRuntime('COPY --from=builder /app ./'), replaced)).toBe('kept')
    expect(judge(scripted, inRuntime('COPY --from=builder /app/x /app/server'), replaced)).toBe(
      'kept',
    )
    expect(judge(scripted, inRuntime('RUN make-it'), replaced)).toBe('kept')
  })

  test.each([
    ['CMD ["./entry.sh", "./server"]', '/app/entry.sh'],
    ['CMD ["./server", "conf/app.yaml"]', '/app/conf/app.yaml'],
    ['CMD ["node", "dist/main"]', '/app/dist/main'],
    ['CMD ["node", "-r", "dotenv/config", "dist/main.js"]', '/app/dist/main.js'],
    ['CMD python3 -u run.py', '/app/run.py'],
    ['CMD ["/srv/server"]', '/srv/server'],
    ['CMD ["./server"]\nHEALTHCHECK CMD ./health.sh', '/app/health.sh'],
  ])('%s', (command, path) => {
    const old = scripted.replace('CMD ["./server"]', command)
    expect(judge(old, split.replace('CMD ["./server"]', command), replaced)).toContain(
      `promise-start-file: ${path}, which the ${command.includes('HEALTH') ? 'health check' : 'start command'}`,
    )
    const brought = split
      .replace('CMD ["./server"]', command)
      .replace(
        'WORKDIR /app\nCOPY --from',
        `RUN apt-get update && apt-get install -y curl python3\nWORKDIR /app\nCOPY --from=builder ${path} ${path}\nCOPY --from`,
      )
    expect(judge(old, brought, replaced)).toBe('kept')
  })

  test('a program that the container calls, and the runtime stage lacks', () => {
    const old = scripted.replace('"./server"', '"python3", "-u", "run.py"')
    const made = split.replace('"./server"', '"python3", "-u", "run.py"')
    const brought = made.replace(/COPY --from.*/, 'COPY --from=builder /app/run.py ./')
    expect(judge(old, brought, replaced)).toBe(
      'promise-program-file: the program runs on a Python that debian:bookworm-slim does not have',
    )
    const built = split.replace(
      'WORKDIR /app\nCOPY --from',
      'RUN git --version\nWORKDIR /app\nCOPY --from',
    )
    expect(judge(scripted, built, replaced)).toBe(
      'promise-program: line 8 of the new file calls git, which the runtime stage would not have',
    )
  })

  test('programs of the image are not files of the project', () => {
    const old = scripted.replace('CMD ["./server"]', 'CMD /usr/bin/env ./server')
    const made = split.replace('CMD ["./server"]', 'CMD /usr/bin/env ./server')
    expect(judge(old, made, replaced)).toBe('kept')
    const inline = scripted.replace('CMD ["./server"]', 'CMD node -e "x"')
    expect(judge(inline, split.replace('CMD ["./server"]', 'CMD node -e "x"'), replaced)).toBe(
      'kept',
    )
  })
})

describe('the C library', () => {
  const split = { isSplit: true }
  const onAlpine = after.replace('debian:bookworm-slim', 'alpine:3.20')
  const linked = (text: string) => text.replace('CGO_ENABLED=0 ', '')

  test('a program that is linked meets another one', () => {
    expect(judge(linked(before), linked(onAlpine), { ...replaced, ...split })).toBe(
      'promise-libc: /app/server is linked against glibc and would meet musl in alpine:3.20',
    )
  })

  test('the same library, or a static program', () => {
    expect(judge(linked(before), linked(after), { ...replaced, ...split })).toBe('kept')
    expect(judge(before, onAlpine, { ...replaced, ...split })).toBe('kept')
  })

  test('what runs anywhere, and what may not', () => {
    const taking = (line: string) =>
      judge(
        before,
        onAlpine.replace('WORKDIR /app\nCOPY --from', `WORKDIR /app\n${line}\nCOPY --from`),
        {
          ...replaced,
          ...split,
        },
      )
    expect(taking('COPY --from=builder /etc/mime.types /etc/mime.types')).toBe('kept')
    expect(taking('COPY --from=builder /app /app')).toBe('kept')
    expect(
      judge(linked(before), linked(onAlpine).replace('/app/server ./', '/app /app'), {
        ...replaced,
        ...split,
      }),
    ).toContain('promise-libc: /app is linked')
    expect(taking('COPY --from=builder /usr/lib/libjq.so.1 /usr/lib/')).toContain(
      'promise-libc: /usr/lib/libjq.so.1',
    )
  })
})

describe('configuration', () => {
  const author = `FROM php:8.3-cli
WORKDIR /app
COPY . .
RUN chown -R www-data:www-data conf
CMD ["php", "-S", "0.0.0.0:80"]
`
  const split = (...runtime: readonly string[]) => `FROM php:8.3-cli AS builder
WORKDIR /app
COPY . .

FROM php:8.3-cli AS runtime
WORKDIR /app
${runtime.join('\n')}
CMD ["php", "-S", "0.0.0.0:80"]
`
  const owner = 'RUN chown -R www-data:www-data conf'

  test('an owner that is set before its files are there', () => {
    expect(judge(author, split(owner, 'COPY --from=builder /app ./'), replaced)).toBe(
      'promise-configuration: line 4 runs `chown -R www-data:www-data conf` before the COPY that brings its files',
    )
    expect(judge(author, split('RUN true', owner), replaced)).toContain('promise-configuration')
  })

  test.each([
    ['below the COPY', ['COPY --from=builder /app ./', owner]],
    ['of a folder that is made', ['RUN mkdir -p conf', owner, 'COPY --from=builder /app ./']],
  ])('%s', (_, runtime) => {
    expect(judge(author, split(...runtime), replaced)).toBe('kept')
  })
})
