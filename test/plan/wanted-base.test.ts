import { describe, expect, it } from 'vitest'
import type { ImageName } from '../../src/knowledge/images/image-names.ts'
import { migrate } from '../../src/migrate.ts'
import type { Migrated } from '../../src/plan/outcome.ts'
import { noPreferences } from '../../src/project/config/preferences.ts'
import { withPreferences } from '../../src/project/config/with-preferences.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject, type Files } from '../memory-project.ts'

const go = `FROM golang:1.22
WORKDIR /app
COPY . .
RUN go build -o /app/server .
CMD ["/app/server"]
`
const goFiles = (body: string, imports = ''): Files => ({
  'go.mod': 'module example.com/a\n\ngo 1.22\n',
  'main.go': `package main\n\n${imports}\nfunc main() { ${body} }\n`,
})
const node = `FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm install
COPY . .
RUN npm run build
CMD ["node", "dist/main.js"]
`
const nodeFiles: Files = {
  'package.json':
    '{"scripts":{"build":"tsc"},"dependencies":{"express":"4"},"devDependencies":{"typescript":"5"}}',
  'tsconfig.json': '{"compilerOptions":{"outDir":"dist","rootDir":"src"}}',
  'src/main.ts': "import express from 'express'\nexpress().listen(3000)\n",
}
const site = `FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
CMD ["npx", "serve", "-s", "dist", "-l", "8080"]
`
const siteFiles: Files = {
  'package.json': '{"scripts":{"build":"vite build"},"devDependencies":{"vite":"5","serve":"14"}}',
  'package-lock.json':
    '{"lockfileVersion":3,"packages":{"":{"devDependencies":{"vite":"5","serve":"14"}},"node_modules/vite":{"version":"5.0.0","dev":true},"node_modules/serve":{"version":"14.0.0","dev":true}}}',
  'index.html': '<script type="module" src="/a.js"></script>',
  'a.js': 'console.log(1)\n',
}
const python = `FROM python:3.12-bookworm
WORKDIR /app
COPY requirements.txt ./
RUN pip install -r requirements.txt
COPY . .
CMD ["python", "app.py"]
`
const pythonFiles: Files = { 'requirements.txt': 'flask==3.0.3\n', 'app.py': 'import flask\n' }

function made(
  text: string,
  files: Files,
  runtime: Readonly<Record<string, string>>,
  images: readonly ImageName[] = [],
): Migrated {
  const project = withPreferences(memoryProject({ Dockerfile: text, ...files }), {
    ...noPreferences,
    images,
    runtime: new Map(
      Object.entries(runtime).map(([name, image]) => [
        name,
        { text: image, evidence: { path: 'own.yaml', line: 7, text: image } },
      ]),
    ),
  })
  const outcome = migrate(text, project, { ecosystems, rules })
  if (outcome.outcome !== 'migrated') throw new Error(`${outcome.code}: ${outcome.reason}`)
  return outcome
}

const baseOf = ({ after }: Migrated) => /^FROM (\S+) AS runtime$/m.exec(after)?.[1]

describe('an image that is wanted', () => {
  it.each([
    ['gcr.io/distroless/static-debian12'],
    ['gcr.io/distroless/static-debian13:nonroot'],
    ['gcr.io/distroless/base-debian12'],
    ['alpine:3.20'],
    ['debian:bookworm-slim'],
    ['registry.access.redhat.com/ubi9/ubi-minimal'],
  ])('carries a static binary: %s', (image) => {
    const { after, changes, stays } = made(go, goFiles(''), { go: image, node: 'node:20-slim' })
    expect(after).toContain(`FROM ${image} AS runtime\n`)
    expect(changes[0]?.evidence).toContainEqual({ path: 'own.yaml', line: 7, text: image })
    expect(stays.filter((each) => each.includes('own.yaml'))).toEqual([])
  })

  it('is one that the company has a copy of', () => {
    const images = [
      { from: 'gcr.io/distroless/static-debian12:nonroot', to: 'cgr.dev/acme/static' },
      { from: 'nginxinc/nginx-unprivileged', to: 'registry.example.com/nginx-unprivileged' },
    ]
    expect(baseOf(made(go, goFiles(''), { go: 'cgr.dev/acme/static' }, images))).toBe(
      'cgr.dev/acme/static',
    )
    const own = 'registry.example.com/nginx-unprivileged:1.27'
    expect(baseOf(made(site, siteFiles, { 'static-frontend': own }, images))).toBe(own)
    const published = 'nginxinc/nginx-unprivileged:1.27-alpine'
    expect(baseOf(made(site, siteFiles, { 'static-frontend': published }, images))).toBe(
      'registry.example.com/nginx-unprivileged:1.27-alpine',
    )
  })

  it.each([
    ['node:20-bookworm-slim'],
    ['node:20.19-slim'],
    ['docker.io/library/node:20-slim'],
    ['node:20-bookworm'],
    ['gcr.io/distroless/nodejs20-debian12'],
  ])('runs what Node does: %s', (image) => {
    expect(baseOf(made(node, nodeFiles, { node: image }))).toBe(image)
  })

  it.each([
    ['python:3.12.4-slim-bookworm'],
    ['docker.io/library/python:3.12-slim-bookworm'],
    ['python:3.12.4-bookworm'],
  ])('runs what Python does: %s', (image) => {
    expect(baseOf(made(python, pythonFiles, { python: image }))).toBe(image)
  })
})

describe('what goes along with an image that is wanted', () => {
  const asking = goFiles(
    'http.Get("https://example.com"); time.LoadLocation("Europe/Berlin"); os.WriteFile("/data/x", nil, 0o600)',
    'import ("net/http"; "time"; "os")',
  )
  it.each([
    ['alpine:3.20', 'RUN apk add --no-cache tzdata\n'],
    ['debian:bookworm-slim', 'apt-get install -y --no-install-recommends ca-certificates'],
    ['registry.access.redhat.com/ubi9/ubi-minimal', 'microdnf install -y --nodocs'],
    ['busybox:1.36', 'COPY --from=builder /etc/ssl/certs/ca-certificates.crt'],
    [
      'gcr.io/distroless/static-debian12',
      'COPY --from=builder --chown=nonroot:nonroot /data /data',
    ],
  ])('%s gets what it lacks', (image, line) => {
    const { after } = made(go, asking, { go: image })
    expect(after).toContain(`FROM ${image} AS runtime\n`)
    expect(after).toContain(line)
  })

  it('a site that needs no build is one stage on it', () => {
    const text = 'FROM node:20\nWORKDIR /app\nCOPY . .\nCMD ["npx", "serve", "-l", "8080", "."]\n'
    const image = 'nginxinc/nginx-unprivileged:1.27-alpine'
    const { after, changes } = made(
      text,
      { 'index.html': '<p>a</p>' },
      { 'static-frontend': image },
    )
    expect(after).toMatch(/^FROM nginxinc\/nginx-unprivileged:1\.27-alpine$/m)
    expect(changes[0]?.evidence).toContainEqual({ path: 'own.yaml', line: 7, text: image })
  })

  it('a version that is more exact is for a person to accept', () => {
    const split = (image: string) => made(node, nodeFiles, { node: image }).changes[0]
    expect(split('node:20.9-slim')?.assumption).toContain(
      'The program runs on node 20.9, though it is built for node:20-slim.',
    )
    expect(split('node:20-bookworm-slim')?.assumption ?? '').not.toContain('though it is built')
    const { changes } = made(python, pythonFiles, { python: 'python:3.12.4-slim-bookworm' })
    expect(changes.map(({ assumption }) => assumption)).toContainEqual(
      expect.stringContaining(
        'The program runs on python 3.12.4, though it is built for python:3.12-slim-bookworm.',
      ),
    )
  })

  it('a health check stays on the system that it was found to work on', () => {
    const checked = site.replace(
      'CMD',
      'HEALTHCHECK CMD ["wget", "-q", "-O", "-", "http://127.0.0.1:8080/"]\nCMD',
    )
    const wanted = { 'static-frontend': 'nginxinc/nginx-unprivileged:1.27' }
    expect(baseOf(made(checked, siteFiles, wanted))).toContain('-alpine')
    expect(baseOf(made(site, siteFiles, wanted))).toBe('nginxinc/nginx-unprivileged:1.27')
  })
})

describe('an image that is wanted and does not fit', () => {
  const usualGo = 'gcr.io/distroless/static-debian12:nonroot'
  const c = goFiles('C.puts(nil)', 'import "C"')
  it.each([
    [
      go,
      goFiles(''),
      'go',
      'scratch',
      usualGo,
      'it holds nothing, no certificates and no time zones',
    ],
    [go, goFiles(''), 'go', 'node:20-slim', usualGo, 'it starts docker-entrypoint.sh'],
    [
      go,
      goFiles(''),
      'go',
      'gcr.io/distroless/base-debian12:nonroot',
      usualGo,
      'whether its user has all rights needed is not known',
    ],
    [
      go,
      c,
      'go',
      'gcr.io/distroless/static-debian12',
      'debian:bookworm-slim',
      'it is another kind of image than debian:bookworm-slim',
    ],
    [
      go,
      c,
      'go',
      'debian:bullseye-slim',
      'debian:bookworm-slim',
      'it has another system than debian:bookworm-slim',
    ],
    [
      python,
      pythonFiles,
      'python',
      'python:3.13-slim-bookworm',
      'python:3.12-slim-bookworm',
      'it is of another version than python:3.12-slim-bookworm',
    ],
    [
      python,
      pythonFiles,
      'python',
      'python:3.12-alpine',
      'python:3.12-slim-bookworm',
      'it has another system than python:3.12-slim-bookworm',
    ],
    [
      python,
      pythonFiles,
      'python',
      'debian:bookworm-slim',
      'python:3.12-slim-bookworm',
      'it is another kind of image than python:3.12-slim-bookworm',
    ],
    [
      node,
      nodeFiles,
      'node',
      'node:20-alpine',
      'node:20-slim',
      'it has another system than node:20-slim',
    ],
    [
      node,
      nodeFiles,
      'node',
      'node:22-slim',
      'node:20-slim',
      'it is of another version than node:20-slim',
    ],
    [
      node,
      nodeFiles,
      'node',
      'node:22',
      'node:20-slim',
      'it is of another version than node:20-slim',
    ],
    [
      node,
      nodeFiles,
      'node',
      'gcr.io/distroless/nodejs22-debian12',
      'node:20-slim',
      'it is of another version than node:20',
    ],
    [
      site,
      siteFiles,
      'static-frontend',
      'nginx:1.27',
      'nginxinc/nginx-unprivileged:1.28-alpine',
      'it is another kind of image than nginxinc/nginx-unprivileged:1.28-alpine',
    ],
  ])('is said, and the usual one stands there', (text, files, name, image, usual, why) => {
    const outcome = made(text, files, { [name]: image })
    expect(baseOf(outcome)).toBe(usual)
    const said = outcome.stays.find((each) => each.includes(image))
    expect(said).toContain(`The runtime stage is not on ${image}, as own.yaml:7 wants: `)
    expect(said).toContain(why)
  })

  it.each([
    ['CMD /app/server', 'gcr.io/distroless/static-debian12', 'has no shell'],
    [
      'HEALTHCHECK CMD ["curl", "-f", "http://localhost"]\nCMD ["/app/server"]',
      'gcr.io/distroless/base-debian12',
      'lacks curl',
    ],
    [
      'RUN apt-get update && apt-get install -y ffmpeg\nCMD ["/app/server"]',
      'alpine:3.20',
      'has another package manager',
    ],
  ])('by what the file needs: %j', (end, image, why) => {
    const text = go.replace('CMD ["/app/server"]', end)
    const outcome = made(text, goFiles('exec.Command("ffmpeg").Run()', 'import "os/exec"'), {
      go: image,
    })
    expect(baseOf(outcome)).toBe('debian:bookworm-slim')
    expect(outcome.stays.join('\n')).toContain(`wants: ${image} ${why}`)
  })
})
