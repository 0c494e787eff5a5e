import { expect, test } from 'vitest'
import { behaviourOf } from '../../src/programs/behaviour.ts'
import { followModules, mostModules } from '../../src/programs/module-graph.ts'
import { javascript } from '../../src/programs/readers/javascript/resolve.ts'
import { shell } from '../../src/programs/readers/shell.ts'

/** Follows `server.js` of these files, which stand in /app. */
function follow(files: Record<string, string>, entry = 'server.js') {
  const project = { isFile: (path: string) => path in files }
  const graph = followModules({
    read: (path) => files[path],
    files: (folder) => Object.keys(files).filter((path) => path.startsWith(`${folder}/`)),
    languages: [javascript(project, []), shell(project)],
    env: () => undefined,
    cwd: '/app',
    imagePath: (path) => `/app/${path}`,
    contextPath: (path) => (path.startsWith('/app/') ? path.slice(5) : undefined),
  })([entry])
  return { ...graph, paths: graph.modules.map(({ path }) => path) }
}

test.each<[string, Record<string, string>, string[]]>([
  ['nothing out of the context', { 'server.js': "import '../lib/a.js'" }, ['server.js']],
  [
    'compiled names',
    { 'server.js': "import './a.js'; import './b'", 'a.ts': '', 'b/index.ts': '' },
    ['server.js', 'a.ts', 'b/index.ts'],
  ],
  [
    'workers',
    { 'server.js': "new Worker(new URL('./work.js', import.meta.url))", 'work.js': '' },
    ['server.js', 'work.js'],
  ],
  [
    'forked modules, from the working directory',
    { 'src/server.js': "require('child_process').fork('./job')", 'job.js': '' },
    ['src/server.js', 'job.js'],
  ],
  [
    'any module of a folder',
    {
      'server.js': 'for (const name of names) require(`./models/${name}`)',
      'models/order.js': "require('../lib/a')",
      'models/order.test.js': '',
      'models/notes.md': '',
      'lib/a.js': '',
    },
    ['server.js', 'models/order.js', 'lib/a.js'],
  ],
  [
    'a folder of modules that is handed on',
    {
      'server.js':
        "const path = require('path'); new Handler({ directory: path.join(__dirname, 'commands') }); app.use(express.static(path.join(__dirname, 'public')))",
      'commands/music/play.js': "require('../../lib/a')",
      'lib/a.js': '',
      'public/page.js': '',
      'public/index.html': '',
    },
    ['server.js', 'commands/music/play.js', 'lib/a.js'],
  ],
  [
    'modules that a pattern finds',
    {
      'src/server.js': "connect({ entities: [__dirname + '/models/**/*.js'] })",
      'src/models/order.js': '',
    },
    ['src/server.js', 'src/models/order.js'],
  ],
  [
    'not any module of the whole context',
    { 'server.js': "require(require('path').join(__dirname, name))", 'a.js': '' },
    ['server.js'],
  ],
  [
    'scripts of node',
    {
      'server.js': "require('child_process').spawn('node', ['--no-warnings', 'scripts/job.js'])",
      'scripts/job.js': "require('./more')",
      'scripts/more.js': '',
    },
    ['server.js', 'scripts/job.js', 'scripts/more.js'],
  ],
  [
    'scripts of the shell, and what they start',
    {
      'server.js': "require('child_process').execFile('./run.sh')",
      'run.sh': '. ./env.sh\nnode scripts/job.js',
      'env.sh': 'A=1',
      'scripts/job.js': '',
    },
    ['server.js', 'run.sh', 'env.sh', 'scripts/job.js'],
  ],
  [
    'a path of the own folder',
    {
      'src/server.js':
        "const path = require('path'); require('child_process').spawn('sh', [path.join(__dirname, 'run.sh')])",
      'src/run.sh': '',
    },
    ['src/server.js', 'src/run.sh'],
  ],
  [
    'a circle',
    { 'server.js': "require('./a')", 'a.js': "require('./server')" },
    ['server.js', 'a.js'],
  ],
])('follows %s', (_, files, expected) => {
  expect(follow(files, Object.keys(files)[0]).paths).toEqual(expected)
})

test('what a started script loads runs as it is, too', () => {
  const { asTheyAre } = follow({
    'server.js': "require('./lib'); require('child_process').execFile('node', ['job.js'])",
    'lib.js': '',
    'job.js': "require('./more.js')",
    'more.js': "require('./lib')",
  })
  expect(asTheyAre).toEqual(['job.js', 'more.js', 'lib.js'])
})

test("what can't be followed is said with its line", () => {
  const { gaps, gap, nowhere, data, packages } = follow({
    'server.js':
      "import './broken.js'\nimport './gone.js'\nimport '#db'\nimport x from './a.json'\nimport 'express/router'\nrequire(name)",
    'broken.js': 'const = ',
    'a.json': '{}',
  })
  expect(gaps.map(({ what, path, at }) => `${what} ${path}:${at.line}`)).toEqual([
    'loads server.js:6',
    'loads broken.js:1',
  ])
  expect(gap).toBe("broken.js can't be read")
  expect(nowhere.map(({ specifier, at }) => `${specifier} ${at.line}`)).toEqual([
    './gone.js 2',
    '#db 3',
  ])
  expect(data).toEqual(['a.json'])
  expect(packages.map(({ name, specifier }) => [name, specifier])).toEqual([
    ['express', 'express/router'],
  ])
})

test('a behaviour says what the modules say, each with its line', () => {
  const graph = follow({
    'server.js':
      "const fs = require('fs')\nfs.readFileSync('a.txt')\nfs.writeFileSync('data/b', '')\nfs.unlinkSync(name)\nrequire('child_process').exec('ls x')\nhttp.listen(process.env.PORT || 80)",
  })
  const behaviour = behaviourOf(graph, ({ value }) => [`/app/${value.path}`])
  const lines = (items: readonly { readonly evidence: { readonly line: number | undefined } }[]) =>
    items.map(({ evidence }) => evidence.line)
  expect(behaviour.reads.map(({ path }) => path)).toEqual(['/app/a.txt'])
  expect(behaviour.writes.map(({ path }) => path)).toEqual(['/app/data/b'])
  expect(behaviour.starts.map(({ name, args }) => [name, ...args])).toEqual([['ls', 'x']])
  expect(behaviour.listens.map(({ port }) => port)).toEqual([80])
  expect(behaviour.environment.map(({ name }) => name)).toEqual(['PORT'])
  expect(behaviour.gaps.map(({ what }) => what)).toEqual(['writes'])
  expect(
    [behaviour.reads, behaviour.writes, behaviour.gaps, behaviour.starts, behaviour.listens].map(
      lines,
    ),
  ).toEqual([[2], [3], [4], [5], [6]])
})

test.each<[string, string, string[], string[]]>([
  ['bin/www', "#!/usr/bin/env node\nrequire('../app')\n", ['bin/www', 'app.js'], []],
  ['bin/www', "require('../app')\n", ['bin/www', 'app.js'], []],
  ['bin/start', '#!/bin/sh\nnode app.js\n', ['bin/start', 'app.js'], []],
  ['bin/report', '#!/usr/bin/env python3\nimport sys\n', [], ['bin/report']],
  ['report.py', '#!/usr/bin/python3.11\nprint(1)\n', [], ['report.py']],
  ['bin/check', '#!/usr/bin/perl\nprint 1;\n', [], ['bin/check']],
])('an entry is read by its first line: %s %j', (path, text, modules, data) => {
  const graph = follow({ [path]: text, 'app.js': '' }, path)
  expect([graph.paths, graph.data, graph.gaps]).toEqual([modules, data, []])
})

test('of more sources than a program has, those that come first are read, and that there are more is a gap', () => {
  const read: string[] = []
  const follow = (count: number) =>
    followModules({
      read: (path) => path,
      files: () => [],
      languages: [
        {
          endings: ['.x'],
          interpreters: [],
          read: (path) => {
            read.push(path)
            const specifier = `${Number(path.slice(0, -2)) + 1}.x`
            const at = { line: 1, text: '' }
            return {
              path,
              imports: specifier === `${count}.x` ? [] : [{ specifier, isCertain: true, at }],
              paths: [],
              programs: [],
              ports: [],
              environment: [],
              gaps: [],
            }
          },
          resolve: ({ specifier }) => ({ kind: 'files', paths: [specifier] }),
          fileOf: (path) => path,
        },
      ],
      env: () => undefined,
      cwd: undefined,
      imagePath: () => undefined,
      contextPath: () => undefined,
    })(['0.x'])
  expect(follow(mostModules)).toMatchObject({ gap: undefined, gaps: [] })
  read.length = 0
  const { modules, gap, gaps } = follow(mostModules + 5)
  expect(modules.length).toBe(mostModules)
  expect(read.length).toBe(mostModules)
  expect(gap).toBe('more than 10,000 sources are loaded')
  expect(gaps).toEqual([
    { what: 'loads', path: `${mostModules}.x`, at: { line: 1, text: `${mostModules}.x` } },
  ])
})
