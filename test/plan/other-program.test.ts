import { describe, expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import type { Migrated } from '../../src/plan/outcome.ts'
import type { Split } from '../../src/plan/split.ts'
import type { Ecosystem, Facts, Instruction, Rule } from '../../src/transform.ts'
import { memoryProject, type Files } from '../memory-project.ts'

// Splits whose runtime stage runs another program than the author's, and splits with more than one builder, by a stand-in ecosystem.

const source = `FROM node:20-alpine
WORKDIR /app
COPY . .
ENV TOKEN=build
# the web server
RUN npm install -g serve
RUN npm run build
USER node
EXPOSE 3000
CMD ["serve", "dist"]
`
const files = { 'package.json': '{}', 'src/index.js': '' }

const change = {
  rule: 'split-stages',
  title: 'Split',
  why: 'For a test.',
  risk: 'safe',
  evidence: [],
} as const

const find = ({ final }: Facts, start: string): Instruction => {
  const found = final.stage.instructions.find(({ text }) => text.startsWith(start))
  if (found === undefined) throw new Error(`no ${start}`)
  return found
}

function site(facts: Facts, more: Partial<Split> = {}): Split {
  return {
    kind: 'split',
    runtimeBases: [{ image: 'nginx:1.28-alpine', pays: true }],
    placeCommand: () => 'build',
    placeCopy: () => 'build',
    placeInstruction: ({ keyword, text }) => {
      if (keyword === 'CMD' || text.includes('serve')) return 'nowhere'
      return /^(ENV|WORKDIR|USER)$/.test(keyword) ? 'build' : undefined
    },
    runtimeSetup: [{ text: 'COPY nginx.conf /etc/nginx/conf.d/default.conf', after: undefined }],
    artifacts: [
      {
        path: '/app/dist',
        target: '/usr/share/nginx/html',
        isFolder: true,
        after: find(facts, 'RUN npm run build'),
        evidence: [],
      },
    ],
    contract: [
      'Cmd',
      'Entrypoint',
      'User',
      'WorkingDir',
      'StopSignal',
      'ExposedPorts.80/tcp',
      'Env.*',
    ],
    behaviour: { writes: [], writesElsewhere: undefined, ports: [], programs: [] },
    otherFiles: [{ path: 'nginx.conf', before: null, after: 'server {}\n' }],
    change,
    ...more,
  }
}

function run(
  split: (facts: Facts) => Split,
  rules: readonly Rule[] = [],
  context: Files = files,
): Migrated {
  const ecosystem: Ecosystem = { name: 'test', title: 'A test', matches: () => true, split }
  const outcome = migrate(source, memoryProject(context), { ecosystems: [ecosystem], rules })
  if (outcome.outcome !== 'migrated') throw new Error(`${outcome.code}: ${outcome.reason}`)
  return outcome
}

describe('another program at run time', () => {
  test('what it does not need stays in the builder or goes, by name and reason', () => {
    const { after, replaced, contract } = run(site)
    expect(after).toBe(`FROM node:20-alpine AS builder
WORKDIR /app
COPY . .
ENV TOKEN=build
RUN npm run build

# the web server
FROM nginx:1.28-alpine AS runtime
COPY nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=builder /app/dist /usr/share/nginx/html
EXPOSE 3000
`)
    expect(replaced.map(({ text }) => text)).toEqual([
      'FROM node:20-alpine',
      'RUN npm install -g serve',
      'USER node',
      'CMD ["serve", "dist"]',
    ])
    expect(contract.map(({ field }) => field)).toContain('Cmd')
  })

  test('the file that it writes is there for what comes after', () => {
    const seen: boolean[] = []
    const looks: Rule = {
      name: 'looks',
      title: 'Looks',
      apply: ({ facts }) => {
        seen.push(facts.project.isFile('nginx.conf'))
        return undefined
      },
    }
    expect(run(site, [looks]).otherFiles.map(({ path }) => path)).toEqual(['nginx.conf'])
    expect(seen).toEqual([true, true])
  })

  test('a file that two changes write is told once, from its first text to its last', () => {
    const completes: Rule = {
      name: 'completes',
      title: 'Completes',
      apply: ({ facts }) => {
        const before = facts.project.read('nginx.conf') ?? null
        if (before?.includes('#') === true) return undefined
        const after = `${before ?? ''}# more\n`
        return {
          change: { ...change, rule: 'completes' },
          edits: [],
          otherFiles: [{ path: 'nginx.conf', before, after }],
        }
      },
    }
    expect(run(site, [completes]).otherFiles).toEqual([
      { path: 'nginx.conf', before: null, after: 'server {}\n# more\n' },
    ])
  })

  test('a COPY of a file that nothing writes is withdrawn', () => {
    expect(() => run((facts) => site(facts, { otherFiles: [] }))).toThrow('promise-copy-source')
  })
})

test('a side stage takes what moves there, repeats what both need, and gives its artifacts', () => {
  const { after } = run((facts) => {
    const build = find(facts, 'RUN npm run build')
    const [artifact] = site(facts).artifacts
    return site(facts, {
      artifacts: artifact === undefined ? [] : [{ ...artifact, from: 'assets' }],
      sideStages: [
        {
          name: 'assets',
          image: 'node:22-alpine',
          instructions: [
            { instruction: find(facts, 'WORKDIR'), moves: false },
            { instruction: find(facts, 'COPY'), moves: false, text: 'COPY package.json ./' },
            { instruction: build, moves: true },
          ],
        },
      ],
    })
  })
  expect(after).toContain(`FROM node:22-alpine AS assets
WORKDIR /app
COPY package.json ./
RUN npm run build

# the web server
FROM nginx`)
  expect(after).toContain('COPY --from=assets /app/dist /usr/share/nginx/html\n')
  expect(after.split('RUN npm run build')).toHaveLength(2)
})
