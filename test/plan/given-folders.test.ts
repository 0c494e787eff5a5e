import { describe, expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject } from '../memory-project.ts'

// A folder that the author gives away, or opens to all, is so in the runtime stage, too, and nothing is in the image twice.

const files = {
  'go.mod': 'module example.com/notes\n\ngo 1.22\n',
  'main.go':
    'package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe(":8080", nil) }\n',
}

function migrated(work: string): string {
  const text = `FROM golang:1.22-bookworm\n${work}\nCMD ["./notes"]\n`
  const outcome = migrate(text, memoryProject(files), { ecosystems, rules })
  if (outcome.outcome !== 'migrated') throw new Error(`${outcome.code}: ${outcome.reason}`)
  return outcome.after
}

/** Lines of the runtime stage that are about owners and modes, for a Dockerfile whose `work` makes ./notes. */
function given(work: string): readonly string[] {
  const [, runtime] = migrated(work).split(' AS runtime\n')
  return (runtime ?? '').split('\n').filter((line) => /^COPY|chown|chmod|mkdir/.test(line))
}

const before = 'RUN useradd web\nWORKDIR /app\nCOPY . .'
const build = `${before}\nRUN go build -o notes .`
const plain = 'COPY --from=builder /app/notes ./'
const owned = 'COPY --from=builder --chown=web:web /app/notes ./'

describe('a folder that is given away', () => {
  test.each([
    [
      'in a RUN of its own',
      `${build}\nRUN chown -R web:web /app`,
      [owned, 'RUN chown web:web /app'],
    ],
    [
      'in the chain of the build',
      `${build} && chown --recursive web:web .`,
      [owned, 'RUN chown web:web .'],
    ],
    [
      'with other flags',
      `${build}\nRUN chown -hRv web:web /app`,
      [owned, 'RUN chown -hv web:web /app'],
    ],
    ['alone', `${build}\nRUN chown web:web /app`, [plain, 'RUN chown web:web /app']],
    [
      'with a folder made inside',
      `${build}\nRUN mkdir -p var/log && chown -R web:web .`,
      [owned, 'RUN mkdir -p var/log && chown web:web . var var/log'],
    ],
    [
      'with a folder made inside, by a quoted variable',
      `ENV APP=/app\n${build}\nRUN mkdir /app/log && chown -R web:web "$APP"`,
      [owned, 'RUN mkdir /app/log && chown web:web "$APP" "$APP"/log'],
    ],
    [
      'before it has contents',
      'RUN useradd web && mkdir /app && chown -R web:web /app\nWORKDIR /app\nCOPY . .\nRUN go build -o notes .',
      ['RUN useradd web && mkdir /app && chown -R web:web /app', plain],
    ],
    [
      'before the runtime stage has it',
      'RUN useradd web\nCOPY . /app\nRUN chown -R web:web /app\nWORKDIR /app\nRUN go build -o notes .',
      ['RUN mkdir -p /app && chown web:web /app', plain],
    ],
    [
      'where it is the work folder of the golang image alone',
      'RUN useradd web && chown -R web:web /go\nWORKDIR /go/src/app\nCOPY . .\nRUN go build -o /go/notes .\nWORKDIR /go',
      [
        'RUN useradd web && mkdir -p /go && chown web:web /go',
        'COPY --from=builder /go/notes /go/notes',
      ],
    ],
    [
      'for the build',
      `RUN useradd web && chown -R web:web /go\nWORKDIR /app\nCOPY . .\nRUN go build -o notes .`,
      [plain],
    ],
    [
      'in words that are not taken apart',
      `${build}\nRUN ["chown", "-R", "web:web", "/app"]`,
      [plain, 'RUN ["chown", "-R", "web:web", "/app"]'],
    ],
    ['to root', `${build}\nRUN chown -R root:root /app`, [plain]],
  ])('%s', (_, work, lines) => {
    expect(given(`${work}\nUSER web`)).toEqual(lines)
  })
})

test('the builder keeps a chown that the rest of the build needs', () => {
  const work = `${before}\nRUN go build -o tool . && chown -R web:web /app\nUSER web\nRUN go build -o notes .`
  const outcome = migrated(work)
  const alone = migrated(work.replace(' && chown', '\nRUN chown'))
  expect(outcome.split(' AS runtime')[0]).toContain('&& chown -R web:web /app')
  expect(alone.split(' AS runtime')[0]).toContain('RUN chown -R web:web /app')
})

test('a chown that is not taken apart, of a folder that the runtime stage has not yet, is refused', () => {
  const work =
    'RUN useradd web\nCOPY . /app\nRUN ["chown", "-R", "web", "/app"]\nWORKDIR /app\nRUN go build -o notes .'
  expect(() => migrated(work)).toThrow('unplaced-command')
})

describe('a folder whose mode is changed', () => {
  test.each(['777', '0775', 'g+w', 'a=rwX', 'u+x,o+w', 'g=u'])('%s lets others write', (mode) => {
    expect(given(`${build}\nRUN chmod -R ${mode} /app`)).toEqual([plain, `RUN chmod ${mode} /app`])
  })

  test.each(['755', '0711', '+x', 'u+w', 'a+rX', 'o-w'])('%s does not', (mode) => {
    expect(given(`${build}\nRUN chmod -R ${mode} /app`)).toEqual([plain])
  })
})
