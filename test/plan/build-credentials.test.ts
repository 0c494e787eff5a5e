import { describe, expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject } from '../memory-project.ts'

type Files = Readonly<Record<string, string>>

const node: Files = {
  'package.json':
    '{"dependencies":{"slugify":"1"},"devDependencies":{"typescript":"5"},"scripts":{"build":"tsc"}}',
  'package-lock.json': '{"lockfileVersion":3,"packages":{}}',
  'tsconfig.json': '{"compilerOptions":{"outDir":"dist","rootDir":"src"}}',
  'src/index.ts': 'import slug from "slugify"\nconsole.log(slug("a b"))\n',
  '.dockerignore': 'node_modules\n',
}
const site: Files = {
  ...node,
  'package.json': '{"dependencies":{"vite":"5"},"scripts":{"build":"vite build"}}',
}
const go: Files = {
  'go.mod': 'module a.b/c\n\ngo 1.22\n',
  'main.go': 'package main\n\nfunc main() { println("x") }\n',
}
const php: Files = {
  'composer.json': '{"require":{"monolog/monolog":"3"}}',
  'composer.lock': '{"packages":[]}',
  'public/index.php': '<?php echo 1;',
  'auth.json': '{}',
  id_rsa: 'not a key',
}

/** A file of each ecosystem, with these lines above its build. */
const files: readonly (readonly [string, (lines: string) => string, Files])[] = [
  [
    'node',
    (lines) =>
      `FROM node:20\nWORKDIR /app\n${lines}\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build\nCMD ["node", "dist/index.js"]\n`,
    node,
  ],
  [
    'go',
    (lines) =>
      `FROM golang:1.22\nWORKDIR /app\n${lines}\nCOPY . .\nRUN go build -o /server .\nCMD ["/server"]\n`,
    go,
  ],
  [
    'php',
    (lines) =>
      `FROM php:8.2-apache\nRUN apt-get update && apt-get install -y git unzip\nCOPY --from=composer:2 /usr/bin/composer /usr/bin/composer\n${lines}\nCOPY . .\nRUN composer install --no-dev\n`,
    php,
  ],
  [
    'a site',
    (lines) =>
      `FROM node:20\nWORKDIR /app\n${lines}\nCOPY . .\nRUN npm ci && npm run build\nRUN npm i -g serve\nCMD ["serve", "-s", "dist", "-l", "3000"]\n`,
    site,
  ],
]

const written = [
  'ARG NPM_TOKEN\nRUN echo "//r.example/:_authToken=$NPM_TOKEN" > .npmrc',
  'ARG NPM_TOKEN\nRUN echo "//r.example/:_authToken=$NPM_TOKEN" | tee ~/.npmrc',
  'ARG GH_TOKEN\nRUN echo "machine github.com login x password $GH_TOKEN" > ~/.netrc && chmod 600 ~/.netrc',
  'ARG GH_TOKEN\nRUN printf "machine github.com login x password %s" "$GH_TOKEN" > /root/.netrc',
  'ARG GH_TOKEN\nENV GOPRIVATE=github.com/acme\nRUN git config --global url."https://$GH_TOKEN@github.com/".insteadOf "https://github.com/"',
]
const told = [
  'ARG GITHUB_TOKEN',
  'ENV NPM_TOKEN=abc',
  'ARG NPM_TOKEN\nENV NPM_TOKEN=$NPM_TOKEN',
  'ENV PORT=80 \\\n    NPM_TOKEN=abc',
  'ENV NPM_TOKEN=abc \\\n    PORT=80',
]

function split(text: string, context: Files) {
  const outcome = migrate(text, memoryProject({ ...context, Dockerfile: text }), {
    ecosystems,
    rules,
    only: ['split-stages'],
  })
  if (outcome.outcome !== 'migrated') throw new Error(outcome.reason)
  const [builder = '', runtime = ''] = outcome.after.split(/\n(?=FROM [^\n]* AS runtime)/)
  return { builder, runtime, change: outcome.changes[0] }
}

describe.each(files)('%s', (_, file, context) => {
  test.each([...told, ...written])('%j stays in the builder', (lines) => {
    const { builder, runtime } = split(file(lines), context)
    expect(builder).toContain(lines)
    expect(runtime).not.toMatch(/TOKEN|npmrc|netrc/)
    if (lines.includes('PORT') && context !== site) expect(runtime).toContain('\nENV PORT=80\n')
  })

  test('a token that the program may read is the author’s', () => {
    const reader = { 'src/bot.js': 'export const token = process.env.GITHUB_TOKEN\n' }
    const { runtime } = split(file('ENV GITHUB_TOKEN=abc'), { ...context, ...reader })
    if (context !== site) expect(runtime).toContain('ENV GITHUB_TOKEN=abc')
  })
})

describe('files of credentials', () => {
  const [, , [, file]] = files as [(typeof files)[0], (typeof files)[0], (typeof files)[0]]
  test.each([
    'COPY auth.json /root/.composer/auth.json',
    'COPY id_rsa /root/.ssh/id_rsa',
    'RUN composer config -g github-oauth.github.com abc',
  ])('%s is for the build', (line) => {
    const { builder, runtime } = split(file(line), php)
    expect(builder).toContain(line)
    expect(runtime).not.toMatch(/auth/)
    expect(runtime).not.toContain('id_rsa')
  })

  test('what is told of them', () => {
    expect(split(file('COPY id_rsa /root/.ssh/id_rsa'), php).change).toMatchObject({
      risk: 'review',
      assumption: 'id_rsa is for the build alone: no source of the project names it.',
    })
  })

  test('a key that a source names stays', () => {
    const named = { ...php, 'src/Upload.php': '<?php $key = "/root/.ssh/id_rsa";' }
    expect(split(file('COPY id_rsa /root/.ssh/id_rsa'), named).runtime).toContain('id_rsa')
  })
})
