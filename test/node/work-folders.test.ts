import { expect, test } from 'vitest'
import { linesOf, manifest } from './node-app.ts'

test.each(['/root/app', '/tmp/app', '/etc/app', '/run/app', '/mnt/app', '/var/lib/app'])(
  'a build in %s makes its own files there',
  (folder) => {
    const lines = linesOf(
      `FROM node:20\nWORKDIR ${folder}\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build\nEXPOSE 3000\nCMD ["node", "dist/index.js"]\n`,
      {
        'package.json': manifest({ scripts: { build: 'tsc' } }),
        'tsconfig.json': '{ "compilerOptions": { "outDir": "dist" } }',
        'index.ts': `console.log(1)\n`,
      },
    )
    expect(lines).toContain(`COPY --from=builder ${folder}/dist ./dist`)
  },
)
