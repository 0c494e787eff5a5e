import { describe, expect, test } from 'vitest'
import { readConfig } from '../../transforms/javascript/config/read-config.ts'
import type { ConfigValue } from '../../transforms/javascript/config/value.ts'
import { viewOfFiles } from './tools/tool-project.ts'

/** What /app/tool.config.js says, as plain data: `?` is what is not known, `...` what may be there beside. */
function read(text: string, files: Readonly<Record<string, string>> = {}): unknown {
  const view = viewOfFiles({ 'tool.config.js': text, ...files })
  const variables: Readonly<Record<string, string>> = { PORT: '8080', NODE_ENV: 'production' }
  const value = readConfig('/app/tool.config.js', {
    view,
    cwd: '/app',
    variable: (name) => (name in variables ? { value: variables[name] } : undefined),
    given: [{ mode: 'production' }],
  })
  return value === undefined ? undefined : plain(value)
}

function plain(value: ConfigValue): unknown {
  switch (value.kind) {
    case 'literal':
      return value.value
    case 'path':
      return value.path
    case 'list':
      return [...value.items.map(plain), ...(value.isWhole ? [] : ['...'])]
    case 'record':
      return {
        ...Object.fromEntries([...value.entries].map(([key, item]) => [key, plain(item)])),
        ...(value.isWhole ? {} : { '...': true }),
      }
    case 'call':
      return `${value.name}()`
    case 'unknown':
      return '?'
    default:
      return value.kind
  }
}

describe('what a configuration file says without being run', () => {
  test.each<[string, string, unknown]>([
    ['exports.a = 1', 'exports.a = 1', { a: 1 }],
    [
      'export default',
      `const a = 'x'\nexport default { a, b: [a, 'y'] } as const`,
      { a: 'x', b: ['x', 'y'] },
    ],
    [
      'paths',
      `import path from 'node:path'\nexport default { a: path.join(__dirname, '../x'), b: path.resolve('y'), c: path.join('p', 'q') }`,
      { a: '/x', b: '/app/y', c: 'p/q' },
    ],
    [
      'URLs of files',
      `import { fileURLToPath } from 'url'\nexport default { a: fileURLToPath(new URL('./src', import.meta.url)) }`,
      { a: '/app/src' },
    ],
    [
      'the environment',
      `module.exports = { a: process.env.PORT, b: process.env.NONE, c: Number(process.env.PORT) || 1, d: process.env.NONE ?? 'z' }`,
      { a: '8080', b: undefined, c: 8080, d: 'z' },
    ],
    [
      'names taken from it',
      `const { PORT, HOST = 'h' } = process.env\nmodule.exports = { PORT, HOST }`,
      { PORT: '8080', HOST: 'h' },
    ],
    ['a function', `export default ({ mode }) => ({ a: mode === 'production' ? 1 : 2 })`, { a: 1 }],
    [
      'a function with branches',
      `module.exports = function (env) { if (env.mode !== 'production') { return { a: 1 } } else { return { a: 2 } } }`,
      { a: 2 },
    ],
    [
      'a branch that is not known',
      `const c = { a: 1, b: 2 }\nif (test()) c.a = 3\nmodule.exports = c`,
      { a: '?', b: 2 },
    ],
    [
      'what is given later',
      `const c = { s: { p: 1 } }\nc.s.q = 2\nc.t = 'x'\nmodule.exports = c`,
      { s: { p: 1, q: 2 }, t: 'x' },
    ],
    ['a list that grows', `const l = [1]\nl.push(2)\nmodule.exports = { l }`, { l: [1, '...'] }],
    [
      'spread records',
      `const base = { a: 1, b: 1 }\nexport default { ...base, b: 2, ...(false && { c: 3 }) }`,
      { a: 1, b: 2 },
    ],
    [
      'a spread that is not known',
      `import preset from 'preset'\nexport default { a: 1, ...preset, b: 2 }`,
      { b: 2, '...': true },
    ],
    [
      'lists without what is nothing',
      `export default { a: [process.env.NONE && 'x', 'y'].filter(Boolean) }`,
      { a: ['y'] },
    ],
    [
      'merged records',
      `const { merge } = require('webpack-merge')\nmodule.exports = merge({ a: { x: 1 }, l: [1] }, { a: { y: 2 }, l: [2] })`,
      { a: { x: 1, y: 2 }, l: [1, 2] },
    ],
    ['wrappers that are not known', `module.exports = withPlugins({ a: 1 })`, 'withPlugins()'],
    [
      'a function that calls itself',
      `const f = (n) => [f(n), f(n)]\nexport default { a: f(1) }`,
      expect.anything(),
    ],
    ['text that is no program', 'export default {{{', undefined],
  ])('%s', (_name, text, value) => {
    expect(read(text)).toEqual(value)
  })

  test('modules of the project are followed, in a circle too', () => {
    expect(
      read(
        `import base, { port } from './base'\nexport default { ...base, port, name: require('./package.json').name }`,
        {
          'base.ts': `import config from './tool.config.js'\nexport const port: number = 3000\nexport default { dir: 'x', config }`,
          'package.json': '{"name":"shop"}',
        },
      ),
    ).toEqual({ dir: 'x', config: '?', port: 3000, name: 'shop' })
  })

  test('a value knows the line that it stands in, and the variables that decided it', () => {
    const view = viewOfFiles({ 'c.js': `module.exports = {\n  port: process.env.PORT || 1,\n}` })
    const value = readConfig('/app/c.js', { view, cwd: '/app', variable: () => undefined })
    const port = value?.kind === 'record' ? value.entries.get('port') : undefined
    expect(port).toMatchObject({
      value: 1,
      variables: ['PORT'],
      at: { path: 'c.js', line: 2, text: 'port: process.env.PORT || 1,' },
    })
  })
})
