import { describe, expect, test } from 'vitest'
import type { Behaviour } from '../../src/transform.ts'
import { migrate } from '../../src/migrate.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject, type Files } from '../memory-project.ts'
import { harmless } from './apply-rule.ts'
import { linesFor } from './ignore-file-lines.ts'

const manifests = { 'package.json': '{}', 'package-lock.json': '{}', 'src/index.js': '' }
const built = `FROM node:20 AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:20-slim
WORKDIR /app
COPY --from=builder /app/dist ./dist
CMD ["node", "dist/index.js"]
`
const interpreted = `FROM node:20 AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci

FROM node:20-slim
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY . .
CMD ["node", "src/index.js"]
`
const composer = `FROM php:8.3-apache
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . .
RUN composer install
`
const go = `FROM golang:1.22
WORKDIR /app
COPY . .
RUN go build -o /api .
CMD ["/api"]
`

describe('packages that a stage has no use for', () => {
  const php = `FROM node:20 AS assets
WORKDIR /app
COPY . .
RUN npm ci && npm run build

FROM php:8.3-apache
COPY . .
COPY --from=assets /app/public/build ./public/build
`
  const files = { ...manifests, 'index.php': '<?php', '.gitignore': '/node_modules\n' }
  test('stay out of it, in a folder of their own, too', () => {
    expect(linesFor(php, files)).toContain('node_modules')
    const below = php.replace('COPY . .\nRUN', 'COPY web .\nRUN')
    expect(
      linesFor(below, {
        'web/package.json': '{}',
        'web/.gitignore': 'node_modules\n',
        'index.php': '',
      }),
    ).toContain('web/node_modules')
  })
  test.each<[string, string, Files]>([
    ['git brings them', php, { '.gitignore': '' }],
    ['a page names them', php, { 'index.php': '<script src="/node_modules/a/a.js"></script>' }],
    ['a module for browsers names them', php, { 'public/a.js': "import '/node_modules/a/a.js'" }],
    ['Node is installed there', `${php}RUN apt-get update && apt-get install -y nodejs\n`, {}],
    ['the image has Node', php.replace('php:8.3-apache', 'node:20-slim'), {}],
  ])('come along where %s', (_name, text, more) => {
    expect(linesFor(text, { ...files, 'node_modules/a/a.js': '', ...more }) ?? []).not.toContain(
      'node_modules',
    )
  })
})

describe('a new .dockerignore', () => {
  test('has what the build makes and what no image needs', () => {
    const files = {
      ...manifests,
      '.gitignore': 'node_modules\ndist/\n*.log\nnpm-debug.log*\ncoverage\n',
    }
    expect(linesFor(built, { ...files, 'docker-compose.yml': '' })).toEqual([
      'node_modules',
      'dist',
      '.git',
      '.dockerignore',
      'Dockerfile',
      'docker-compose.yml',
      'coverage',
      '*.log',
    ])
  })

  test('packages that another stage brings', () => {
    expect(linesFor(interpreted, manifests)).toContain('node_modules')
  })

  test('Composer packages, and never those that Go modules are vendored to', () => {
    expect(linesFor(composer, { 'composer.json': '{}', 'index.php': '' })).toContain('vendor')
    expect(linesFor(go, { 'main.go': '', 'vendor/modules.txt': '' })).toEqual([
      '.git',
      '.dockerignore',
      'Dockerfile',
    ])
  })

  test('packages of workspaces', () => {
    const files = { ...manifests, 'package.json': '{ "workspaces": ["packages/*"] }' }
    expect(linesFor(interpreted, files)).toContain('node_modules')
    expect(linesFor(interpreted, { ...files, '.gitignore': 'node_modules/\n' })).toContain(
      '**/node_modules',
    )
  })

  test('several files that begin alike are one line', () => {
    const files = { 'compose.yml': '', 'docker-compose.yml': '', 'docker-compose.prod.yml': '' }
    expect(linesFor(go, files)).toEqual([
      '.git',
      '.dockerignore',
      'Dockerfile',
      'docker-compose*',
      'compose.yml',
    ])
  })

  test('a folder of the context alone', () => {
    const source = 'FROM node:20\nWORKDIR /app\nCOPY web ./\nRUN npm install\nRUN npm start\n'
    expect(linesFor(source, { 'web/package.json': '{}' })).toEqual(['web/node_modules'])
    expect(linesFor(source.replace('COPY web', 'COPY web/*.js'), {})).toBeUndefined()
  })
})

describe('what stays in the context', () => {
  test.each<[string, string, Files]>([
    ['no install fills them', interpreted.replace('RUN npm ci', 'RUN npm --version'), {}],
    ['they are in the clone', interpreted, { 'node_modules/a/index.js': '' }],
    ['a COPY names one', `${interpreted}COPY node_modules/a /b\n`, {}],
    ['a bind mount brings them', `${interpreted}RUN --mount=type=bind,target=/x true\n`, {}],
    ['another stage has them from the context', `${interpreted}\nFROM nginx\nCOPY . /srv\n`, {}],
    [
      'git makes an exception',
      interpreted,
      { '.gitignore': 'node_modules/*\n!node_modules/a\n', 'node_modules/a/x.js': '' },
    ],
    [
      'another Dockerfile needs them',
      interpreted,
      { 'Dockerfile.web': 'FROM nginx\nCOPY . /srv\n' },
    ],
  ])('node_modules: %s', (_, source, files) => {
    const lines = linesFor(source, { ...manifests, ...files })
    expect(lines).not.toContain('node_modules')
    expect(lines).toContain('.git')
  })

  test('node_modules that an install of the machine has left are not the clone’s', () => {
    const files = { ...manifests, 'node_modules/.package-lock.json': '{}' }
    expect(linesFor(interpreted, files)).toContain('node_modules')
  })

  test.each<[string, string, Files]>([
    ['it is in the clone', built, { 'dist/index.js': '' }],
    ['nothing builds', built.replace('npm run build', 'npm test'), { '.gitignore': 'dist' }],
    ['another Dockerfile copies it', built, { 'Dockerfile.web': 'FROM nginx\nCOPY dist /srv\n' }],
  ])('dist: %s', (_, source, files) => {
    expect(linesFor(source, { ...manifests, ...files })).not.toContain('dist')
  })

  test.each<[string, string, Files, Behaviour?]>([
    ['a RUN', go.replace('go build', 'git describe > v && go build'), {}],
    ['a value', go.replace('go build', 'V=$(git describe) && go build'), {}],
    ['a word', go.replace('go build', 'go build -ldflags "-X main.v=$(git describe)"'), {}],
    ['a Makefile', go, { Makefile: 'V = $(shell git describe)\n' }],
    ['a package script', interpreted, { 'package.json': '{ "scripts": { "x": "git log" } }' }],
    ['the program', go, { 'main.go': 'debug.ReadBuildInfo()' }],
    ...['nextra', 'vuepress', '@vuepress/plugin-git', 'docus', 'unplugin-info'].map(
      (name): [string, string, Files] => [
        name,
        interpreted,
        { 'package.json': `{ "dependencies": { "${name}": "2.0.0" } }` },
      ],
    ),
    [
      'a date of Eleventy',
      interpreted,
      {
        'package.json': '{ "devDependencies": { "@11ty/eleventy": "2.0.1" } }',
        'posts/first.md': '---\ndate: git Last Modified\n---\n',
      },
    ],
    ['Hugo', interpreted, { 'hugo.toml': 'enableGitInfo = true\n' }],
    ['a build of GoReleaser', go.replace('go build', 'goreleaser build'), {}],
    [
      'the version of the root package',
      interpreted,
      { 'version.php': '<?php InstalledVersions::getRootPackage()["reference"];' },
    ],
    [
      'the version by the own name',
      interpreted,
      {
        'composer.json': '{ "name": "acme/shop" }',
        'version.php': '<?php InstalledVersions::getPrettyVersion("acme/shop");',
      },
    ],
    [
      'a program that it starts',
      go,
      {},
      {
        ...harmless,
        programs: [{ name: 'git', evidence: { path: 'a', line: 1, text: '' } }],
      },
    ],
  ])('.git: %s asks it', (_, source, files, behaviour) => {
    expect(linesFor(source, { ...manifests, ...files }, behaviour) ?? []).not.toContain('.git')
  })

  test('.git may be named by what brings other sources, and by a manifest', () => {
    const repository = '{ "repository": { "type": "git", "url": "git@example.com:a/b.git" } }'
    const source = interpreted.replace('RUN npm ci', 'RUN git clone https://a/b.git /b && npm ci')
    expect(linesFor(source, { ...manifests, 'package.json': repository })).toContain('.git')
  })

  test('.git is not asked for the version of another package', () => {
    const files = {
      ...manifests,
      'composer.json': '{ "name": "acme/shop" }',
      'version.php': '<?php InstalledVersions::getPrettyVersion("acme/mail");',
    }
    expect(linesFor(interpreted, files)).toContain('.git')
  })

  test('.env goes where git leaves it out and nothing reads it', () => {
    const ignored = { '.gitignore': '.env*\n!.env.example\n' }
    expect(linesFor(go, ignored)).toContain('.env')
    expect(linesFor(go, {})).not.toContain('.env')
    expect(linesFor(go, { ...ignored, 'go.mod': '', 'main.go': 'godotenv.Load()' })).not.toContain(
      '.env',
    )
    const vite = { 'package.json': '{ "devDependencies": { "vite": "5" } }' }
    expect(linesFor(built, { ...ignored, ...vite })).not.toContain('.env')
    const environment = { 'src/index.js': 'listen(process.env.PORT)' }
    expect(linesFor(built, { ...ignored, ...manifests, ...environment })).toContain('.env')
  })

  test('the Dockerfile, where something reads it', () => {
    expect(linesFor(go, { 'main.go': 'os.ReadFile("Dockerfile")' })).toEqual(['.git'])
  })
})

describe('an ignore file that is there', () => {
  const ignored = (text: string) => linesFor(interpreted, { ...manifests, '.dockerignore': text })

  test('gets what has weight, at its end', () => {
    expect(ignored('# mine\ntmp\n')).toEqual(['tmp', 'node_modules'])
    expect(ignored('tmp')).toEqual(['tmp', 'node_modules'])
    expect(ignored('tmp\r\n')).toEqual(['tmp\r', 'node_modules\r'])
    const git = { ...manifests, '.dockerignore': 'node_modules\n', '.git/HEAD': '' }
    expect(linesFor(interpreted, git)).toEqual(['node_modules', '.git'])
  })

  test.each(['node_modules', '/node_modules/', '**/node_modules', 'node_modules/*', '*\n!src'])(
    '%s is enough',
    (text) => {
      expect(ignored(text)).toBeUndefined()
    },
  )

  test('exceptions stay right', () => {
    expect(ignored('tmp\n!node_modules/a\n')).toBeUndefined()
    expect(ignored('node_modules\n!node_modules\n')).toBeUndefined()
  })

  test('one of the Dockerfile’s own is the one in force', () => {
    const files = { 'Dockerfile.dockerignore': 'tmp\n', '.dockerignore': 'node_modules\n' }
    expect(linesFor(interpreted, { ...manifests, ...files })).toEqual(['tmp', 'node_modules'])
    expect(
      linesFor(interpreted, {
        ...manifests,
        'Dockerfile.web': 'FROM nginx\nCOPY . /srv\n',
        'Dockerfile.web.dockerignore': '',
      }),
    ).toContain('node_modules')
  })
})

describe('several Dockerfiles', () => {
  const files = { ...manifests, Dockerfile: interpreted, 'Dockerfile.prod': interpreted }

  test('the first of them has the say', () => {
    expect(linesFor(interpreted, files)).toContain('Dockerfile*')
    expect(linesFor(interpreted, files, harmless, 'Dockerfile.prod')).toBeUndefined()
  })

  test('each with a context of its own has its own', () => {
    const apart = { ...files, 'web/Dockerfile': 'FROM nginx\nCOPY package.json /srv\n' }
    expect(linesFor(interpreted, { ...apart, 'web/package.json': '' })).toContain('node_modules')
    const whole = apart['web/Dockerfile'].replace('package.json', 'package.json .')
    expect(linesFor(interpreted, { ...apart, 'web/Dockerfile': whole })).not.toContain(
      'node_modules',
    )
  })

  test('a compose file says which context it is', () => {
    const apart = {
      ...files,
      'web/Dockerfile': 'FROM nginx\nCOPY . /srv\n',
      'compose.yml': 'services:\n  web:\n    build: { context: ., dockerfile: web/Dockerfile }\n',
    }
    expect(linesFor(interpreted, apart)).not.toContain('node_modules')
    expect(linesFor(interpreted, { ...apart, 'compose.yml': '' })).toContain('node_modules')
  })
})

describe('a Dockerfile that stays as it is', () => {
  const alone = (source: string, files: Files = {}) => {
    const project = memoryProject({ 'index.php': '<?php echo 1;', Dockerfile: source, ...files })
    return migrate(source, project, { ecosystems, rules, only: ['docker-ignore'] })
  }

  test.each([
    'FROM php:8.2-apache\nCOPY . /var/www/html\n',
    'FROM php:8.2-apache\nCOPY . .\n',
    'FROM nginx\nCOPY . /usr/share/nginx/html\n',
    'FROM httpd:2.4\nCOPY . /usr/local/apache2/htdocs/\n',
    'FROM nginx AS base\nCOPY ./ /usr/share/nginx/html/\nFROM base\n',
    'FROM php:8.2-cli\nWORKDIR /app\nCOPY . .\nCMD ["php", "-S", "0.0.0.0:80"]\n',
  ])('gets an ignore file where a web server would hand out more than it should: %j', (source) => {
    const outcome = alone(source)
    expect(outcome).toMatchObject({ outcome: 'migrated', after: source, replaced: [] })
    if (outcome.outcome !== 'migrated') return
    expect(outcome.otherFiles).toMatchObject([
      { path: '.dockerignore', after: '# No part of the image\n.git\n.dockerignore\nDockerfile\n' },
    ])
    expect(outcome.stays.at(-1)).toBe('The Dockerfile itself stays as it is.')
    expect(outcome.changes[0]?.why).toMatch(
      /^The web server would give `.git` and `Dockerfile` to whoever asks\. /,
    )
  })

  test.each([
    'FROM php:8.2-cli\nCOPY . /app\nCMD ["php", "/app/index.php"]\n',
    'FROM php:8.2-apache\nCOPY index.php /var/www/html/\n',
    'FROM php:8.2-apache\nENV APACHE_DOCUMENT_ROOT=/srv/public\nCOPY . /srv\n',
    'FROM php:8.2-apache\nCOPY . /srv\n',
  ])('gets none for that where nobody serves that folder: %j', (source) => {
    const text = JSON.stringify(alone(source))
    expect(text).not.toMatch(/web server|Dockerfile itself/)
  })

  test('keys go with it, and passwords of the environment', () => {
    const outcome = alone('FROM php:8.2-apache\nCOPY . .\n', {
      id_rsa: 'a key',
      '.env': 'A=1',
      '.gitignore': '.env\n',
    })
    expect(outcome).toMatchObject({
      otherFiles: [{ after: expect.stringContaining('Dockerfile\n.env\nid_rsa\n') as string }],
    })
    const reads = { 'upload.php': '<?php $key = __DIR__ . "/id_rsa";', id_rsa: 'a key' }
    expect(alone('FROM php:8.2-apache\nCOPY . .\n', reads)).toMatchObject({
      otherFiles: [{ after: expect.not.stringContaining('id_rsa') as string }],
    })
  })

  test('an ignore file of the author gets what is served', () => {
    const source = 'FROM php:8.2-apache\nCOPY . .\n'
    expect(alone(source, { '.dockerignore': 'tmp\n' })).toMatchObject({
      otherFiles: [{ after: 'tmp\nDockerfile\n' }],
    })
    expect(alone(source, { '.dockerignore': 'Dockerfile\n' }).outcome).toBe('unchanged')
  })
})
