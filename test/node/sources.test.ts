import { describe, expect, test } from 'vitest'
import { readModule } from '../../transforms/javascript/source/module-facts.ts'

const read = (text: string, path = 'src/a.ts', env: Record<string, string> = {}) => {
  const module = readModule(path, text, (name) => env[name])
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
  ])('%s', (text, expected) => {
    expect(imports(text)).toEqual(expected)
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
      ['reads module:../views/a.html'],
    ],
    [
      `${fs} const root = path.resolve('public'); fs.readFile(path.join(root, name), x)`,
      ['names cwd:public', 'reads cwd:public…', 'names cwd:public…'],
    ],
    [
      "import { writeFile } from 'fs/promises'; writeFile(`./logs/${day}.txt`, '')",
      ['writes-file cwd:./logs…', 'names cwd:./logs…'],
    ],
    [`${fs} fs.mkdirSync(new URL('./cache', import.meta.url))`, ['writes-folder module:./cache']],
    [`${fs} fs.createWriteStream(path.join(os.tmpdir(), 'x'))`, ['writes-file root:/tmp/x']],
    ["app.use(express.static('public'))", ['names cwd:public']],
    ["app.set('views', __dirname + '/views')", ['names module:views']],
    [
      "import multer from 'multer'; multer({ dest: 'uploads/' })",
      ['writes-folder cwd:uploads/', 'names cwd:uploads/'],
    ],
    [
      "import Database from 'better-sqlite3'; new Database('data/app.db')",
      ['writes-file cwd:data/app.db', 'names cwd:data/app.db'],
    ],
    [
      "export default { dialect: 'sqlite', storage: 'data/app.sqlite' }",
      ['writes-file cwd:data/app.sqlite', 'names cwd:data/app.sqlite'],
    ],
    ["const x = { port: 'public', message: 'a/b c' }", []],
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
    expect(module.unknownReads.map(({ line }) => line)).toEqual([1])
    expect(module.unknownWrites.map(({ line }) => line)).toEqual([1])
  })
})

describe('programs and ports', () => {
  test.each([
    ["import { exec } from 'child_process'; exec('git pull && ls')", ['git']],
    ["import { spawn } from 'node:child_process'; spawn('python3', [x])", ['python3']],
    ["const { execFile } = require('child_process'); execFile(process.execPath, [])", ['node']],
    ["import { execa } from 'execa'; await execa('ffmpeg', [])", ['ffmpeg']],
    ["import cp from 'child_process'; cp.exec(`convert ${a}`)", ['convert']],
    ["import cp from 'child_process'; cp.exec(command)", [undefined]],
    ['/x/.exec(text)', []],
  ])('%s', (text, expected) => {
    expect(read(text).programs.map(({ name }) => name)).toEqual(expected)
  })

  test.each([
    ['app.listen(3000)', [3000]],
    ['app.listen(process.env.PORT || 8080)', [8080]],
    ['const port = Number(process.env.PORT ?? 80); app.listen(port)', [80]],
    ['app.listen(config.port)', []],
  ])('%s', (text, expected) => {
    expect(read(text).ports).toEqual(expected)
  })
})

test('a file that does not parse is not read', () => {
  expect(readModule('a.ts', 'const = ', () => undefined)).toBeUndefined()
})
