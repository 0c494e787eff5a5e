import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrateHere } from '../../src/cli/migrate/core/migrate-all.ts'
import { jsonReport } from '../../src/report/json/json-schema.ts'
import { hideSecrets } from '../../src/report/hide-secrets.ts'
import { verificationReport } from '../../src/report/verdicts/verification-report.ts'
import { jsonEntry } from '../../src/report/json/json-report.ts'
import { markdownDetails } from '../../src/report/markdown/verification-markdown.ts'
import { endedEarly } from '../../src/verification/verification.ts'
import { migratedFrom } from '../cli/fake-core.ts'
import { folderWith, runHere } from '../cli/surroundings.ts'
import { gitEnvironment, gitFolder } from '../publish/git-folder.ts'

const secrets = ['hunter2-of-the-database', 'npm_0123456789abcdef', 'pass-of-compose-1']
const service = {
  'package.json':
    '{"name":"shop","scripts":{"build":"tsc","start":"DB_PASSWORD=hunter2-of-the-database node dist/server.js"},"dependencies":{"express":"^4"},"devDependencies":{"typescript":"^5"}}',
  'package-lock.json': '{"lockfileVersion":3,"packages":{}}',
  'tsconfig.json': '{"compilerOptions":{"outDir":"dist","rootDir":"src"}}',
  'src/server.ts': 'import express from "express"\nexpress().listen(3000)\n',
  'compose.yaml':
    'services:\n  shop:\n    build: .\n    environment:\n      - API_SECRET=pass-of-compose-1\n',
  Dockerfile: [
    'FROM node:20',
    'WORKDIR /app',
    'ENV DB_PASSWORD=hunter2-of-the-database NODE_ENV=staging',
    'ENV NPM_TOKEN=npm_0123456789abcdef',
    'RUN echo "//registry.npmjs.org/:_authToken=npm_0123456789abcdef" > .npmrc',
    'COPY package*.json ./',
    'RUN npm ci',
    'COPY . .',
    'RUN npm run build',
    'EXPOSE 3000',
    'CMD ["npm", "start"]',
    '',
  ].join('\n'),
}

/** Without what is to be whole: the texts of files. */
const withoutFiles = (json: string): string =>
  JSON.stringify(JSON.parse(json), (key, value: unknown) =>
    (key === 'before' || key === 'after') && typeof value === 'string' && value.includes('FROM ')
      ? undefined
      : value,
  )
const withoutDiffs = (text: string): string =>
  text.replace(/^[-+ ][^\n]*\n/gm, (line) => (line.startsWith('  ') ? line : ''))
const leaked = (text: string): readonly string[] =>
  secrets.filter((secret) => text.includes(secret))

describe('secrets of ENV, ARG and evidence', () => {
  it('are shortened in the words of a report, not in its diff', async () => {
    const { stdout, stderr } = await runHere(['-d'], {
      cwd: folderWith(service),
      migrateAll: migrateHere,
    })
    expect(stdout).toContain('\n+ENV DB_PASSWORD=hunter2-of-the-database NODE_ENV=staging\n')
    expect(stdout).toContain('"start":"DB_PASSWORD=hu… node dist/server.js"')
    expect(stdout).toContain('Env.NPM_TOKEN: "np…" -> none')
    expect(leaked(withoutDiffs(stdout) + stderr)).toEqual([])
  })

  it('are shortened in JSON, but for the texts of files', async () => {
    const cwd = folderWith(service)
    const { stdout } = await runHere(['--format', 'json'], { cwd, migrateAll: migrateHere })
    const [file] = jsonReport.parse(JSON.parse(stdout)).files
    expect(file).toMatchObject({ before: service.Dockerfile })
    expect(leaked(withoutFiles(stdout))).toEqual([])
  })

  it('are shortened where a file is refused', async () => {
    const cwd = folderWith({
      ...service,
      Dockerfile: `${service.Dockerfile}ONBUILD ENV DB_PASSWORD=hunter2-of-the-database\n`,
    })
    const pretty = await runHere(['-d'], { cwd, migrateAll: migrateHere })
    const json = await runHere(['--format', 'json'], { cwd, migrateAll: migrateHere })
    expect(pretty.stdout).toContain('refused')
    expect(leaked(pretty.stdout + pretty.stderr + json.stdout)).toEqual([])
  })

  it('are shortened in the bodies of pull requests, not in their patches', async () => {
    const host = gitFolder()
    const clone = gitFolder()
    onTestFinished(host.remove)
    onTestFinished(clone.remove)
    host.commit(service)
    clone.git('remote', 'add', 'origin', host.folder)
    const env = Object.fromEntries(
      Object.entries(gitEnvironment).filter(([name]) => !/TOKEN|GITEA|GITHUB|GITLAB/.test(name)),
    ) as Record<string, string>
    const out = folderWith({})
    const argv = ['pr', '--push-only', '--dry-run', '-o', out]
    const ran = await runHere(argv, { cwd: clone.folder, env, migrateAll: migrateHere })
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' })
    const textOf = (end: string): string =>
      files
        .filter((name) => name.endsWith(end))
        .map((name) => readFileSync(join(out, name), 'utf8'))
        .join('')
    expect(textOf('.md')).toContain('ENV DB_PASSWORD=hu… NODE_ENV=staging')
    expect(leaked(textOf('.md') + ran.stdout + ran.stderr)).toEqual([])
    expect(textOf('.patch')).toContain(
      '+ENV DB_PASSWORD=hunter2-of-the-database NODE_ENV=staging\n',
    )
  })

  it('are shortened in what builds and containers said', () => {
    const line =
      'connect postgres://app:pass-of-compose-1@db failed: npm_0123456789abcdef, hunter2-of-the-database'
    const verification = endedEarly('build-broken', `It says: ${line}`, {
      differences: [{ code: 'config', message: line }],
      notes: [{ code: 'x', message: line }],
      failure: {
        message: line,
        instruction: { line: 3, text: 'ENV DB_PASSWORD=hunter2-of-the-database' },
        origin: undefined,
        log: [line],
      },
    })
    const report = {
      path: 'Dockerfile',
      context: '.',
      result: migratedFrom(service.Dockerfile),
      verification,
    }
    const hidden = hideSecrets(report, service.Dockerfile, ['pass-of-compose-1'])
    const found = hidden.verification ?? verification
    const look = { color: false, terminal: false }
    const texts = [
      verificationReport('Dockerfile', found, look),
      markdownDetails([{ path: 'Dockerfile', verification: found }]),
      withoutFiles(jsonEntry(hidden)),
    ]
    expect(leaked(texts.join(''))).toEqual([])
    expect(texts[0]).toContain('ENV DB_PASSWORD=hu…')
  })
})
