import { expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject } from '../memory-project.ts'

const files = {
  'package.json': '{"dependencies":{"express":"4"},"scripts":{"build":"tsc"}}',
  'package-lock.json': '{"lockfileVersion":3,"packages":{}}',
  'server.js': 'require("express")().listen(3000)\n',
  'go.mod': 'module a.b/c\n\ngo 1.22\n',
  'main.go': 'package main\n\nfunc main() { println("x") }\n',
  'composer.json': '{"require":{"monolog/monolog":"3"}}',
  'composer.lock': '{"packages":[]}',
  'public/index.php': '<?php echo 1;',
}
const starts = {
  node: (start: string) => `FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD ${start}\n`,
  go: (start: string) =>
    `FROM golang:1.22\nWORKDIR /app\nCOPY . .\nRUN go build -o server .\nCMD ${start}\n`,
  php: (start: string) =>
    `FROM php:8.2-apache\nCOPY --from=composer:2 /usr/bin/composer /usr/bin/composer\nWORKDIR /var/www/html\nCOPY . .\nRUN composer install --no-dev\nCMD ${start}\n`,
}

function refusal(source: string, more: Readonly<Record<string, string>> = {}): string {
  const project = memoryProject({ ...files, ...more, Dockerfile: source })
  const outcome = migrate(source, project, { ecosystems, rules })
  return outcome.outcome === 'migrated' ? 'migrated' : `${outcome.code}: ${outcome.reason}`
}

test.each([
  ['node', 'npm install && node server.js', 'npm install'],
  ['node', 'yarn && node server.js', 'yarn'],
  ['node', 'composer install && node server.js', 'composer install'],
  ['go', 'npm ci && ./server', 'npm ci'],
  ['php', 'composer install && apache2-foreground', 'composer install'],
  ['php', 'npm i && apache2-foreground', 'npm i'],
] as const)('%s: `%s` installs at start', (ecosystem, start, install) => {
  expect(refusal(starts[ecosystem](start))).toMatch(
    new RegExp(
      `^installs-at-start: Line \\d installs the packages when the container starts \\(\`${install}\`\\)`,
    ),
  )
})

test.each([
  ['node', 'jest', 'test-image: Line 5 runs jest: tests need'],
  ['go', 'go test ./...', 'test-image: Line 5 runs the tests: tests need'],
  ['php', 'vendor/bin/phpunit', 'test-image: Line 6 runs the tests (phpunit): tests need'],
  ['node', 'nodemon server.js', 'development-image: Line 5 starts nodemon, a development server.'],
  ['go', 'air', 'development-image: Line 5 starts air, which rebuilds'],
  ['go', 'sleep infinity', 'development-image: Line 5 starts `sleep infinity`'],
] as const)('%s: `%s` says what the image is for', (ecosystem, start, reason) => {
  expect(refusal(starts[ecosystem](start))).toContain(reason)
})

test.each([
  ['node', 'node server.js', 'npm install'],
  ['go', './server', 'go test ./...'],
  ['php', 'apache2-foreground', 'composer install'],
] as const)(
  '%s: a compose service that needs the tools of the build',
  (ecosystem, start, other) => {
    const service = (volumes: string) =>
      `services:\n  web:\n    build: .\n    command: ${other}\n${volumes}`
    const source = starts[ecosystem](start)
    const folder = ecosystem === 'php' ? '/var/www/html' : '/app'
    expect(refusal(source, { 'compose.yml': service('') })).toBe(
      `compose-overrides-start: compose.yml:2 runs \`${other}\` in this image, which needs the tools and the sources of its build. Give the development setup a Dockerfile or a target of its own.`,
    )
    expect(
      refusal(source, { 'compose.yml': service(`    volumes:\n      - .:${folder}\n`) }),
    ).toMatch(/^compose-mounts-source: compose.yml:2 mounts the sources over/)
  },
)
