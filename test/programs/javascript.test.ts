import { describe, expect, test } from 'vitest'
import { readJavaScript } from '../../src/programs/readers/javascript.ts'

const read = (text: string, path = 'src/a.ts', env: Record<string, string> = {}) => {
  const module = readJavaScript(path, text, (name) => env[name])
  if (module === undefined) throw new Error('does not parse')
  return module
}
const imports = (text: string, path?: string) =>
  read(text, path).imports.map(({ specifier }) => specifier)
const paths = (text: string, env?: Record<string, string>) => {
  const { paths: uses } = read(text, 'src/a.ts', env)
  const lines = uses.map(
    ({ value, use }) => `${use} ${value.base}:${value.path}${value.isPrefix ? '…' : ''}`,
  )
  return [...new Set(lines)]
}

describe('imports that are there when the module runs', () => {
  test.each([
    ["import a from 'a'; a()", ['a']],
    ["import 'side-effect'", ['side-effect']],
    ["import type { A } from 'a'", []],
    ["import { type A } from 'a'", []],
    ["import { A } from 'a'; const x: A = y", []],
    ["import { A } from 'a'; new A()", ['a']],
    ["export * from './b'", ['./b']],
    ["export type { B } from './b'", []],
    ["const a = require('a')", ['a']],
    ["import a = require('a'); a()", ['a']],
    ["require.resolve('a')", ['a']],
    ["const name = './' + 'b.js'; import(name)", ['./b.js']],
    ["require(dev ? './a' : './b')", ['./a', './b']],
    ['import(`./jobs/${name}.js`)', ['./jobs']],
    ["require(path.join(__dirname, 'c')); const path = require('path')", ['c', 'path']],
    ["new Worker(new URL('./work.js', import.meta.url))", ['work.js']],
    ["import { fork } from 'child_process'; fork('./job.js')", ['child_process', './job.js']],
    [
      "import cluster from 'cluster'; cluster.setupPrimary({ exec: 'job.js' })",
      ['cluster', 'job.js'],
    ],
    ['define(function (require) { require(3) })', []],
  ])('%s', (text, expected) => {
    expect(imports(text)).toEqual(expected)
  })

  test.each([
    'require(name)',
    'import(`lib/${name}.js`)',
    'eval(text)',
    "new Function('return ' + text)",
    'new Worker(file)',
    "require('vm').runInThisContext(text)",
  ])('%s loads what is only known at run time', (text) => {
    expect(read(text, 'a.js').gaps).toEqual([{ what: 'loads', at: { line: 1, text } }])
  })

  test.each([
    "new Function('return this')()",
    "eval('1')",
    'function f(require) { require(name) }',
  ])('%s has no gap', (text) => {
    expect(read(text, 'a.js').gaps).toEqual([])
  })

  test('what only types use is left out of TypeScript alone', () => {
    expect(imports("import a from 'a'", 'a.js')).toEqual(['a'])
    expect(imports("import a from 'a'", 'a.ts')).toEqual([])
  })

  test('a type beside a decorator is a value', () => {
    expect(
      imports(
        "import { Service } from './service'\n@Controller()\nclass A { constructor(private s: Service) {} }",
      ),
    ).toEqual(['./service'])
  })

  test('what stands in a condition may never happen', () => {
    const [item] = read(
      "if (process.env.NODE_ENV !== 'production') require('morgan')",
      'a.js',
    ).imports
    expect(item).toMatchObject({ specifier: 'morgan', isCertain: false })
  })
})

describe('paths', () => {
  const fs = "import fs from 'node:fs'; import path from 'path';"
  test.each([
    [`${fs} fs.readFileSync('data/a.json')`, ['reads cwd:data/a.json']],
    [
      `${fs} fs.readFileSync(path.join(__dirname, '..', 'views', 'a.html'))`,
      ['reads own-folder:../views/a.html'],
    ],
    [
      `${fs} const root = path.resolve('public'); fs.readFile(path.join(root, name), x)`,
      ['reads cwd:public…', 'names cwd:public'],
    ],
    [
      "import { writeFile } from 'fs/promises'; writeFile(`./logs/${day}.txt`, '')",
      ['writes-file cwd:./logs…'],
    ],
    [`${fs} fs.mkdirSync(new URL('./cache', import.meta.url))`, ['writes-folder own-folder:cache']],
    [`${fs} fs.createWriteStream(path.join(os.tmpdir(), 'x'))`, ['writes-file root:/tmp/x']],
    [`${fs} fs.mkdtempSync(path.join(__dirname, 'run-'))`, ['writes-file own-folder:run-']],
    ["app.use(express.static('public'))", ['reads cwd:public']],
    ["app.set('views', __dirname + '/views')", ['names own-folder:views']],
    ["import multer from 'multer'; multer({ dest: 'uploads/' })", ['writes-folder cwd:uploads/']],
    [
      "import Database from 'better-sqlite3'; new Database('data/app.db')",
      ['writes-file cwd:data/app.db'],
    ],
    [
      "export default { dialect: 'sqlite', storage: 'data/app.sqlite' }",
      ['writes-file cwd:data/app.sqlite'],
    ],
    ["const x = { autoSchemaFile: 'schema.gql' }", ['writes-file cwd:schema.gql']],
    ['const x = { autoSchemaFile: true, emitSchemaFile: false }', []],
    [
      "import path from 'path'; const x = { emitSchemaFile: path.join(process.cwd(), 'src/schema.gql') }",
      ['writes-file cwd:src/schema.gql'],
    ],
    ["sharp(file).resize(9).toFile('public/small.png')", ['writes-file cwd:public/small.png']],
    ['request.files.logo.mv(`uploads/${name}`)', ['writes-file cwd:uploads…']],
    ["workbook.xlsx.writeFile('out/a.xlsx')", ['writes-file cwd:out/a.xlsx']],
    ["import XLSX from 'xlsx'; XLSX.writeFile(book, 'out/a.xlsx')", ['writes-file cwd:out/a.xlsx']],
    ["const x = { port: 'public', message: 'a/b c' }", []],
    [`${fs} fs.readFileSync(path.join(__dirname, '/a.json'))`, ['reads own-folder:a.json']],
    [
      `${fs} fs.readFile(path.join('data', dev ? 'a' : 'b'))`,
      ['reads cwd:data/a', 'reads cwd:data/b'],
    ],
    [`${fs} const file = 'a.txt'; function f(file) { fs.readFile(file) }`, ['names cwd:a.txt']],
    ["const { readFile } = require('fs').promises; readFile('a')", ['reads cwd:a']],
    ["import fs from 'fs'; const { readFile: read } = fs.promises; read('a')", ['reads cwd:a']],
    [`${fs} fs.readFileSync(__filename)`, []],
    ["type A = 'a/b.ts'", []],
  ])('%s', (text, expected) => {
    expect(paths(text)).toEqual(expected)
  })

  test('ENV decides before the default', () => {
    const text =
      "import fs from 'fs'; fs.writeFileSync((process.env.DATA || 'data') + '/a.json', '')"
    expect(paths(text)[0]).toBe('writes-file cwd:data/a.json')
    expect(paths(text, { DATA: '/var/data' })[0]).toBe('writes-file root:/var/data/a.json')
  })

  test('what is only known at run time is said', () => {
    const module = read("import fs from 'fs'; fs.readFile(request.file, x); fs.unlink(name, x)")
    expect(module.gaps.map(({ what, at }) => `${what} ${at.line}`)).toEqual(['reads 1', 'writes 1'])
  })
})

describe('settings that name files to write', () => {
  const gaps = (text: string) => read(text).gaps.map(({ what }) => what)
  test.each([
    "import config from 'config'; import log4js from 'log4js'; log4js.configure(config.get('log'))",
    "const { transports } = require('winston'); new transports.File(require('./settings').file)",
    "import bunyan from 'bunyan'; bunyan.createLogger({ name: 'a', ...settings })",
    "import multer from 'multer'; import { upload } from './settings.js'; multer(upload)",
    "import log4js from 'log4js'; log4js.configure('log4js.json')",
  ])('come from elsewhere: %s', (text) => {
    expect(gaps(text)).toEqual(['writes'])
  })

  test.each([
    "import log4js from 'log4js'; log4js.configure({ appenders: { out: { type: 'stdout' } } })",
    "import log4js from 'log4js'; const log = { appenders: {} }; log4js.configure(log)",
    "import multer from 'multer'; multer()",
    "import bunyan from 'bunyan'; bunyan.createLogger({ name: 'a' })",
  ])('are written out: %s', (text) => {
    expect(gaps(text)).toEqual([])
  })
})

describe('where a program lies that is started in another folder', () => {
  const cp = "import cp from 'child_process';"
  test.each([
    [`${cp} cp.exec('cd tools && ./convert.sh')`, 'cwd:tools/convert.sh'],
    [`${cp} cp.exec('cd .. && ./a.sh')`, 'cwd:../a.sh'],
    [`${cp} cp.exec('cd /opt/x && ./a.sh')`, 'root:/opt/x/a.sh'],
    [`${cp} cp.exec('cd $HOME && ./a.sh')`, 'unknown:a.sh'],
    [`${cp} cp.execFile('./a.sh', [], { cwd: 'tools' })`, 'cwd:tools/a.sh'],
    [`${cp} cp.spawn('./a.sh', { cwd: __dirname + '/b' })`, 'own-folder:b/a.sh'],
    [`${cp} cp.exec('cd tools && git pull')`, 'cwd:git'],
  ])('%s', (text, expected) => {
    const [path] = read(text)
      .programs.filter(({ name }) => name !== 'cd')
      .map(({ values }) => values[0])
    expect(`${path?.base}:${path?.path}`).toBe(expected)
  })
})

describe('programs and ports', () => {
  test.each([
    ["import { exec } from 'child_process'; exec('git pull && ls')", ['git', 'ls', 'ssh']],
    ["import cp from 'child_process'; cp.spawn('git', list)", ['git', 'ssh']],
    ["import cp from 'child_process'; cp.spawn('git', ['-C', x, 'log'])", ['git']],
    ["import cp from 'child_process'; cp.execFile('git', ['clone', x, '/data'])", ['git', 'ssh']],
    ["import cp from 'child_process'; cp.exec(`git clone https://${x}@h/r /data`)", ['git']],
    ["import cp from 'child_process'; cp.exec(`git clone -b ${x} /srv/r /data`)", ['git']],
    [
      "import cp from 'child_process'; cp.exec('git remote -v && git submodule status')",
      ['git', 'git'],
    ],
    ["import git from 'simple-git'; git().clone('https://h/r')", ['git']],
    ["import git from 'simple-git'; git().clone(`https://${x}@h/r`)", ['git']],
    ["import git from 'simple-git'; git().clone('git@h:r')", ['ssh', 'git']],
    ["import git from 'simple-git'; const own = git('/data'); own.clone(x)", ['git', 'ssh']],
    ["import git from 'simple-git'; const own = git('/data'); own.pull()", ['git', 'ssh']],
    ["import git from 'simple-git'; const own = git('/data'); own.log()", ['git']],
    ["import git from 'simple-git'; git().raw(['ls-remote', x])", ['ssh', 'git']],
    [
      "import { simpleGit } from 'simple-git'; export const own = simpleGit('/data')",
      ['git', 'ssh'],
    ],
    ["import { spawn } from 'node:child_process'; spawn('python3', [x])", ['python3']],
    ["const { execFile } = require('child_process'); execFile(process.execPath, [])", ['node']],
    ["import { execa } from 'execa'; await execa('ffmpeg', [])", ['ffmpeg']],
    ["import cp from 'child_process'; cp.exec(`convert ${a}`)", ['convert']],
    ["import cp from 'child_process'; cp.exec(command)", ['?']],
    ["import cp from 'child_process'; cp.spawn(process.env.TOOL ?? 'git')", ['git', '?']],
    ["import { exec } from 'child_process'; util.promisify(exec)(`tar x ${name}`)", ['tar']],
    [
      "const { exec } = require('child_process'); const run = require('util').promisify(exec); run('tar x')",
      ['tar'],
    ],
    ["import { $ } from 'execa'; await $`pdftotext ${file}`", ['pdftotext']],
    ["import cp from 'child_process'; cp.spawn('sh', ['-c', 'zip -r a b'])", ['sh', 'zip']],
    [
      "import cp from 'child_process'; cp.execFile(join(__dirname, 'run.sh')); import { join } from 'path'",
      ['run.sh'],
    ],
    ['/x/.exec(text)', []],
  ])('%s', (text, expected) => {
    const { programs, gaps } = read(text)
    const unknown = gaps.flatMap(({ what }) => (what === 'starts' ? ['?'] : []))
    expect([...programs.map(({ name }) => name), ...unknown]).toEqual(expected)
  })

  test.each([
    ['app.listen(3000)', [3000]],
    ['app.listen(process.env.PORT || 8080)', [8080]],
    ['const port = Number(process.env.PORT ?? 80); app.listen(port)', [80]],
    ['app.listen(config.port)', []],
    ["import dgram from 'dgram'; dgram.createSocket('udp4').bind(53)", [53]],
    ["require('dgram').createSocket('udp4').bind({ port: 53 })", [53]],
    ['this.show = this.show.bind(this)', []],
    ['dns.listen({ udp: 53 })', [53]],
    ['dns.listen({ tcp: { port: 53 } })', [53]],
    ["import { FtpSrv } from 'ftp-srv'; new FtpSrv({ url: 'ftp://0.0.0.0:21' })", [21]],
    ['fastify.listen({ port: 3000 })', [3000]],
    ['var port = normalizePort(process.env.PORT || "3000"); server.listen(port)', [3000]],
    ['function start(port) { app.listen(port) }\nconst port = 3000', []],
  ])('%s', (text, expected) => {
    expect(read(text).ports.map(({ port }) => port)).toEqual(expected)
  })
})

test.each([
  ["server.listen('/run/app.sock')", ['writes-file root:/run/app.sock']],
  ["server.listen(process.env.SOCKET || '/tmp/a.sock')", ['writes-file root:/tmp/a.sock']],
  ["app.listen({ path: '/var/run/app/http' })", ['writes-file root:/var/run/app/http']],
  ["app.listen('./app.sock')", ['writes-file cwd:./app.sock']],
  [
    "import path from 'path'; app.listen(path.join(__dirname, 'app.sock'))",
    ['writes-file own-folder:app.sock'],
  ],
  ["const hapi = Hapi.server({ port: '/run/a.sock' })", ['writes-file root:/run/a.sock']],
  ["Bun.serve({ unix: '/run/b.sock' })", ['writes-file root:/run/b.sock']],
  ["app.listen({ port: 3000, path: '/graphql' })", []],
  ["io.listen(3000, { path: '/socket.io' })", []],
  ["client.listen('/topic/news', show)", []],
  ['app.listen(3000)', []],
])('a socket is a file: %s', (text, expected) => {
  expect(paths(text).filter((line) => line.startsWith('writes'))).toEqual(expected)
})

test('a file that does not parse is not read', () => {
  expect(readJavaScript('a.ts', 'const = ', () => undefined)).toBeUndefined()
})

test.each([
  ['process.env.A', ['A']],
  ["import.meta.env['A']", ['A']],
  ['const { A, B: b } = process.env', ['A', 'B']],
  ['const env = process.env; env.A', ['A']],
  ['const { env } = process; env.A', ['A']],
  ["import { env } from 'node:process'; env.A", ['A']],
  ["import { loadEnv } from 'vite'; const env = loadEnv(mode, '.'); use(env.A)", ['A']],
  ['const all = { ...process.env, ...more }; const { A } = all', ['A']],
  ['export default { fetch: (request, env) => env.A }', []],
  ['const env = env; env.A', []],
])('variables of the environment: %s', (text, expected) => {
  expect(read(text, 'src/a.js').environment.map(({ name }) => name)).toEqual(expected)
})
