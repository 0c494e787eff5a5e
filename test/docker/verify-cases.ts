import type { Pair } from './verify-pair.ts'

/** A pair whose images differ. */
export interface Wrong {
  readonly name: string
  readonly pair: Pair
  /** Some difference or note says so. */
  readonly says: RegExp
}

const server = `const http = require('http'), fs = require('fs')
http.createServer((ask, answer) => {
  try {
    if (ask.url === '/save') fs.writeFileSync('/data/saved', 'x')
    const page = ask.url === '/' ? 'views/index.html' : '/etc/ssl/certs/ca-certificates.crt'
    answer.end('length ' + fs.readFileSync(page).length)
  } catch (error) {
    console.error(error)
    answer.writeHead(500).end('broken')
  }
}).listen(3000)
process.on('SIGTERM', () => process.exit())
`
const files = { 'server.js': server, 'views/index.html': '<p>hello</p>' }
const serverBefore = `FROM node:20-slim
WORKDIR /app
COPY . .
RUN mkdir /data && echo certificates > /etc/ssl/certs/ca-certificates.crt
VOLUME /data
EXPOSE 3000
CMD ["node", "server.js"]
`
const toolBefore = `FROM debian:bookworm-slim
RUN mkdir /app && cp /bin/grep /app/tool
CMD ["/app/tool", "--version"]
`

function after(...lines: readonly string[]): string {
  return [
    'FROM node:20-slim AS builder',
    'WORKDIR /app',
    'COPY . .',
    'FROM node:20-slim AS runtime',
    'WORKDIR /app',
    ...lines,
    'VOLUME /data',
    'EXPOSE 3000',
    'CMD ["node", "server.js"]',
    '',
  ].join('\n')
}

/** Migrations that are wrong on purpose, and what verify must say of each. */
export const wrong: readonly Wrong[] = [
  {
    name: 'a shared library that is left out',
    pair: {
      before: toolBefore,
      after: toolBefore.replace(
        'CMD',
        'RUN rm -f /lib/*/libpcre2-8.so* /usr/lib/*/libpcre2-8.so*\nCMD',
      ),
    },
    says: /^libpcre2-8\.so\.0 is not in the new image; .*\/app\/tool/m,
  },
  {
    name: 'a program of another libc',
    pair: {
      before: toolBefore,
      after: `${toolBefore.replace('slim', 'slim AS builder')}FROM scratch
COPY --from=builder /app /app
CMD ["/app/tool", "--version"]
`,
    },
    says: /^\/lib64\/ld-linux-x86-64\.so\.2 is not in the new image; .*\/app\/tool/m,
  },
  {
    name: 'a file that is left out',
    pair: {
      before: serverBefore,
      after: after(
        'COPY --from=builder /app/server.js ./',
        'RUN mkdir -p /data /etc/ssl/certs && echo certificates > /etc/ssl/certs/ca-certificates.crt',
      ),
      files,
    },
    says: /views\/index\.html/,
  },
  {
    name: 'CA certificates that are left out',
    pair: {
      before: serverBefore,
      after: after(
        'COPY --from=builder /app ./',
        'RUN mkdir /data && rm -f /etc/ssl/certs/ca-certificates.crt',
      ),
      files,
    },
    says: /\/etc\/ssl\/certs\/ca-certificates\.crt/,
  },
  {
    name: 'a data folder that is not the user’s',
    pair: {
      before: serverBefore,
      after: after('COPY --from=builder /app ./', 'RUN mkdir /data', 'USER node'),
      files,
      migrated: { contract: [{ field: 'User', before: null, after: 'node', by: 'non-root-user' }] },
    },
    says: /^\/data can be written to by root before, and not by node after$/m,
  },
  {
    name: 'a user that is not there',
    pair: {
      before: serverBefore,
      after: after('COPY --from=builder /app ./', 'RUN mkdir /data', 'USER nobody-knows'),
      files,
    },
    says: /nobody-knows is not in the new image's \/etc\/passwd/,
  },
  {
    name: 'a module that is left out',
    pair: {
      before: `FROM node:20-slim
WORKDIR /app
RUN mkdir -p node_modules/left lib && echo 'module.exports = 1' > node_modules/left/index.js && \\
    echo 'require("left")' > lib/part.js && echo 'require("./lib/part")' > main.js
CMD ["node", "main.js"]
`,
      after: `FROM node:20-slim
WORKDIR /app
RUN mkdir lib && echo 'require("left")' > lib/part.js && echo 'require("./lib/part")' > main.js
CMD ["node", "main.js"]
`,
    },
    says: /\/app\/lib\/part\.js asks for left, which is not in the new image/,
  },
  {
    name: 'a start command that is not there',
    pair: {
      before: 'FROM debian:bookworm-slim\nRUN cp /bin/grep /bin/own\nCMD ["own", "--version"]\n',
      after: 'FROM debian:bookworm-slim\nCMD ["own", "--version"]\n',
    },
    says: /^own, which the container starts, is not there$/m,
  },
  {
    name: 'a config that no change says',
    pair: {
      before: 'FROM debian:bookworm-slim\nCMD ["grep", "--version"]\n',
      after: 'FROM debian:bookworm-slim\nWORKDIR /somewhere\nCMD ["grep", "--version"]\n',
    },
    says: /^WorkingDir was "\/" and is "\/somewhere", which no change says$/m,
  },
]
