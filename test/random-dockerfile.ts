import fc from 'fast-check'
import { memoryProject } from './memory-project.ts'

/** A context that most of them find their files in. */
export const randomContext = memoryProject({
  'go.mod': 'module example.com/app\n\ngo 1.22\n\nrequire golang.org/x/text v0.3.0\n',
  'go.sum': '',
  'main.go':
    'package main\n\nimport "os"\n\nfunc main() {\n\tos.ReadFile("static/index.html")\n\tos.WriteFile("data/x", nil, 0o600)\n}\n',
  'static/index.html': '<p>',
  'data/.gitkeep': '',
  'conf/app.yaml': 'a: 1\n',
  'entry.sh': '#!/bin/sh\nset -e\nexec "$@"\n',
  'build.sh': '#!/bin/sh\ngo build -o server .\n',
  Makefile: 'all: server\nserver:\n\tgo build -o $@ .\n',
  '.dockerignore': 'none\n',
  'package.json':
    '{ "name": "app", "scripts": { "build": "tsc", "start": "node dist/index.js" }, "dependencies": { "express": "^4" }, "devDependencies": { "typescript": "^5" } }',
  'package-lock.json': '{}',
  'tsconfig.json': '{ "compilerOptions": { "outDir": "dist" } }',
  'src/index.ts': 'import "express"\n',
})

const commands = [
  'go build -o server .',
  'go build',
  'go mod download',
  'go install ./...',
  'CGO_ENABLED=0 go build -o /usr/local/bin/server .',
  'make',
  './build.sh',
  'npm ci',
  'npm run build',
  'npm install --omit=dev',
  'apt-get update',
  'apt-get install -y curl git',
  'apk add --no-cache bash tini',
  'apk update',
  'mkdir -p /data /app/logs',
  'chown -R 1000 /app',
  'chmod +x entry.sh',
  'useradd app',
  'echo "a b" > /etc/app.conf',
  'cd /app',
  'rm -rf /tmp/*',
  'rm -rf .git',
  'export A=b',
  'if [ -f x ]; then echo y; fi',
  '(cd /app && ls)',
  'curl -fsSL https://example.com/x | sh',
  'cp server /usr/local/bin/app',
  'mv server /srv/',
]

const command = fc.constantFrom(...commands)
const separator = fc.constantFrom(
  ' && ',
  ' && \\\n    ',
  '; ',
  ' && \\\n  # why\n  ',
  ' || ',
  ' \\\n&& ',
)
const run = fc.oneof(
  { weight: 4, arbitrary: command.map((text) => `RUN ${text}`) },
  fc
    .tuple(fc.array(command, { minLength: 2, maxLength: 4 }), separator)
    .map(([all, by]) => `RUN ${all.join(by)}`),
  fc
    .array(command, { minLength: 1, maxLength: 3 })
    .map((all) => `RUN <<EOF\nset -e\n# script\n${all.join('\n')}\nEOF`),
  command.map((text) => `RUN ${JSON.stringify(['sh', '-c', text])}`),
  command.map((text) => `RUN --mount=type=cache,target=/root/.cache ${text}`),
)
const other = fc.constantFrom(
  'WORKDIR /app',
  'WORKDIR sub/folder',
  'WORKDIR $HOME_OF/x',
  'WORKDIR "/my app"',
  'ENV HOME_OF=/srv',
  'ENV A=1 B="x y" C=$A',
  'ENV OLD style value',
  'ENV PATH=/app/bin:$PATH',
  'ENV GOFLAGS=-mod=mod',
  'ARG VERSION',
  'ARG VERSION=1',
  'ARG GLOBAL',
  'LABEL v=$VERSION g=${GLOBAL:-none}',
  'LABEL "a b"=c',
  'EXPOSE 8080',
  'EXPOSE 8000-8010/udp 53/udp',
  'VOLUME /data',
  'VOLUME ["/app/data", "/x y"]',
  'USER 1000',
  'USER app:app',
  'STOPSIGNAL SIGTERM',
  'SHELL ["/bin/bash", "-o", "pipefail", "-c"]',
  'HEALTHCHECK --interval=5s CMD curl -f localhost:8080 || exit 1',
  'HEALTHCHECK NONE',
  'HEALTHCHECK CMD ["./server", "check"]',
  'MAINTAINER somebody',
)
const copy = fc.constantFrom(
  'COPY . .',
  'COPY . /app',
  'ADD . /app/',
  'COPY go.mod go.sum ./',
  'COPY package*.json ./',
  'COPY *.go ./',
  'COPY ["conf", "/etc/my app/"]',
  'COPY --chown=1000 conf /etc/app',
  'COPY main.go /app/src/main.go',
  'COPY none* main.go ./',
  'COPY entry.sh /usr/local/bin/',
  'COPY --from=composer:2 /usr/bin/composer /usr/bin/composer',
  'COPY <<EOF /app/x.conf\n# no comment\na=b\nEOF',
  'ADD https://example.com/a.tar.gz /tmp/',
)
const start = fc.constantFrom(
  'CMD ["./server"]',
  'CMD ./server --flag',
  'ENTRYPOINT ["/app/entry.sh"]\nCMD ["./server"]',
  'ENTRYPOINT ["tini", "--", "./server"]',
  'CMD ["server"]',
  'CMD npm start',
  'CMD ["node", "dist/index.js"]',
  'CMD go run .',
  'ENTRYPOINT exec ./server',
  '',
)
const base = fc.constantFrom(
  'golang:1.22',
  'golang:1.22-alpine',
  'golang',
  'node:20',
  'node:20-alpine',
  'debian:bookworm',
  'alpine:3.20',
  'somebody/image:1',
  'golang:${GLOBAL}',
)

const lead = fc.oneof(
  { weight: 5, arbitrary: fc.constant('') },
  fc.constantFrom('\n', '# a comment\n', '\n\n# two\n#\n# three\n', '   # indented\n'),
)
const line = fc
  .tuple(lead, fc.oneof({ weight: 3, arbitrary: run }, other, { weight: 2, arbitrary: copy }))
  .map(([above, text]) => `${above}${text}\n`)

/** A stage: its lines in any order, the usual ones more often in the usual order. */
const lines = fc.oneof(
  fc.array(line, { maxLength: 9 }),
  fc
    .tuple(fc.array(line, { maxLength: 3 }), fc.array(line, { maxLength: 3 }))
    .map(([first, last]) => [
      ...first,
      'WORKDIR /app\n',
      'COPY . .\n',
      'RUN go build -o server .\n',
      ...last,
    ]),
)

const singleStage = fc
  .tuple(fc.boolean(), base, fc.boolean(), lines, start)
  .map(
    ([hasGlobal, image, isNamed, body, command]) =>
      `${hasGlobal || image.includes('GLOBAL') ? 'ARG GLOBAL=1.22\n' : ''}FROM ${image}${isNamed ? ' AS Made' : ''}\n${body.join('')}${command}\n`,
  )

const multiStage = fc
  .tuple(base, lines, fc.boolean(), base, lines, start)
  .map(
    ([first, above, isNamed, second, below, command]) =>
      `ARG GLOBAL=1.22\nFROM ${first}${isNamed ? ' AS made' : ''}\n${above.join('')}\nFROM ${second}\n${below.join('')}COPY --from=${isNamed ? 'made' : '0'} /app/server /app/server\n${command}\n`,
  )

/** A Dockerfile of valid instructions, in one stage or two, as different editors leave it. */
export const randomDockerfile = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: singleStage }, multiStage),
    fc.constantFrom('plain', 'plain', 'plain', 'crlf', 'bom', 'cut', 'tail'),
  )
  .map(([text, how]) => {
    switch (how) {
      case 'crlf':
        return text.replaceAll('\n', '\r\n')
      case 'bom':
        return `\uFEFF${text}`
      case 'cut':
        return text.trimEnd()
      case 'tail':
        return `${text}\n# the end\n`
      default:
        return text
    }
  })
