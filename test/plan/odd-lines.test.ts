import { describe, expect, test } from 'vitest'
import { factsOfText } from '../../src/facts/facts.ts'
import { migrate } from '../../src/migrate.ts'
import { refuseMixedLibraries } from '../../src/plan/refusals/mixed-libraries.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject, type Files } from '../memory-project.ts'

// Kinds of files that mutated ones led to: each has a right answer, and none is a promise that was broken.

const goFiles = {
  'go.mod': 'module example.com/app\n\ngo 1.22\n',
  'main.go': 'package main\n\nfunc main() {}\n',
}
const nodeFiles = {
  'package.json': JSON.stringify({
    scripts: { build: 'tsc' },
    devDependencies: { typescript: '5' },
  }),
  'package-lock.json': '{}',
  'tsconfig.json': JSON.stringify({ compilerOptions: { outDir: 'dist', rootDir: 'src' } }),
  'src/server.ts': 'console.log(1)\n',
}
const siteFiles = {
  'package.json': JSON.stringify({ dependencies: { serve: '14' } }),
  'build/index.html': '<p>hello</p>\n',
}
const goBuild = 'WORKDIR /app\nCOPY . .\nRUN CGO_ENABLED=0 go build -o server .\n'

/** The new text; of a file that stays as it is, its code and its reason. */
function answer(source: string, files: Files = goFiles): string {
  const outcome = migrate(source, memoryProject(files), { ecosystems, rules })
  return outcome.outcome === 'migrated' ? outcome.after : `${outcome.code}: ${outcome.reason}`
}

describe('comments', () => {
  test('inside of a line of which a rule drops the part above', () => {
    const text = answer(
      `FROM golang:1.22-alpine\n${goBuild}RUN apk \\\n# the lists\n  update && apk add bash\nCMD ["./server"]\n`,
    )
    expect(text).toContain('# the lists\nRUN apk add --no-cache bash\n')
  })

  test('above a start command that another image replaces', () => {
    const start =
      'COPY build build\n# on every address\nCMD ["npx", "serve", "-s", "build", "-l", "3000"]\n'
    expect(answer(`FROM node:22\n${start}`, siteFiles)).toMatch(
      /# on every address\n(#.*\n)?FROM nginx/,
    )
  })

  test('one that would be a parser directive on top of the file', () => {
    const start =
      'COPY build build\n# check=skip=all\nCMD ["npx", "serve", "-s", "build", "-l", "3000"]\n'
    expect(answer(`FROM node:22\n${start}`, siteFiles)).toMatch(
      /^(#.*\n)?FROM nginx[^]*\n# check=skip=all\n/,
    )
  })

  test('below the last word of a file that ends in a continued line', () => {
    const text = answer(
      `FROM golang:1.22\nCMD ["./server"]\n${goBuild}RUN echo built \\\n  # and no more\n`,
    )
    expect(text).toMatch(/\n *# and no more\n/)
    expect(text).toMatch(/\nRUN echo built\n/)
    const twice = answer(`FROM golang:1.22\nCMD ["./server"]\n${goBuild}RUN echo built \\\n \\\n`)
    expect(twice).toMatch(/\nRUN echo built\n/)
  })
})

describe('names of stages', () => {
  test.each([
    ['COPY --from=builder /etc/mime.types /etc/', 'build'],
    ['RUN --mount=from=builder,target=/x true', 'build'],
    ['COPY --from=build /a /b\nCOPY --from=builder /etc/mime.types /etc/', 'build-2'],
  ])('one that the author takes for an image: %j', (line, name) => {
    expect(answer(`FROM golang:1.22\n${line}\n${goBuild}CMD ["./server"]\n`)).toContain(
      `COPY --from=${name} /app/server`,
    )
  })

  test('a number stays where two stages have the name', () => {
    const twice =
      'FROM node:22 AS a\nRUN touch /x\nFROM node:22 AS a\nCOPY --from=0 /x /x\nCMD ["node"]\n'
    expect(answer(twice, {})).not.toContain('--from=a')
  })
})

describe('what the base image says', () => {
  test('a WORKDIR of a variable that nobody sets', () => {
    const text = answer(`FROM golang:1.22\n${goBuild}WORKDIR $HOME\nCMD ["./server"]\n`)
    expect(text).toMatch(/AS runtime\n[^]*WORKDIR \/app\n/)
  })

  test('signal and ports of an image of another language', () => {
    const text = answer(`FROM php:8.3-fpm-alpine\n${goBuild}ENTRYPOINT ["./server"]\n`)
    expect(text).toContain('STOPSIGNAL SIGQUIT\nEXPOSE 9000/tcp\n')
  })

  test.each([
    'ENV PORT=$X/y\nEXPOSE $PORT',
    'VOLUME $DATA',
    'VOLUME ["/a", "${DATA}"]',
    'STOPSIGNAL $SIGNAL',
  ])('%s, and nobody sets it: BuildKit refuses the file', (line) => {
    expect(answer(`FROM golang:1.22\n${line}\n${goBuild}CMD ["./server"]\n`)).toMatch(
      /^invalid-dockerfile: /,
    )
  })

  test.each(['ENV DATA=/data', 'ARG DATA=/data', 'ARG DATA'])('%s sets it', (line) => {
    expect(
      answer(`FROM golang:1.22\n${line}\nVOLUME $DATA\n${goBuild}CMD ["./server"]\n`),
    ).toContain('AS runtime')
  })
})

describe('what is not there today', () => {
  const node = (start: string) =>
    answer(`FROM node:22\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\n${start}\n`, nodeFiles)

  test.each([
    [
      'ENTRYPOINT ["./run"]',
      'missing-start-file: Line 5 starts /app/run, which no COPY brings and no RUN is seen to make.',
    ],
    [
      'COPY . .\nRUN npm run build\nHEALTHCHECK CMD ./health.sh\nCMD ["node", "dist/server.js"]',
      'missing-start-file: Line 7 starts /app/health.sh, which no COPY brings and no RUN is seen to make.',
    ],
    [
      "COPY . .\nRUN npm run build\nCMD ['node', 'dist/server.js']",
      'unknown-start-command: Line 7 is no JSON array, so that a shell takes its "[" for a program. Write its words in double quotes, with commas between them.',
    ],
  ])('%j', (start, expected) => {
    expect(node(start)).toBe(expected)
  })

  test.each([
    ['{\n  "scripts": {}\n  "name": "a"\n}', 'line 3: expected `,` or `}` but found `string`'],
    ['{\n<<<<<<< HEAD\n}', 'line 2: encountered diff marker'],
    ['[]', 'it holds no object'],
    ['['.repeat(50_000), 'it is nested too deeply'],
  ])('a package.json that can’t be read: %.20j', (manifest, why) => {
    const files = { ...nodeFiles, 'package.json': manifest }
    const build = 'WORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\n'
    for (const start of ['CMD ["node", "dist/server.js"]', 'CMD ["npm", "start"]'])
      expect(answer(`FROM node:22\n${build}${start}\n`, files)).toContain(
        `package.json can't be read: ${why}.`,
      )
  })

  test('one of several sources', () => {
    const text =
      'COPY package.json other.json src* lib* ./\nRUN npm run build\nCMD ["node", "dist/server.js"]'
    expect(node(text)).toBe(
      'missing-copy-source: Line 5 copies other.json, which is not in the build context.',
    )
  })

  test('a script that npm has a default for', () => {
    expect(node('COPY . .\nCMD ["npm", "start"]')).toContain(
      'package.json has no script "start", and no server.js, which npm starts then, is in the build context.',
    )
  })

  test('packages of composer, in an image without PHP', () => {
    const site =
      'FROM node:22\nCOPY build build\nRUN composer install\nCMD ["npx", "serve", "-s", "build", "-l", "3000"]\n'
    expect(answer(site, { ...siteFiles, 'composer.json': '{}' })).not.toContain('promise-')
  })
})

test('stages of the author that mix C libraries', () => {
  const mixed = (last: string) =>
    answer(
      `FROM golang:1.22 AS b\nCOPY . .\nRUN apt-get update && apt-get install -y git\nRUN go build -o /a .\nFROM ${last}\nCOPY --from=b /a /a\nCMD ["/a"]\n`,
    )
  expect(mixed('alpine:3.20')).toBe(
    'mixed-c-libraries: Line 6 copies from golang:1.22 into alpine:3.20, which has another C library.',
  )
  expect(mixed('debian:bookworm-slim')).not.toContain('mixed-c-libraries')
})

test('what a build of JavaScript makes is linked against no C library', () => {
  const mixed = (source: string, base = 'php:8.2-apache', build = 'npm run build') => {
    const facts = factsOfText(
      `FROM node:20-alpine AS assets\nWORKDIR /app\nCOPY . .\nRUN npm ci && ${build}\nFROM ${base}\nCOPY --from=assets ${source} ${source}\n`,
      memoryProject({ 'package.json': '{}' }),
    )
    return facts !== undefined && refuseMixedLibraries(facts) !== undefined
  }
  expect(mixed('/app/public/build')).toBe(false)
  expect(mixed('/app/public/build', 'python:3.12-slim')).toBe(false)
  expect(mixed('/app')).toBe(true)
  expect(mixed('/app/node_modules')).toBe(true)
  expect(mixed('/usr/local/bin/node')).toBe(true)
  expect(mixed('/app/out/tool', 'debian:12', 'npx pkg . --output out/tool')).toBe(true)
  expect(mixed('/app/server', 'node:20-slim')).toBe(true)
})
