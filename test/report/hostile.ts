import type { FileReport } from '../../src/report/file-report.ts'
import { count, emptyTally } from '../../src/report/summary.ts'
import type { Rendering } from '../../src/report/rendering.ts'

/** Words that would be markup, a control, a command or a script somewhere. */
export const words =
  '::error::x ##[error]y\n::warning::z --> </script><script>alert(1)</script> </details> ``` | %0A, "q" \'s\' [a](1) [b](https://evil.example) &lt; <img src=x> \u001b[2J\u202e'

export const path = `a|b, c%d:"e" <b>\`f\`\n::error::g/Dockerfile`

const before = `FROM node:20\n# ${words.replace(/\n/g, ' ')}\nRUN <<E\n\`\`\`\`\nE\n`

/** A migrated file whose every text is by somebody who means ill. */
export const hostile: FileReport = {
  path,
  context: '.',
  stages: 1,
  result: {
    ...{ outcome: 'migrated', ecosystem: words, before },
    after: `FROM node:20 AS builder\nFROM node:20-slim\nCOPY --from=builder ["/a];b<br/>", "/style:#x; end|", "./"]\nCOPY --from=ghcr.io/x/style:end ["/y&amp;<b>", "/z"]\n`,
    changes: [
      {
        ...{ rule: 'split-stages', title: words, why: words, risk: 'review', assumption: words },
        evidence: [
          { path: 'Dockerfile', line: 4, text: words },
          { path: words, line: undefined, text: words },
        ],
      },
    ],
    replaced: [{ line: 1, text: 'FROM node:20', by: 'split-stages' }],
    contract: [{ field: `Labels.${words}`, before: words, after: { x: words }, by: words }],
    stays: [words],
    origins: [],
    otherFiles: [{ path: '.dockerignore', before: null, after: `${words}\n` }],
  },
}

export const hostileRefusal: FileReport = {
  path: `../${words.replace(/\//g, ' ')}`,
  context: undefined,
  result: {
    ...{ outcome: 'refused', ecosystem: words, code: 'onbuild', reason: words, help: words },
    line: 7,
  },
}

export const failure: FileReport = {
  path: '/abs/Dockerfile',
  context: undefined,
  result: { outcome: 'failed', code: 'unreadable', reason: 'There is no such file', help: 'Look.' },
}

export const unchanged: FileReport = {
  path: 'u/Dockerfile',
  context: 'u',
  stages: 2,
  result: {
    ...{ outcome: 'unchanged', ecosystem: undefined, code: 'already-multi-stage' },
    ...{ reason: 'It has stages.', help: undefined, line: undefined },
  },
}

export const all: readonly FileReport[] = [hostile, hostileRefusal, failure, unchanged]

/** All that a rendering prints of these reports. */
export function printed(
  { head, file, tail }: Rendering,
  reports: readonly FileReport[] = all,
): string {
  const tally = emptyTally()
  for (const { result } of reports) count(tally, result)
  return [head, ...reports.map((report, i) => file(report, i).toString()), tail(tally)].join('')
}

/** What no output may have: it would be a terminal's control, or turn text around. */
export const controls = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/

/** A line that a workflow would take for a command, wherever it comes from. */
export const commandLine = /^\s*::|##\[/m
