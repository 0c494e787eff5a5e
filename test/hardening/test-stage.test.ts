import { describe, expect, test } from 'vitest'
import { testStage } from '../../transforms/hardening/test-stage/test-stage.ts'
import { after, applyRule } from './apply-rule.ts'

const tail = '\n\nFROM scratch\nCOPY --from=builder /api /api\nCMD ["/api"]\n'
const head = 'FROM golang:1.22 AS builder\nCOPY . .\n'

/** What becomes of a builder. */
function staged(
  lines: string,
  end = tail,
  files: Record<string, string> = {},
  start = head,
): string {
  const text = after(applyRule(testStage, `${start}${lines}${end}`, files))
  return text.endsWith(end) ? text.slice(0, -end.length) : text
}

const build = 'RUN go build -o /api'
const base = 'FROM golang:1.22 AS base\nCOPY . .'

describe('test-stage', () => {
  test('behind the last line of a builder', () => {
    expect(staged(`${build}\nRUN go test ./...`)).toBe(
      `${head}${build}\n\nFROM builder AS test\nRUN go test ./...`,
    )
  })

  test.each([
    [
      'RUN go test ./...',
      `${base}\n\nFROM base AS test\nRUN go test ./...\n\nFROM base AS builder\n${build}`,
    ],
    [
      '# slow\nRUN --mount=type=cache,target=/c go test ./...',
      `${base}\n\nFROM base AS test\n# slow\nRUN --mount=type=cache,target=/c go test ./...\n\nFROM base AS builder\n${build}`,
    ],
    [
      'RUN go test ./a\nRUN go test ./b',
      `${base}\n\nFROM base AS test\nRUN go test ./a\nRUN go test ./b\n\nFROM base AS builder\n${build}`,
    ],
    [
      'RUN go vet ./... && go test ./...',
      `${base}\nRUN go vet ./...\n\nFROM base AS test\nRUN go test ./...\n\nFROM base AS builder\n${build}`,
    ],
    [
      'RUN go generate && CGO_ENABLED=0 go test ./... && go install ./x',
      `${base}\nRUN go generate\n\nFROM base AS test\nRUN CGO_ENABLED=0 go test ./...\n\nFROM base AS builder\nRUN go install ./x\n${build}`,
    ],
    [
      'RUN cd api && go test ./... && go install ./x',
      `${base}\n\nFROM base AS test\nRUN cd api && go test ./...\n\nFROM base AS builder\nRUN cd api && go install ./x\n${build}`,
    ],
  ])('above the build: %s', (lines, output) => {
    expect(staged(`${lines}\n${build}`)).toBe(output)
  })

  test('in the stage that ships, whose target stays the last', () => {
    const source =
      'FROM scratch AS a\n\nFROM golang:1.22\nCOPY . .\nRUN go test ./...\nCMD ["go", "run", "."]\n'
    expect(after(applyRule(testStage, source))).toBe(
      'FROM scratch AS a\n\nFROM golang:1.22 AS base\nCOPY . .\n\nFROM base AS test\nRUN go test ./...\n\nFROM base\nCMD ["go", "run", "."]\n',
    )
  })

  test('names in use', () => {
    const end = `\n\nFROM builder AS test\nRUN go vet\n${tail}`
    expect(staged(`${build}\nRUN go test ./...`, end)).toBe(
      `${head}${build}\n\nFROM builder AS tests\nRUN go test ./...`,
    )
  })

  test('scripts of package.json and composer.json are followed', () => {
    const start = 'FROM node:20 AS builder\nCOPY . .\nRUN npm ci\n'
    const files = (script: string) => ({
      'package.json': JSON.stringify({ scripts: { test: script } }),
    })
    expect(staged('RUN npm test', tail, files('vitest run'), start)).toContain(
      'FROM builder AS test',
    )
    expect(staged('RUN npm t', tail, files('tsc && vitest run'), start)).toContain('unchanged')
    expect(staged('RUN npx jest --ci', tail, files('jest'), start)).toContain(
      'FROM builder AS test',
    )
    const php = 'FROM composer:2 AS builder\nCOPY . .\nRUN make api\n'
    const composer = { 'composer.json': '{"scripts":{"test":"phpunit"}}' }
    expect(staged('RUN composer test', tail, composer, php)).toContain('FROM builder AS test')
    expect(staged('RUN vendor/bin/phpunit', tail, composer, php)).toContain('FROM builder AS test')
  })

  test.each([
    [
      'a stage takes the figures',
      'RUN go test -coverprofile=c.out ./...',
      `\n\nFROM scratch\nCOPY --from=builder /api /api\nCOPY --from=builder /go/c.out /\n`,
    ],
    ['a later step takes the report', 'RUN go test ./...\nRUN upload junit.xml', tail],
    ['a report is written', 'RUN go test ./... > tests.log', tail],
    ['a failure counts for nothing', 'RUN go test ./... || true', tail],
    ['in the background', 'RUN go test ./... & go build', tail],
    ['inside of a condition', 'RUN if true; then go test ./...; fi && go build', tail],
    ['something stands between', 'RUN go test ./a\nRUN go build ./b\nRUN go test ./b', tail],
    ['an ONBUILD above', 'ONBUILD RUN go build\nRUN go test ./...', tail],
    ['a stage is counted', 'RUN go test ./...', '\n\nFROM scratch\nCOPY --from=0 /api /api\n'],
  ])('%s: they stay', (_, lines, end) => {
    expect(staged(`${lines}\n${build}`, end)).toContain('unchanged')
  })

  test('a stage that is not built for the image is nobody’s step', () => {
    const source = `${head}${build}\n\nFROM builder AS check\nRUN go test ./...\n${tail}`
    expect(after(applyRule(testStage, source))).toContain('unchanged')
  })

  test('what is said', () => {
    const outcome = applyRule(testStage, `${head}${build}\nRUN go test ./...${tail}`)
    expect(outcome).toMatchObject({
      changes: [
        {
          risk: 'review',
          why: 'They are no step on the way to the image any more: `docker build --target test .` runs them.',
        },
      ],
    })
  })
})
