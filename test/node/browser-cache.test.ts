import { expect, test } from 'vitest'
import { browserCache } from '../../transforms/node/parts/browser-cache.ts'
import { appOf, manifest } from './node-app.ts'

test.each([
  ['', '/root/.cache/puppeteer'],
  [
    "const { join } = require('path')\nmodule.exports = { cacheDirectory: join(__dirname, '.cache', 'browser') }",
    '/app/.cache/browser',
  ],
  [
    "const path = require('path')\n// cacheDirectory: join(__dirname, 'old')\nconst place = path.resolve(__dirname, 'browser')\nmodule.exports = { cacheDirectory: place }",
    '/app/browser',
  ],
  ["module.exports = { cacheDirectory: '/opt/browser' }", '/opt/browser'],
])('the browser that Puppeteer fetches is where its configuration says: %s', (config, expected) => {
  const app = appOf(
    'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD ["node", "index.js"]\n',
    {
      'package.json': manifest({ dependencies: { puppeteer: '^22.0.0' } }),
      'index.js': "require('puppeteer')",
      ...(config === '' ? {} : { '.puppeteerrc.cjs': config }),
    },
  )
  const behaviour = { writes: [], writesElsewhere: 'here and there', ports: [], programs: [] }
  expect(browserCache(app, behaviour).map(({ path }) => path)).toEqual([expected])
})
