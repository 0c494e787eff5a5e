import { describe, expect, it } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { codesWithExample, exampleOf } from '../../src/plan/refusals/examples.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { type Files, memoryProject } from '../memory-project.ts'

// What `explain CODE` shows is so: the file as it was is refused for that reason, the mended one is not.

const lock = '{ "name": "x", "lockfileVersion": 3, "packages": {} }'
const goServer =
  'package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe(":8080", nil) }\n'
const server = "require('node:http').createServer((q, a) => a.end('x')).listen(3000)\n"
const nodeContext: Files = {
  'package.json': '{ "scripts": { "start": "node server.js" }, "dependencies": {} }',
  'package-lock.json': lock,
  'server.js': server,
}
const builtContext: Files = {
  'package.json':
    '{ "scripts": { "build": "tsc", "start": "node dist/server.js" }, "devDependencies": { "typescript": "^5", "ts-node": "^10" } }',
  'package-lock.json': lock,
  'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }',
  'src/server.ts': "import { createServer } from 'node:http'\ncreateServer().listen(3000)\n",
}
const siteContext: Files = {
  'package.json':
    '{ "type": "module", "scripts": { "build": "vite build" }, "dependencies": { "serve": "14.2.0" }, "devDependencies": { "vite": "^5.4.11" } }',
  'package-lock.json': lock,
  'index.html': '<!doctype html><script type="module" src="/src/main.js"></script>',
  'src/main.js': 'document.title = "x"\n',
}
const goContext: Files = { 'go.mod': 'module x\n\ngo 1.22\n', 'main.go': goServer }

const goDockerfile =
  'FROM golang:1.22\nWORKDIR /app\nCOPY . .\nRUN go build -o app .\nCMD ["./app"]\n'
const nodeDockerfile =
  'FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD ["node", "server.js"]\n'

/** What stands around an example; its file is put in. */
const contexts: Readonly<Record<string, Files>> = {
  'invalid-dockerfile': nodeContext,
  'build-checks': goContext,
  'unknown-directive': nodeContext,
  'development-image': nodeContext,
  'sources-not-in-context': { 'index.php': '<?php echo 1;\n' },
  'start-needs-dev-dependency': builtContext,
  'production-install-before-build': builtContext,
  'installs-at-start': nodeContext,
  'no-application': { 'bot.php': '<?php echo 1;\n' },
  'manager-at-start': {
    'pyproject.toml':
      '[project]\nname = "shop"\nversion = "1"\ndependencies = ["rich"]\n\n[dependency-groups]\ndev = ["ruff"]\n',
    'uv.lock': 'version = 1\n',
    'app.py': 'print(1)\n',
  },
  'unmovable-packages': {
    'requirements.txt': 'gunicorn==22.0.0\n',
    'shop.py': 'def app(environ, start_response):\n    return []\n',
  },
  'unplaced-command': {
    ...goContext,
    'build.sh': '#!/bin/bash\nsource "$HOME/.ci/env.sh"\n"$BUILDER" --out app\n',
  },
  'no-start-command': goContext,
  'unknown-start-command': goContext,
  'contradicted-start': goContext,
  'missing-start-file': nodeContext,
  'missing-copy-source': goContext,
  onbuild: nodeContext,
  'built-upon': {
    ...builtContext,
    'compose.yaml': 'services:\n  app:\n    build: .\n    image: acme/shop\n',
    Dockerfile:
      'FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\nCMD ["node", "dist/server.js"]\n',
  },
  'unknown-base-image': goContext,
  'compose-mounts-source': { ...goContext, Dockerfile: goDockerfile },
  'compose-overrides-start': {
    ...nodeContext,
    'package.json': '{ "devDependencies": { "eslint": "9.0.0" } }',
    Dockerfile: nodeDockerfile,
  },
  'dev-dependency-imported': {
    ...nodeContext,
    'server.js': `require('slugify')\n${server}`,
    Dockerfile: nodeDockerfile.replace('npm ci', 'npm ci --omit=dev'),
  },
  'server-not-translated': siteContext,
  'unknown-site-folder': siteContext,
  'run-time-configuration': siteContext,
  'health-check-needs-node': { ...siteContext, 'health.js': server },
}

const untried = [
  'not-a-dockerfile',
  'unsupported-syntax',
  'runtime-program-unknown',
  'no-manifest',
  'unknown-build-output',
  'yarn-global-cache',
  'runtime-base-lacks-program',
  'mixed-c-libraries',
  'static-site',
  'added-build-not-shown',
  'proxy-not-translated',
]

function codeFor(file: string, text: string, context: Files): string {
  const files = { ...context, [file]: text }
  const outcome = migrate(files['Dockerfile'] ?? '', memoryProject(files), { ecosystems, rules })
  return outcome.outcome === 'migrated' ? 'migrated' : outcome.code
}

describe('the example of a refusal', () => {
  it.each(Object.entries(contexts))('%s', (code, context) => {
    const example = exampleOf(code)
    if (example === undefined) throw new Error(`${code} has no example`)
    const { file, before, after } = example
    expect(codeFor(file, before, context)).toBe(code)
    expect(codeFor(file, after, context)).toMatch(
      /^(migrated|nothing-to-leave-behind|no-transform)$/,
    )
  })

  it('is tried but for these, which take a project of their own to meet', () => {
    expect(codesWithExample.filter((code) => !(code in contexts))).toEqual(untried)
  })
})
