import { expect, test } from 'vitest'
import { linesOf, manifest } from './node-app.ts'

/** What the runtime stage takes of a workspace that is copied below the install. */
function takenOf(packages: Readonly<Record<string, unknown>> | undefined, root = ''): string[] {
  const files = {
    [`${root}package.json`]: '{"private":true,"workspaces":["api","web"]}',
    [`${root}api/package.json`]: manifest({ name: '@acme/api', scripts: { start: 'node .' } }),
    [`${root}api/index.js`]: "require('express')().listen(3000)\n",
    [`${root}web/package.json`]: '{"name":"@acme/web","version":"1.0.0"}',
    ...(packages && {
      [`${root}package-lock.json`]: JSON.stringify({
        lockfileVersion: 3,
        packages: { '': { workspaces: ['api', 'web'] }, ...packages },
      }),
    }),
  }
  const text = `FROM node:20
WORKDIR /app
COPY ${root}package*.json ./
COPY ${root}api/package.json ./api/
RUN npm install --workspace=@acme/api
COPY ${root}api ./api
WORKDIR /app/api
CMD ["npm", "start"]
`
  return linesOf(text, files).filter((line) => line.startsWith('COPY') && line.endsWith('./api'))
}

const express = { 'node_modules/express': { version: '4.19.2' } }
const beside = 'COPY --from=builder /app/api ./api'

test.each(['', 'server/'])(
  'a workspace with packages of its own keeps them (root "%s")',
  (root) => {
    const copied = `COPY ${root}api ./api`
    const own = { ...express, 'api/node_modules/ms': { version: '1.0.0' } }
    expect(takenOf(own, root)).toEqual([copied, beside])
    expect(takenOf(express, root)).toEqual([copied])
    // Nobody can tell.
    expect(takenOf(undefined, root)).toEqual([copied, beside])
  },
)
