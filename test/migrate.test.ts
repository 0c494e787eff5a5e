import { describe, expect, test } from 'vitest'
import { migrate, type MigrateOptions } from '../src/migrate.ts'
import type { Rule } from '../src/transform.ts'
import { ecosystems, rules } from '../transforms/index.ts'
import { memoryProject, type Files } from './memory-project.ts'

const goFiles = {
  'go.mod': 'module example.com/app\n\ngo 1.22\n',
  'main.go':
    'package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe(":8080", nil) }\n',
}
const goBuild = 'WORKDIR /app\nCOPY . .\nRUN go build -o server .\n'

function run(source: string, files: Files = goFiles, options: Partial<MigrateOptions> = {}) {
  return migrate(source, memoryProject(files), { ecosystems, rules, ...options })
}

/** The new text; of a file that stays as it is, its code. */
function after(source: string, files: Files = goFiles, options: Partial<MigrateOptions> = {}) {
  const outcome = run(source, files, options)
  return outcome.outcome === 'migrated' ? outcome.after : outcome.code
}

/** The lines of the stage that becomes the image, without its FROM and without lines of rules. */
function runtime(source: string, files: Files = goFiles): readonly string[] {
  const text = after(source, files, { only: ['split-stages'] })
  const [, stage] = text.split(/^FROM .* AS runtime\r?\n/m)
  return stage === undefined ? [text] : stage.trimEnd().split(/\r?\n/)
}

const change = {
  rule: 'test-rule',
  title: 'Change a thing',
  why: 'For a test.',
  risk: 'safe',
  evidence: [],
} as const

const rule = (apply: Rule['apply']): Rule => ({ name: 'test-rule', title: 'A test', apply })

describe('one rule after another', () => {
  const multi = 'FROM alpine:3.20 AS a\nRUN x\nFROM a\nUSER app\nCMD ["x"]\n'

  test('a config that changes although the rule does not say so is withdrawn', () => {
    const drops = rule(({ facts: { final } }) => {
      const [instruction] = final.stage.instructions.filter(({ keyword }) => keyword === 'USER')
      return instruction && { change, edits: [{ kind: 'drop', instruction }] }
    })
    const outcome = run(multi, {}, { rules: [drops] })
    expect(outcome).toMatchObject({ outcome: 'refused', code: 'promise-contract' })
  })

  test('a config that changes only where a build argument is given, too', () => {
    const source = 'FROM alpine:3.20\nFROM alpine:3.20\nARG V\nLABEL v=$V\n'
    const empties = rule(({ facts: { final } }) => {
      const [instruction] = final.stage.instructions.filter(({ text }) => text === 'LABEL v=$V\n')
      return (
        instruction && { change, edits: [{ kind: 'replace', instruction, text: 'LABEL v=""' }] }
      )
    })
    expect(run(source, {}, { rules: [empties] })).toMatchObject({
      code: 'promise-contract',
      reason: 'The migration was made and withdrawn: Labels.v would change from "{V}" to "".',
    })
  })

  test('a rule that has more to do on its own output is withdrawn', () => {
    const grows = rule(({ facts: { final } }) => ({
      change,
      edits: [{ kind: 'insert-after', instruction: final.stage.from, text: 'RUN more' }],
    }))
    expect(run(multi, {}, { rules: [grows] })).toMatchObject({
      outcome: 'refused',
      code: 'promise-again',
      reason: 'The migration was made and withdrawn: a second run would say: Change a thing.',
    })
  })

  test('a rule that is switched off, or needs review under --safe, is not asked or not used', () => {
    const risky = rule(({ facts: { final } }) =>
      final.stage.instructions.some(({ text }) => text.startsWith('RUN more'))
        ? undefined
        : {
            change: { ...change, risk: 'review', assumption: 'That all is well.' },
            edits: [{ kind: 'insert-after', instruction: final.stage.from, text: 'RUN more' }],
          },
    )
    expect(run(multi, {}, { rules: [risky] }).outcome).toBe('migrated')
    for (const off of [{ safe: true }, { skip: ['test-rule'] }, { only: ['other'] }])
      expect(run(multi, {}, { rules: [risky], ...off })).toMatchObject({
        outcome: 'unchanged',
        code: 'already-multi-stage',
      })
  })

  test('the contract names a field once, from its first value to its last', () => {
    const outcome = run(`FROM golang:1.22-alpine\n${goBuild}EXPOSE 8080\nCMD ./server\n`)
    if (outcome.outcome !== 'migrated') throw new Error(outcome.reason)
    const fields = outcome.contract.map(({ field }) => field)
    expect(fields).toEqual([...new Set(fields)])
    expect(outcome.contract).toContainEqual({
      field: 'User',
      before: null,
      after: '10001',
      by: 'non-root-user',
    })
  })
})

describe('the bytes of the author', () => {
  test('CRLF, and no last line end', () => {
    const crlf = `FROM golang:1.22\n# why\n${goBuild}CMD ["./server"]`.replaceAll('\n', '\r\n')
    const text = after(crlf)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text.endsWith('CMD ["./server"]')).toBe(true)
  })

  test('a byte order mark, directives and what stands below the last instruction', () => {
    const source = `\uFEFF# syntax=docker/dockerfile:1\n# escape=\`\n\n# top\nFROM golang:1.22\n${goBuild.replace('-o', '`\n  -o')}CMD ["./server"]\n# end\n\n`
    const text = after(source)
    expect(text.startsWith('\uFEFF# syntax=docker/dockerfile:1\n# escape=`\n\n# top\nFROM')).toBe(
      true,
    )
    expect(text.endsWith('CMD ["./server"]\n# end\n\n')).toBe(true)
  })

  test('lower case stays lower case', () => {
    const text = after(`from golang:1.22\n${goBuild.toLowerCase()}cmd ["./server"]\n`)
    expect(text.split('\n').filter((line) => /^[A-Z]/.test(line))).toEqual([])
  })

  test('comments inside a chain, and in a here-document', () => {
    const chain = 'RUN go mod download && \\\n  # now build\n  go build -o server .\n'
    expect(after(`FROM golang:1.22\nWORKDIR /app\nCOPY . .\n${chain}CMD ["./server"]\n`)).toContain(
      'RUN go mod download && \\\n  # now build\n  CGO_ENABLED=0 go build -o server .\n',
    )
    const script = 'RUN <<EOF\nset -e\n# now build\ngo build -o server .\nEOF\n'
    expect(
      after(`FROM golang:1.22\nWORKDIR /app\nCOPY . .\n${script}CMD ["./server"]\n`),
    ).toContain('RUN <<EOF\nset -e\n# now build\nCGO_ENABLED=0 go build -o server .\nEOF\n')
  })
})

describe('what goes to the runtime stage', () => {
  const stage = (lines: string, start = 'CMD ["./server"]', files: Files = goFiles) =>
    runtime(`FROM golang:1.22\n${goBuild}${lines}\n${start}\n`, files)

  test.each([
    'VOLUME ["/data"]',
    'EXPOSE 8000-8002 53/udp',
    'HEALTHCHECK NONE',
    'STOPSIGNAL SIGQUIT',
    'LABEL a="b c" d=e',
    'USER 1000:1000',
    'ENV A=$NOPE B=${NOPE:-x}',
    'MAINTAINER somebody',
  ])('%s', (line) => {
    expect(stage(line)).toContain(line)
  })

  test('ARGs of labels and ENV, those before FROM included', () => {
    const source = `ARG PORT=80\nARG REV\nFROM golang:1.22\nARG PORT\nARG REV\n${goBuild}LABEL rev=$REV\nENV PORT=$PORT\nCMD ["./server"]\n`
    expect(runtime(source)).toEqual(expect.arrayContaining(['ARG PORT', 'ARG REV']))
    expect(runtime(source).indexOf('ARG REV')).toBeLessThan(
      runtime(source).indexOf('LABEL rev=$REV'),
    )
  })

  test('variables that only the image of the author sets', () => {
    const source =
      'FROM golang:1.22\nWORKDIR $GOPATH/src/app\nCOPY . .\nRUN go build -o /server .\nCMD ["/server"]\n'
    expect(runtime(source).slice(0, 2)).toEqual(['ENV GOPATH=/go', 'WORKDIR $GOPATH/src/app'])
    const conf = { ...goFiles, 'conf/app.yaml': '' }
    expect(stage('COPY conf $GOPATH/x', undefined, conf)).toEqual(['promise-valid'])
  })

  test('files of the health check, and what they call', () => {
    const files = { ...goFiles, 'health.sh': '#!/bin/sh\ncurl -f localhost:8080\n' }
    const lines = stage('HEALTHCHECK CMD ./health.sh', undefined, files)
    expect(lines).toContain('COPY --from=builder /app/health.sh ./')
    expect(lines.join('\n')).toMatch(/apt-get install .*curl/)
  })

  test.each([
    '["sh", "-c", "curl -f localhost"]',
    '["/usr/bin/curl", "localhost"]',
    'curl localhost',
  ])('programs of HEALTHCHECK CMD %s', (command) => {
    expect(stage(`HEALTHCHECK CMD ${command}`).join('\n')).toMatch(/apt-get install .*curl/)
  })

  test('paths with blanks', () => {
    const files = {
      ...goFiles,
      'main.go': 'package main\nimport "os"\nfunc main() { os.ReadFile("my data/a b.txt") }\n',
      'my data/a b.txt': '',
    }
    expect(stage('', undefined, files)).toContain(
      'COPY --from=builder ["/app/my data/a b.txt", "./my data/a b.txt"]',
    )
    const source = `FROM golang:1.22\n${goBuild}VOLUME ["/my data"]\nCMD ["./server"]\n`
    expect(after(source)).toContain("RUN mkdir -p '/my data'\n")
  })

  test('the shell that SHELL and #! lines ask for', () => {
    const script = { ...goFiles, 'entry.sh': '#!/usr/bin/env bash\nexec "$@"\n' }
    const alpine = `FROM golang:1.22-alpine\nRUN apk add --no-cache bash\n${goBuild}`
    const started = `${alpine}ENTRYPOINT ["./entry.sh"]\nCMD ["./server"]\n`
    expect(runtime(started, script).join('\n')).toMatch(/bash/)
    expect(runtime(`${alpine}SHELL ["/bin/bash", "-c"]\nCMD ./server\n`).join('\n')).toMatch(
      /apk add .*bash/,
    )
  })
})

describe('files that are left alone', () => {
  test.each([
    ['FROM golang:1.22\nONBUILD COPY . .\nCMD ["x"]\n', 'onbuild'],
    ['FROM somebody/image\nRUN go build -o /a .\nCMD ["/a"]\n', 'unknown-base-image'],
    ['FROM golang:1.22\nCOPY none .\nRUN go build -o /a .\nCMD ["/a"]\n', 'missing-copy-source'],
    [`FROM golang:1.22\n${goBuild}CMD ["./run.sh"]\n`, 'unknown-start-command'],
    [`FROM golang:1.22\n${goBuild}CMD ["./none"]\n`, 'missing-start-file'],
    ['FROM\n', 'invalid-dockerfile'],
    ['', 'invalid-dockerfile'],
  ])('%j', (source, code) => {
    const files = { ...goFiles, 'run.sh': '#!/bin/sh\n./run.sh\n' }
    expect(after(source, files)).toBe(code)
  })
})
