import { describe, expect, test } from 'vitest'
import { buildPlatform } from '../../transforms/hardening/build-platform/build-platform.ts'
import { after, applyRule } from './apply-rule.ts'

const goFiles = {
  'go.mod': 'module example.com/api\n\ngo 1.22\n',
  'main.go': 'package main\n\nfunc main() {}\n',
}

function built(source: string, files: Readonly<Record<string, string>> = {}) {
  return applyRule(buildPlatform, source, { ...goFiles, ...files })
}

/** A builder of Go whose lines are given, and an image that takes /api. */
const go = (lines: string, image = 'golang:1.22-alpine') =>
  `FROM ${image} AS builder\nWORKDIR /src\nCOPY . .\n${lines}\n\nFROM alpine:3.20\nCOPY --from=builder /api /api\nCMD ["/api"]\n`
const flag = (text: string) => text.replace(/^FROM /, 'FROM --platform=$BUILDPLATFORM ')

describe('a program of Go', () => {
  const both = 'ARG TARGETOS\nARG TARGETARCH\n'
  test.each([
    ['RUN go build -o /api', `${both}RUN GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /api`],
    [
      'RUN CGO_ENABLED=0 GOOS=linux go build -o /api .',
      `${both}RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /api .`,
    ],
    [
      'RUN GOARCH=amd64 GOOS="linux" go build -o /api .',
      `${both}RUN GOARCH=$TARGETARCH GOOS=$TARGETOS go build -o /api .`,
    ],
    [
      'RUN env CGO_ENABLED=0 GOARCH=amd64 go build -o /api .',
      `${both}RUN env CGO_ENABLED=0 GOARCH=$TARGETARCH GOOS=$TARGETOS go build -o /api .`,
    ],
    [
      'RUN go mod download && \\\n    # the program\n    go build -ldflags "-s -w" -o /api .',
      `${both}RUN go mod download && \\\n    # the program\n    GOOS=$TARGETOS GOARCH=$TARGETARCH go build -ldflags "-s -w" -o /api .`,
    ],
    [
      'ENV CGO_ENABLED=0 GOOS=linux GOARCH=amd64\nRUN go build -o /api .',
      `${both}ENV CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH\nRUN go build -o /api .`,
    ],
    [
      'ENV CGO_ENABLED=0 GOOS=linux\nRUN go build -o /api .',
      'ENV CGO_ENABLED=0 GOOS=linux\nARG TARGETARCH\nRUN GOARCH=$TARGETARCH go build -o /api .',
    ],
    [
      'ENV GOARCH amd64\nRUN go build -o /api .',
      'ARG TARGETARCH\nENV GOARCH $TARGETARCH\nARG TARGETOS\nRUN GOOS=$TARGETOS go build -o /api .',
    ],
    [
      'ARG TARGETARCH\nRUN GOARCH=$TARGETARCH go build -o /api .',
      'ARG TARGETARCH\nARG TARGETOS\nRUN GOARCH=$TARGETARCH GOOS=$TARGETOS go build -o /api .',
    ],
    [
      'ARG TARGETOS\nARG TARGETARCH\nRUN GOOS=${TARGETOS} GOARCH=${TARGETARCH} go build -o /api .',
      'ARG TARGETOS\nARG TARGETARCH\nRUN GOOS=${TARGETOS} GOARCH=${TARGETARCH} go build -o /api .',
    ],
    [
      'RUN go test ./...\nRUN go build -o /api .\nRUN chmod +x /api && ls -l /api',
      `RUN go test ./...\n${both}RUN GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /api .\nRUN chmod +x /api && ls -l /api`,
    ],
    [
      'RUN go install github.com/a-h/templ/cmd/templ@latest && templ generate\nRUN go build -o /api .',
      `RUN go install github.com/a-h/templ/cmd/templ@latest && templ generate\n${both}RUN GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /api .`,
    ],
    [
      'RUN go build -o api .\nRUN mv api /api',
      `${both}RUN GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o api .\nRUN mv api /api`,
    ],
    [
      'RUN --mount=type=cache,target=/root/.cache/go-build go build -o /api .',
      `${both}RUN --mount=type=cache,target=/root/.cache/go-build GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /api .`,
    ],
    [
      'RUN <<EOF\nset -e\ngo build -o /api .\nEOF',
      `${both}RUN <<EOF\nset -e\nGOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /api .\nEOF`,
    ],
  ])('%j', (lines, wanted) => {
    expect(after(built(go(lines)))).toBe(flag(go(wanted)))
  })

  test.each<[string, string, Readonly<Record<string, string>>?]>([
    ['RUN CGO_ENABLED=1 go build -o /api .', 'it asks for a C compiler'],
    ['RUN go build -race -o /api .', 'it asks for a C compiler'],
    [
      'RUN go build -o /api .',
      'main.go:3 needs C',
      { 'main.go': 'package main\n\nimport "C"\n\nfunc main() {}\n' },
    ],
    ['RUN make build', 'compiles by a script', { Makefile: 'build:\n\tgo build -o /api .\n' }],
    ['RUN ./build.sh', 'compiles by a script', { 'build.sh': '#!/bin/sh\ngo build -o /api .\n' }],
    ['ENV GOBIN=/\nRUN go install .', 'go install'],
    ['RUN go build -o /api .\nRUN /api --version', 'may run the program'],
    ['RUN go build -o /api . && /api migrate', 'may run the program'],
    ['RUN go build -o /api .\nRUN strip /api', 'may run the program'],
    ['RUN go build -o /api .\nRUN ./test.sh', 'may run the program'],
    [
      'ENV GOARCH=amd64\nRUN go test ./...\nRUN go build -o /api .',
      'for other commands of Go, too',
    ],
    ['RUN export GOARCH=amd64 && go build -o /api .', 'exports GOARCH'],
    ['ARG GOARCH=amd64\nRUN go build -o /api .', 'GOARCH is an ARG'],
    ['ARG TARGETARCH=amd64\nRUN GOARCH=$TARGETARCH go build -o /api .', 'a value of its own'],
    [
      'ARG TARGETARCH\nRUN curl -L https://example.com/protoc-$TARGETARCH -o /usr/local/bin/protoc\nRUN go build -o /api .',
      "asks for the image's platform itself",
    ],
    [
      'COPY --from=bufbuild/buf:1 /usr/local/bin/buf /usr/local/bin/\nRUN buf generate && go build -o /api .',
      'from bufbuild/buf:1',
    ],
    ['RUN curl -L https://example.com/api -o /api', 'downloads'],
    [
      'RUN go build -ldflags "-X main.machine=$(go env GOARCH)" -o /api .',
      'asks which machine builds',
    ],
    ['RUN go build -o /api$SUFFIX .', 'is not known'],
    ['RUN ["go", "build", "-o", "/api", "."]', "can't be given a variable"],
    ['RUN go build -ldflags "-X main.machine=$(uname -m)" -o /api .', 'asks which machine builds'],
  ])('%j stays', (lines, why, files = {}) => {
    const outcome = built(go(lines), files)
    expect(after(outcome)).toContain('unchanged')
    expect(JSON.stringify(outcome)).toContain(JSON.stringify(why).slice(1, -1))
  })
})

/** A lock file of npm with these packages; each with what it says beside its version. */
const lock = (packages: Readonly<Record<string, object>>) =>
  JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { name: 'shop' },
      ...Object.fromEntries(
        Object.entries(packages).map(([name, more]) => [
          `node_modules/${name}`,
          { version: '1.0.0', ...more },
        ]),
      ),
    },
  })
const manifest = (build = 'tsc') => JSON.stringify({ name: 'shop', scripts: { build } })

describe('what Node builds', () => {
  const pages = (image: string, to: string, lines = '') =>
    `FROM node:20 AS build\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\n${lines}RUN npm run build\n\nFROM ${image}\nCOPY --from=build /app/dist ${to}\n`
  const service = (copies: string, install = 'npm ci') =>
    `FROM node:20 AS build\nWORKDIR /app\nCOPY . .\nRUN ${install}\nRUN npm run build\n\nFROM node:20-slim\nWORKDIR /app\n${copies}\nCMD ["node", "dist/index.js"]\n`
  const plain = lock({ express: {}, esbuild: { dev: true, cpu: ['x64'], hasInstallScript: true } })
  const native = lock({ bcrypt: { hasInstallScript: true } })

  const all =
    'COPY --from=build /app/node_modules ./node_modules\nCOPY --from=build /app/dist ./dist'
  const dist = 'COPY package*.json ./\nRUN npm ci --omit=dev\nCOPY --from=build /app/dist ./dist'

  test.each<[string, string, string, string?]>([
    ['a site', pages('nginx:1.27', '/usr/share/nginx/html'), native],
    [
      'pages of a program of Go',
      `${pages('golang:1.22 AS go', '/src/dist').trimEnd()}\nFROM scratch\nCOPY --from=go /src/dist /dist\n`,
      native,
    ],
    ['sources that are compiled', service(dist), plain],
    ['assets of PHP', pages('php:8.3-apache', './public'), native],
    ['packages without native parts', service(all), lock({ express: {} })],
    [
      'packages without those of development',
      service(all, 'npm ci && npm prune --omit=dev'),
      plain,
    ],
    [
      'packages for other systems',
      service(all),
      lock({ fsevents: { os: ['darwin'], hasInstallScript: true } }),
    ],
    [
      'a script of install that makes nothing',
      service(all),
      lock({ 'core-js': { hasInstallScript: true } }),
    ],
  ])('%s: the flag alone', (_what, source, locked, build) => {
    const files = {
      'package.json': manifest(build),
      'package-lock.json': locked,
      'src/index.ts': '',
    }
    const text = after(applyRule(buildPlatform, source, files))
    expect(text.replaceAll('FROM --platform=$BUILDPLATFORM ', 'FROM ')).toBe(source)
    expect(text).toContain('FROM --platform=$BUILDPLATFORM node:20 AS build')
  })

  test.each<[string, string, string, string, string?]>([
    ['a native package', service(all), native, 'the package bcrypt has parts for one platform'],
    [
      'a native package of a program',
      service(dist),
      native,
      'the package bcrypt has parts for one platform',
    ],
    [
      'packages of development',
      service(all),
      plain,
      'the package esbuild has parts for one platform',
    ],
    [
      'the whole folder',
      service('COPY --from=build /app ./'),
      native,
      'the package bcrypt has parts for one platform',
    ],
    ['no lock file', service(all), '', 'no lock file says'],
    [
      'a native package of an image with Node alone',
      pages('gcr.io/distroless/nodejs20-debian12', '/app/dist'),
      native,
      'the package bcrypt has parts for one platform',
    ],
    [
      'a native package of an image that gets Node',
      pages('alpine:3.20', '/app/dist').replace('alpine:3.20', 'alpine:3.20\nRUN apk add nodejs'),
      native,
      'the package bcrypt has parts for one platform',
    ],
    [
      'a program of pkg',
      pages('debian:12', '/app/dist'),
      plain,
      'makes a program for one platform',
      'pkg . -o dist/shop',
    ],
    [
      'a program of Bun',
      pages('debian:12', '/app/dist', 'RUN npx bun build --compile a.ts --outfile dist/a\n'),
      plain,
      'makes a program for one platform',
    ],
    [
      'Node itself',
      service('COPY --from=build /usr/local/bin/node /usr/bin/'),
      plain,
      'is not known',
    ],
    ['all of the image', service('COPY --from=build / /all/'), plain, 'whether / is the same'],
  ])('%s stays', (_what, source, locked, why, build) => {
    const files = {
      'package.json': manifest(build),
      ...(locked === '' ? {} : { 'package-lock.json': locked }),
      'src/index.ts': '',
    }
    const outcome = applyRule(buildPlatform, source, files)
    expect(JSON.stringify(outcome)).toContain(why)
    expect(outcome.outcome).toBe('unchanged')
  })
})

describe('the image of a builder', () => {
  test.each([
    'FROM --platform=linux/amd64 alpine:3.20',
    'FROM --platform=linux/arm64 alpine:3.20 AS other\n\nFROM alpine:3.20',
  ])('%j is for one platform always', (line) => {
    const source = go('RUN CGO_ENABLED=0 GOARCH=amd64 go build -o /api .')
    const outcome = built(source.replace('FROM alpine:3.20', line))
    expect(outcome.outcome).toBe('unchanged')
  })

  test.each(['golang:1.22@sha256:' + '0'.repeat(64), 'public.ecr.aws/docker/library/golang:1.22'])(
    '%s',
    (image) => {
      const outcome = built(go('RUN CGO_ENABLED=0 go build -o /api .', image))
      expect(after(outcome)).toContain(`FROM --platform=$BUILDPLATFORM ${image} AS builder`)
    },
  )
})

describe('stages', () => {
  const build = 'RUN CGO_ENABLED=0 go build -o /api .'
  const image = 'FROM scratch\nCOPY --from=builder /api /api\nCMD ["/api"]\n'
  const done =
    'ARG TARGETOS\nARG TARGETARCH\nRUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /api .'

  test('a builder on a stage of its own: the flag is of the first', () => {
    const source = `FROM golang:1.22 AS base\nWORKDIR /src\nCOPY go.mod ./\nRUN go mod download\n\nFROM base AS builder\nCOPY . .\n${build}\n\n${image}`
    expect(after(built(source))).toBe(flag(source.replace(build, done)))
  })

  test('a stage of tests that the image does not need may run the program', () => {
    const source = `FROM golang:1.22 AS builder\nWORKDIR /src\nCOPY . .\n${build}\n\nFROM builder AS test\nRUN /api --check\n\n${image}`
    expect(after(built(source))).toBe(flag(source.replace(build, done)))
  })

  test('tools of one builder for the other: both have the flag', () => {
    const source = `FROM golang:1.22 AS tools\nRUN go install golang.org/x/tools/cmd/stringer@v0.24.0\n\nFROM golang:1.22 AS builder\nWORKDIR /src\nCOPY --from=tools /go/bin/stringer /usr/local/bin/\nCOPY . .\nRUN go generate ./...\n${build}\n\n${image}`
    expect(after(built(source))).toBe(
      source
        .replace(build, done)
        .replaceAll('FROM golang', 'FROM --platform=$BUILDPLATFORM golang'),
    )
  })

  test('certificates, zones and empty folders of the builder', () => {
    const source = `FROM golang:1.22 AS builder\nWORKDIR /src\nCOPY . .\nRUN mkdir -p /data\n${build}\n\nFROM scratch\nCOPY --from=builder /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/\nCOPY --from=builder /usr/share/zoneinfo /usr/share/zoneinfo\nCOPY --from=builder /data /data\nCOPY --from=builder /api /api\nCMD ["/api"]\n`
    expect(after(built(source))).toBe(flag(source.replace(build, done)))
  })

  test('a program for each machine of a release is none of the image', () => {
    const source = `FROM golang:1.22 AS builder\nWORKDIR /src\nCOPY . .\nRUN GOARCH=amd64 CGO_ENABLED=0 go build -o /out/amd64 . && GOARCH=arm64 CGO_ENABLED=0 go build -o /out/arm64 .\n\nFROM alpine:3.20\nCOPY --from=builder /out /out\n`
    expect(after(built(source))).toBe(flag(source))
  })

  test.each<[string, string, string]>([
    ['a package of the builder', 'COPY --from=builder /usr/bin/git /usr/bin/git\n', 'is not known'],
    ['its libraries', 'COPY --from=builder /usr/lib/x86_64-linux-gnu /usr/lib/\n', 'is not known'],
    ['Go itself', 'COPY --from=builder /usr/local/go /usr/local/go\n', 'is not known'],
  ])('%s stays', (_what, copy, why) => {
    const source = `FROM golang:1.22 AS builder\nWORKDIR /src\nCOPY . .\nRUN apt-get update && apt-get install -y git\n${build}\n\nFROM debian:12\n${copy}COPY --from=builder /api /api\nCMD ["/api"]\n`
    expect(JSON.stringify(built(source))).toContain(why)
  })

  test.each([
    `FROM --platform=linux/amd64 golang:1.22 AS builder\nCOPY . .\n${build}\n\n${image}`,
    `FROM amd64/golang:1.22 AS builder\nCOPY . .\n${build}\n\n${image}`,
    `FROM golang:1.22 AS builder\nCOPY . .\n${build}\n\nFROM builder\nCMD ["/api"]\n`,
    `FROM golang:1.22\nCOPY . .\n${build}\nCMD ["/api"]\n`,
  ])('%j: nothing is said', (source) => {
    const outcome = built(source)
    expect(outcome.outcome).not.toBe('migrated')
    expect(JSON.stringify(outcome)).not.toContain('keeps the platform')
  })

  test('builders and builds that do not know it', () => {
    const source = `FROM golang:1.22 AS builder\nWORKDIR /src\nCOPY . .\n${build}\n\n${image}`
    const said = (files: Readonly<Record<string, string>>) => JSON.stringify(built(source, files))
    expect(
      said({
        '.gitlab-ci.yml':
          'build:\n  image: gcr.io/kaniko-project/executor:v1.23.2-debug\n  script: [/kaniko/executor --context .]\n',
      }),
    ).toContain('kaniko')
    expect(
      said({ 'push.sh': 'docker buildx build --platform linux/amd64,linux/arm/v6 --push .\n' }),
    ).toContain('GOARM')
    expect(
      said({
        'push.sh':
          'docker buildx build --platform linux/amd64,linux/arm64 --target builder --push .\n',
      }),
    ).toContain('built as an image')
  })
})
