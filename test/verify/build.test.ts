import { describe, expect, test } from 'vitest'
import { readBuildFailure } from '../../src/verify/build/build-failure.ts'
import { createBuildLogReader } from '../../src/verify/build/build-log.ts'
import type { BuildPlan } from '../../src/verify/build/service-plan.ts'

const dockerfile = `FROM node:20 AS builder
WORKDIR /app
# why
COPY . .
RUN echo hello && \\
    exit 3

FROM node:20-slim AS runtime
CMD ["node", "x.js"]
`

/** As buildx 0.29 prints it, shortened. */
const lines = [
  '{"vertexes":[{"digest":"sha256:a","name":"[internal] load build context","started":"2026-11-21T12:16:32.9Z","completed":"2026-11-21T12:16:32.95Z"}]}',
  '{"vertexes":[{"digest":"sha256:b","name":"[builder 2/4] WORKDIR /app","started":"2026-11-21T12:16:32.9Z","completed":"2026-11-21T12:16:32.9Z","cached":true}]}',
  '{"vertexes":[{"digest":"sha256:c","name":"[builder 4/4] RUN echo hello \\u0026\\u0026     exit 3","started":"2026-11-21T12:16:33Z"}]}',
  `{"logs":[{"vertex":"sha256:c","stream":1,"data":"${Buffer.from('hel').toString('base64')}","timestamp":"2026-11-21T12:16:33Z"}]}`,
  `{"logs":[{"vertex":"sha256:c","stream":1,"data":"${Buffer.from('lo\nwor').toString('base64')}","timestamp":"2026-11-21T12:16:33Z"}]}`,
  '{"vertexes":[{"digest":"sha256:c","name":"[builder 4/4] RUN echo hello \\u0026\\u0026     exit 3","started":"2026-11-21T12:16:33Z","completed":"2026-11-21T12:16:35.5Z","error":"process \\"/bin/sh -c echo hello\\" did not complete successfully: exit code: 3"}]}',
  'Dockerfile:5',
  '--------------------',
  '   4 |     COPY . .',
  '   5 | >>> RUN echo hello && \\',
  '   6 | >>>     exit 3',
  '--------------------',
  'ERROR: failed to solve: process "/bin/sh -c echo hello" did not complete successfully: exit code: 3',
]

function read(some: readonly string[]) {
  const steps: string[] = []
  const reader = createBuildLogReader((name) => steps.push(name))
  const text = some.map(reader.read).join('')
  return { log: reader.finish(), text, steps }
}

describe('the log of a build', () => {
  test('becomes steps with their times and last lines', () => {
    const { log, steps } = read(lines)
    expect(log.steps).toEqual([
      expect.objectContaining({ name: '[internal] load build context', isCached: false }),
      expect.objectContaining({ name: '[builder 2/4] WORKDIR /app', isCached: true, seconds: 0 }),
      expect.objectContaining({ seconds: 2.5, log: ['hello', 'wor'], isOpen: false }),
    ])
    expect(steps).toEqual([
      '[internal] load build context',
      '[builder 4/4] RUN echo hello &&     exit 3',
    ])
  })

  test('that is cut off leaves its last step open', () => {
    const { log } = read(lines.slice(0, 5))
    expect(log.steps.filter(({ isOpen }) => isOpen)).toMatchObject([{ log: ['hello', 'wor'] }])
  })

  test('is text in the log file', () => {
    expect(read(lines).text).toContain(
      '=> [builder 4/4] RUN echo hello &&     exit 3\nhello\nwor=>',
    )
    expect(read(lines).text).toContain('>>> RUN echo hello')
  })

  test('keeps the end of a step that says too much', () => {
    const many = Buffer.from(Array.from({ length: 500 }, (_, n) => `line ${n}\n`).join(''))
    const { log } = read([`{"logs":[{"vertex":"sha256:c","data":"${many.toString('base64')}"}]}`])
    expect(log.steps[0]?.log.length).toBe(60)
    expect(log.steps[0]?.log.at(-1)).toBe('line 499')
  })

  test('lines that are none of BuildKit’s are kept as they are', () => {
    expect(read(['{"no json', '{}', 'ERROR: x']).log.rest).toBe('{"no json\nERROR: x')
  })
})

describe('a failed build', () => {
  const plan = (half: BuildPlan['half']) => ({ half, dockerfile }) as BuildPlan
  const origins = [{ line: 5, kind: 'edited', from: 7, by: 'package-cache' }] as const

  test('names the instruction, where it comes from, and what it said last', () => {
    expect(readBuildFailure(read(lines).log, plan('after'), { origins })).toEqual({
      message: 'process "/bin/sh -c echo hello" did not complete successfully: exit code: 3',
      instruction: { line: 5, text: 'RUN echo hello && \\\n    exit 3' },
      origin: { kind: 'edited', line: 7, by: 'package-cache' },
      log: ['hello', 'wor'],
    })
  })

  test('of the old Dockerfile has no origin', () => {
    expect(readBuildFailure(read(lines).log, plan('before'), { origins }).origin).toBeUndefined()
  })

  test('that names no line says what buildx says', () => {
    const { log } = read(['ERROR: target x: failed to solve: rpc error: code = Unknown'])
    expect(readBuildFailure(log, plan('after'), { origins })).toEqual({
      message: 'rpc error: code = Unknown',
      instruction: undefined,
      origin: undefined,
      log: [],
    })
  })
})
