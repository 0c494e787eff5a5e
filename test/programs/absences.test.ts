import { describe, expect, test } from 'vitest'
import { readJavaScript } from '../../src/programs/readers/javascript.ts'
import { workingFolder } from '../../src/programs/path-value.ts'
import { readPhp } from '../../src/programs/readers/php.ts'
import { factsOfPackage, parseGo, shareNames } from '../../src/programs/readers/go.ts'

const javascript = (text: string) => {
  const source = `import fs from 'fs'; import fsp from 'fs/promises'; ${text}`
  const { absences = [] } = readJavaScript('a.ts', source, () => undefined) ?? {}
  return [...new Set(absences.map(({ value }) => value.path))]
}

describe('what a module of JavaScript does where a folder is not there', () => {
  test.each([
    "if (!fs.existsSync('data')) { fs.mkdirSync('data'); fs.writeFileSync('data/a.json', '[]') }",
    "if (!fs.existsSync('data')) { fs.mkdirSync('data', { recursive: true }); seed() }",
    "if (!fs.existsSync('data')) await seed()",
    "if (fs.existsSync('data') === false) { fs.mkdirSync('data'); this.seed() }",
    "if (fs.existsSync('data')) { load() } else { fs.mkdirSync('data'); seed() }",
    "function init() { if (fs.existsSync('data')) return; fs.mkdirSync('data'); fs.writeFileSync('data/a.json', '[]') }",
    "const isThere = fs.existsSync('data'); if (!isThere) { fs.mkdirSync('data'); fs.cpSync('seed', 'data') }",
    "const isNew = !fs.existsSync('data'); if (isNew) { fs.mkdirSync('data'); seed() }",
    "const DIR = 'data'; if (!fs.existsSync(DIR)) { fs.mkdirSync(DIR); fs.writeFileSync(`${DIR}/a.json`, '[]') }",
    "if (!exists('data')) { fs.mkdirSync('data'); seed() }",
    "fs.existsSync('data') || seed()",
    "!isQuiet && !fs.existsSync('data') && seed()",
    "if (fs.existsSync('data') && !isForced) { load() } else { fs.mkdirSync('data'); seed() }",
    "function init() { if (fs.existsSync('data') && !isForced) return; fs.mkdirSync('data'); seed() }",
    "if (Boolean(fs.existsSync('data')) !== true) seed()",
    "fs.mkdirSync('data')",
    "await fsp.mkdir('data')",
    "fs.mkdir('data', (error) => { if (error) throw error })",
    "fs.mkdir('data', (error) => { if (error) return; fs.writeFile('data/a.json', '[]', done) })",
    "try { fs.mkdirSync('data'); fs.writeFileSync('data/a.json', '[]') } catch {}",
    "try { fs.mkdirSync('data') } catch (error) { console.error(error); process.exit(1) }",
    "try { fs.accessSync('data') } catch { fs.mkdirSync('data'); fs.writeFileSync('data/a.json', '[]') }",
    "async function init() { try { await fsp.stat('data') } catch { await fsp.mkdir('data'); await seed() } }",
    "fs.access('data', (error) => { if (error) { fs.mkdirSync('data'); fs.writeFileSync('data/a.json', '[]') } })",
    "fsp.access('data').catch(async () => { await fsp.mkdir('data'); await fsp.writeFile('data/a.json', '[]') })",
    "if (!fs.existsSync('data/a.json')) { fs.mkdirSync('data'); console.log('made') }",
    "app.get('/', (q, r) => { if (!fs.existsSync('data')) { fs.mkdirSync('data'); r.send('made') } })",
    "app.get('/', (q, r) => { if (!fs.existsSync('data')) { fs.mkdirSync('data'); r.end() } else r.send('was there') })",
    "app.get('/', async (q, r) => { try { await fsp.access('data') } catch { await fsp.mkdir('data'); r.status(201).json({}) } })",
    "app.get('/', (q, r) => { fsp.access('data').catch(() => fsp.mkdir('data').then(() => r.redirect('/'))) })",
    "app.get('/', (q, r) => { fs.stat('data', (error) => { if (error) { fs.mkdir('data', () => { r.render('first') }) } }) })",
    "router.get('/', (ctx) => { if (!fs.existsSync('data')) { fs.mkdirSync('data'); ctx.body = 'made' } })",
    "app.get('/', (q, r, next) => { if (!fs.existsSync('data')) { fs.mkdirSync('data'); next() } })",
    "function ask(callback) { if (!fs.existsSync('data')) { fs.mkdir('data', () => callback(null, 'data')) } }",
    "function load() { if (!fs.existsSync('data')) { fs.mkdirSync('data'); return [] } return fs.readFileSync('data/a.json') }",
    "const ensure = () => { if (fs.existsSync('data')) return false; fs.mkdirSync('data'); return true }",
    "let isNew = false; if (!fs.existsSync('data')) { fs.mkdirSync('data'); isNew = true }",
  ])('%s', (text) => {
    expect(javascript(text)).toContain('data')
  })

  test.each([
    "if (!fs.existsSync('data')) fs.mkdirSync('data')",
    "if (!fs.existsSync('data')) { fs.mkdirSync('data'); console.log('made'); logger.info('made') }",
    "const DIR = 'data'; if (!fs.existsSync(DIR)) { fs.mkdirSync(DIR) }",
    "const isThere = fs.existsSync('data'); if (!isThere) fs.mkdirSync('data')",
    "function init() { if (fs.existsSync('data')) return; fs.mkdirSync('data') }",
    "fs.existsSync('data') || fs.mkdirSync('data')",
    "!fs.existsSync('data') && fs.mkdirSync('data')",
    "fs.mkdirSync('data', { recursive: true }); fs.writeFileSync('data/a.json', '[]')",
    "fs.mkdir('data', () => {})",
    "fs.mkdir('data', (error) => { if (error && error.code !== 'EEXIST') throw error })",
    "fsp.mkdir('data').catch(() => {})",
    "try { fs.mkdirSync('data') } catch {}",
    "try { fs.mkdirSync('data') } catch (error) { if (error.code !== 'EEXIST') throw error }",
    "try { fs.accessSync('data') } catch { fs.mkdirSync('data') }",
    "fs.access('data', (error) => { if (error) fs.mkdirSync('data') })",
    "fsp.access('data').catch(() => fsp.mkdir('data'))",
    "if (!fs.existsSync('data')) return response.status(404).end()",
    "if (fs.existsSync('data')) fs.readdirSync('data').forEach(load)",
    "if (fs.existsSync('data') && !isQuiet) { seed() }",
    "if (!isQuiet && fs.existsSync('data')) { seed() }",
    "!isQuiet && fs.existsSync('data') && seed()",
    "function init() { if (!fs.existsSync('data')) return; fs.mkdirSync('data') }",
    "if (!fs.existsSync('data')) throw new Error('no data')",
    "function put(q, f, cb) { if (!fs.existsSync('data')) { fs.mkdirSync('data') } cb(null, 'data') }",
    "function put(q, f, cb) { if (!fs.existsSync('data')) { fs.mkdirSync('data'); return cb(null, 'data') } cb(null, 'data') }",
    "function put(q, f, cb) { if (!fs.existsSync('data')) { fs.mkdir('data', (e) => cb(e, 'data')) } else cb(null, 'data') }",
    "function ready(cb) { if (!fs.existsSync('data')) { fs.mkdir('data', (e) => { if (e) cb(e) }) } }",
    "function place() { if (!fs.existsSync('data')) { fs.mkdirSync('data'); return 'data'.trim() } return 'data' }",
    "app.get('/', (q, r) => { if (!fs.existsSync('data')) fs.mkdirSync('data'); r.send('made') })",
    "app.get('/', (q, r) => { try { r.json(fs.readdirSync('data')) } catch { r.sendStatus(500) } })",
  ])('nothing but making it: %s', (text) => {
    expect(javascript(text)).not.toContain('data')
  })
})

const go = (body: string) => {
  const text = `package main\n\nimport ("os"; "log"; "errors")\n\nfunc start() error {\n${body}\n}\n`
  const source = parseGo('main.go', text)
  const sources = source === undefined ? [] : [source]
  shareNames(sources)
  const [facts] = factsOfPackage(sources, {
    env: () => undefined,
    namesOf: () => undefined,
    imagePath: (path) => `/app/${path}`,
  })
  return [...new Set((facts?.absences ?? []).map(({ value }) => value.path))]
}
const made = 'os.Mkdir("data", 0o755)'
const filled = `${made}\nos.WriteFile("data/a.json", nil, 0o644)`

describe('what a Go file does where a folder is not there', () => {
  test.each([
    `if _, err := os.Stat("data"); os.IsNotExist(err) {\n${filled}\n}`,
    `if _, err := os.Stat("data"); err != nil {\n${filled}\n}`,
    `if _, err := os.Stat("data"); errors.Is(err, os.ErrNotExist) {\n${made}\nseed()\n}`,
    `if _, err := os.Stat("data"); err != nil && os.IsNotExist(err) {\n${filled}\n}`,
    `_, err := os.Stat("data")\nif os.IsNotExist(err) {\n${filled}\n}`,
    `if _, err := os.Stat("data"); err == nil {\nload()\n} else {\n${filled}\n}`,
    `if _, err := os.Stat("data"); err == nil {\nreturn nil\n}\n${filled}`,
    `if !exists("data") {\n${filled}\n}`,
    `if !exists("data") {\nseed()\n}`,
    `if isForced && !exists("data") {\nseed()\n}`,
    `if exists("data") == false {\nseed()\n}`,
    `there := exists("data")\nif !there {\nseed()\n}`,
    `if exists("data") {\nreturn nil\n}\n${made}\nseed()`,
    `dir := "data"\nif _, err := os.Stat(dir); os.IsNotExist(err) {\nos.MkdirAll(dir, 0o755)\nos.WriteFile("data/a.json", nil, 0o644)\n}`,
    `if err := ${made}; err != nil {\nlog.Fatal(err)\n}`,
    `err := ${made}\nif err != nil {\nreturn err\n}`,
    `if _, err := os.Stat("data/a.json"); os.IsNotExist(err) {\nif err := ${made}; err != nil {\nlog.Fatal(err)\n}\n}`,
  ])('%s', (body) => {
    expect(go(body)).toContain('data')
  })

  test.each([
    `if _, err := os.Stat("data"); os.IsNotExist(err) {\n${made}\n}`,
    `if _, err := os.Stat("data"); os.IsNotExist(err) {\nlog.Println("make it")\nif err := ${made}; err != nil {\nlog.Fatal(err)\n}\n}`,
    `if _, err := os.Stat("data"); err == nil {\nreturn nil\n}\nif err := ${made}; err != nil {\nreturn err\n}`,
    `if err := ${made}; err != nil && !os.IsExist(err) {\nlog.Fatal(err)\n}`,
    `if err := os.MkdirAll("data", 0o755); err != nil {\nlog.Fatal(err)\n}\nos.WriteFile("data/a.json", nil, 0o644)`,
    made,
    `if err := ${made}; err != nil {\nlog.Println(err)\n}`,
    `if !exists("data") {\n${made}\n}`,
    `if _, err := os.Stat("data"); err != nil {\nreturn err\n}`,
    `if !isQuiet && exists("data") {\nseed()\n}`,
    `if exists("data") != false {\nseed()\n}`,
    `if user != nil && exists("data") {\nseed()\n}`,
  ])('nothing but making it: %s', (body) => {
    expect(go(body)).not.toContain('data')
  })

  test('an index of bleve makes its folder itself', () => {
    const source = parseGo(
      'main.go',
      'package main\n\nimport "github.com/blevesearch/bleve/v2"\n\nfunc main() { bleve.New("a.bleve", nil) }\n',
    )
    const [facts] = factsOfPackage(source === undefined ? [] : [source], {
      env: () => undefined,
      namesOf: () => undefined,
      imagePath: (path) => `/app/${path}`,
    })
    expect(facts?.absences?.map(({ value }) => value.path)).toEqual(['a.bleve'])
  })
})

const php = (text: string) =>
  (readPhp('index.php', `<?php ${text}`, workingFolder).absences ?? []).map(
    ({ value }) => value.path,
  )

describe('what a PHP source does where a folder is not there', () => {
  test.each([
    "if (!is_dir('data')) { mkdir('data'); file_put_contents('data/a.json', '[]'); }",
    "$d = 'data'; if (!file_exists($d)) { mkdir($d, 0755, true); copy('seed.json', 'data/a.json'); }",
    "function start() { if (is_dir('data')) { return; } mkdir('data'); touch('data/a'); }",
    "class A { function start() { if (!is_dir('data')) { mkdir('data'); $this->fill(); } } }",
    "class A { static function start() { if (!is_dir('data')) { mkdir('data'); self::fill(); } } }",
    "function seed() {} if (!is_dir('data')) { mkdir('data'); seed(); }",
    "if (is_dir('data')) { load(); } else { mkdir('data'); touch('data/a'); }",
    "function start() { if (is_dir('other')) { return; } if (is_dir('data')) { return; } mkdir('data'); touch('data/a'); }",
  ])('%s', (text) => {
    expect(php(text)).toEqual(['data'])
  })

  test.each([
    "if (!is_dir('data')) mkdir('data');",
    "if (!is_dir('data') && !mkdir('data') && !is_dir('data')) { throw new Exception('no'); }",
    "if (!is_dir('data')) { mkdir('data'); } file_put_contents('data/a.json', '[]');",
    "@mkdir('data'); file_put_contents('data/a.json', '[]');",
    "is_dir('data') || mkdir('data');",
    "function start() { if (is_dir('data')) { return; } mkdir('data'); } touch('data/a');",
  ])('nothing but making it: %s', (text) => {
    expect(php(text)).toEqual([])
  })
})
