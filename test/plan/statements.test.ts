import { describe, expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { openQuestions } from '../../src/open-questions.ts'
import {
  noPreferences,
  noStatements,
  type Preferences,
  type Statements,
} from '../../src/project/config/preferences.ts'
import { withPreferences } from '../../src/project/config/with-preferences.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject, type Files } from '../memory-project.ts'

const source = `FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm install
COPY . .
RUN npm run build
CMD ["node", "dist/main.js"]
`
const files: Files = {
  'package.json': JSON.stringify({
    scripts: { build: 'tsc' },
    dependencies: { express: '4' },
    devDependencies: { typescript: '5' },
  }),
  'tsconfig.json': '{"compilerOptions":{"outDir":"dist","rootDir":"src"}}',
  'src/main.ts': "import express from 'express'\nexpress().listen(3000)\n",
  'words/en.txt': 'a',
  '.dockerignore': 'node_modules\n',
}

function outcomeOf(text: string, preferences: Partial<Preferences> = {}, more: Files = {}) {
  const project = memoryProject({ Dockerfile: text, ...files, ...more })
  const wanted = withPreferences(project, { ...noPreferences, ...preferences })
  return migrate(text, wanted, { ecosystems, rules })
}

function afterOf(...given: Parameters<typeof outcomeOf>): string {
  const outcome = outcomeOf(...given)
  if (outcome.outcome !== 'migrated') throw new Error(outcome.reason)
  return outcome.after
}

/** The same in the configuration, and in a comment of the file. */
const ways = (name: keyof Statements, text: string) => {
  const evidence = { path: 'msb-migrate.config.yaml', line: 3, text }
  const statements = { ...noStatements, [name]: [{ text, evidence }] }
  return [
    ['configuration', source, { statements }],
    ['comment', `# msb-migrate: ${name} ${text}\n${source}`, {}],
  ] as const
}

describe('keep', () => {
  test.each([...ways('keep', 'words/'), ...ways('reads', '/app/words')])(
    'brings a folder of the context along (%s)',
    (_, text, preferences) => {
      expect(afterOf(source)).not.toContain('words')
      const outcome = outcomeOf(text, preferences)
      if (outcome.outcome !== 'migrated') throw new Error(outcome.reason)
      expect(outcome.after).toContain('COPY --from=builder /app/words ./words')
      expect(outcome.changes[0]?.evidence).toContainEqual(
        expect.objectContaining({ path: expect.stringMatching(/config|Dockerfile/) as string }),
      )
    },
  )

  test('brings what matches a pattern, and says what comes to nothing', () => {
    const [[, , preferences]] = ways('keep', 'words/*.txt')
    expect(afterOf(source, preferences)).toContain('words')
    const [[, , empty]] = ways('keep', 'nowhere/')
    expect(outcomeOf(source, empty)).toMatchObject({
      stays: [
        'nowhere/ comes to nothing (msb-migrate.config.yaml:3): the build context has nothing of that name that a COPY brings into the image.',
      ],
    })
  })
})

describe('what is stated closes gaps', () => {
  const open = (line: string): Files => ({
    'src/main.ts': `import express from 'express'\nimport fs from 'fs'\nimport { spawn } from 'child_process'\n${line}\nexpress().listen(3000)\n`,
  })

  test.each(ways('reads', 'words/'))('reads (%s)', (_, text, preferences) => {
    const reading = open('fs.readFileSync(process.env.FILE)')
    expect(afterOf(source, {}, reading)).toMatch(/^COPY \. \.[^]*^COPY \. \./m)
    expect(afterOf(text, preferences, reading)).not.toMatch(/^COPY \. \.[^]*^COPY \. \./m)
  })

  test.each(ways('writes', '/data'))('writes (%s)', (_, text, preferences) => {
    const writing = open("fs.writeFileSync(process.env.FILE, 'a')")
    expect(afterOf(source, {}, writing)).not.toContain('USER')
    const after = afterOf(text, preferences, writing)
    expect(after).toContain('USER node')
    expect(after).toContain('/data')
  })

  test.each(ways('programs', 'git'))('programs (%s)', (_, text, preferences) => {
    const starting = open('spawn(process.env.TOOL)')
    expect(afterOf(source, {}, starting)).toContain('FROM node:20 AS runtime')
    const after = afterOf(text, preferences, starting)
    expect(after).toContain('FROM node:20-slim AS runtime')
    expect(after).toMatch(/apt-get install .*\bgit\b/)
  })
})

describe('start', () => {
  const open = source.replace('CMD ["node", "dist/main.js"]', 'CMD exec $RUN')
  const said = (text: string): Statements => ({
    ...noStatements,
    start: [{ text, evidence: { path: 'msb-migrate.config.yaml', line: 3, text } }],
  })

  test.each([
    ['configuration', open, { statements: said('node dist/main.js') }],
    ['comment', `# msb-migrate: start node dist/main.js\n${open}`, {}],
  ] as const)('is followed where the file can not be (%s)', (_, text, preferences) => {
    expect(outcomeOf(open)).toMatchObject({ outcome: 'refused', code: 'unknown-start-command' })
    const outcome = outcomeOf(text, preferences, { 'msb-migrate.config.yaml': 'facts: {}' })
    if (outcome.outcome !== 'migrated') throw new Error(outcome.reason)
    expect(outcome.after).toContain('COPY --from=builder /app/dist ./dist\nUSER node\n')
    expect(outcome.after).toContain('\nCMD exec $RUN\n')
    expect(outcome.after).not.toContain('config.yaml')
    expect(outcome.changes[0]).toMatchObject({ risk: 'safe' })
    expect(outcome.changes[0]?.evidence).toContainEqual(
      expect.objectContaining({
        text: expect.stringMatching(/start node|^node dist\/main\.js$/) as string,
      }),
    )
  })

  test.each([
    ['node dist/main.js', true],
    ['/usr/local/bin/node /app/dist/main.js', true],
    ['node dist/other.js', false],
    ['node dist/main.js && nginx', false],
  ])('%j beside a start command that can be followed', (text, isSame) => {
    expect(outcomeOf(source, { statements: said(text) })).toMatchObject(
      isSame
        ? { outcome: 'migrated' }
        : { outcome: 'refused', code: 'contradicted-start', line: 7 },
    )
  })

  test('of a script that nobody has read, the programs are not known', () => {
    const script = open.replace('exec $RUN', '["just", "run"]')
    const statements = said('node dist/main.js')
    expect(outcomeOf(script, { statements })).toMatchObject({
      changes: [{ risk: 'review' }],
      after: expect.stringMatching(/FROM node:20 AS runtime[^]*COPY \. \./) as string,
    })
    const whole = { ...statements, reads: [], writes: [], programs: [] }
    expect(outcomeOf(script, { statements: whole })).toMatchObject({
      changes: [{ risk: 'safe' }, {}],
      after: expect.stringMatching(/FROM node:20-slim AS runtime[^]*USER node/) as string,
    })
  })

  test.each(['./gone.sh', "node 'dist/main.js", '"$OTHER"'])(
    'that can not be followed itself is refused (%j)',
    (text) => {
      expect(outcomeOf(open, { statements: said(text) })).toMatchObject({
        code: 'unknown-start-command',
        reason: expect.stringMatching(/^The start command that is stated can't/) as string,
      })
    },
  )

  test('is asked for in a review where it helps, with the line that leaves it open', () => {
    const files: Files = { Dockerfile: open, 'package.json': '{"dependencies":{"express":"4"}}' }
    const options = { ecosystems, rules }
    const questions = (preferences: Preferences) => {
      const project = withPreferences(memoryProject(files), preferences)
      return openQuestions(open, project, options, migrate(open, project, options))
    }
    expect(questions(noPreferences)).toMatchObject([
      { fact: 'start', lines: [{ path: 'Dockerfile', line: 7 }] },
    ])
    const answered = { ...noPreferences, statements: said('node dist/main.js') }
    expect(questions(answered).map(({ fact }) => fact)).not.toContain('start')
  })

  test('is not replaced by a server of files', () => {
    expect(outcomeOf(open, { statements: said('npx serve -s dist') })).toMatchObject({
      code: 'unknown-start-command',
      reason: expect.stringContaining('nothing can stand in for the line itself') as string,
    })
  })
})

test('stages are named as is wanted', () => {
  const after = afterOf(source, { stages: { builder: 'build', runtime: 'final' } })
  expect(after).toContain('FROM node:20 AS build\n')
  expect(after).toContain('AS final\n')
  expect(after).toContain('COPY --from=build ')
})

test('a user that is made has the name and the number that are wanted', () => {
  const text = `FROM golang:1.22\nWORKDIR /app\nCOPY . .\nRUN go build -o /app/app .\nCMD ["sh", "-c", "/app/app"]\n`
  const more = {
    'go.mod': 'module example.com/a\n\ngo 1.22\n',
    'main.go': 'package main\n\nfunc main() {}\n',
  }
  const after = afterOf(text, { user: { name: 'web', id: 2000 } }, more)
  expect(after).toContain(
    'RUN groupadd --system --gid 2000 web && useradd --system --uid 2000 --gid web web',
  )
  expect(after).toContain('USER 2000')
})

describe('comments', () => {
  test('leave a file or a rule out', () => {
    expect(outcomeOf(`# msb-migrate: ignore-file\n${source}`)).toMatchObject({
      outcome: 'unchanged',
      code: 'ignored',
      reason: 'Line 1 says that this file is left alone.',
      line: 1,
    })
    const after = afterOf(
      source.replace('COPY . .', '# msb-migrate: ignore non-root-user\nCOPY . .'),
    )
    expect(after).not.toContain('USER')
    expect(after).toContain('# msb-migrate: ignore non-root-user')
  })

  test.each([
    ['keep', /^Line 1 says "# msb-migrate: keep"; behind `# msb-migrate:` can stand ignore-file,/],
    ['ingore-file', /^Line 1 says/],
    ['ignore', /^Line 1 says/],
    ['keep "my views/"', /^Line 1 says/],
    ['start', /^Line 1 says/],
    ["keep 'a'", /^Line 1 says/],
    ['programs tools/run.sh', /^Line 1 says/],
    ['', /^Line 1 says/],
    ['ignore non-root', /^Line 1 names "non-root"; the rules are split-stages,/],
  ])('%j is not understood', (words, reason) => {
    expect(outcomeOf(`# msb-migrate: ${words}\n${source}`)).toMatchObject({
      code: 'unknown-directive',
      reason: expect.stringMatching(reason) as string,
      line: 1,
    })
  })

  test('have the line that they stand in', () => {
    const text = source.replace('RUN npm run', '\n# a\n# msb-migrate: keep\n# b\nRUN npm run')
    expect(outcomeOf(text)).toMatchObject({ line: 8 })
    expect(outcomeOf(`${source}# msb-migrate: keep`)).toMatchObject({ line: 8 })
    expect(outcomeOf(`${source}\n# msb-migrate: keep\n\n`)).toMatchObject({ line: 9 })
  })

  test('inside of an instruction are not ours', () => {
    const text = source.replace(
      'RUN npm run build',
      'RUN npm run build \\\n# msb-migrate: nonsense\n  --x',
    )
    expect(outcomeOf(text)).not.toMatchObject({ code: 'unknown-directive' })
  })
})
