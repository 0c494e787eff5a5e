import { expect, test } from 'vitest'
import { factsOfText } from '../../../src/facts/facts.ts'
import { seePrograms } from '../../../src/plan/needs/seen/see-programs.ts'
import { memoryProject, type Files } from '../../memory-project.ts'

/** What a program of Python may write by a package, by its sources. */
function unseen(source: string, more: Files = {}, start = '["python", "app.py"]', copied = '.') {
  const text = `FROM python:3.12\nWORKDIR /app\nCOPY ${copied} ./\nCMD ${start}\n`
  const facts = factsOfText(text, memoryProject({ 'app.py': source, ...more }))
  return facts && seePrograms(facts).python.unseenWrites
}

const made = (place: string, name: string) =>
  `${place} names ${name}, which the program may write by a package`

test.each([
  ['bot.pickle', "import tide\ntide.Memory('bot.pickle')"],
  ['data/jobs.sqlite3', "import tide\ntide.Queue(path='data/jobs.sqlite3')"],
  ['sqlite:///jobs.db', "import tide\ntide.Store('sqlite:///jobs.db')"],
  [
    'sqlite+aiosqlite:////srv/jobs.db',
    "import tide\ntide.Store('sqlite+aiosqlite:////srv/jobs.db')",
  ],
  ['sqlite://jobs', "import tide\ntide.Store('sqlite://jobs')"],
  // Another use on the line says nothing of it.
  ['bot.pickle', "import tide\ntide.Bot(open('token.txt').read(), tide.Memory('bot.pickle'))"],
])('%s is handed to a package', (name, source) => {
  expect(unseen(source, { 'token.txt': '' })).toBe(made('app.py:2', name))
})

test.each([
  "import tide\ntide.Memory('bot.pickle')  # a file of the context is read",
  "import os\nprint(os.path.join('x', '*.db'), 'a'.endswith('.pkl'))",
  "import tide\ntide.Store('sqlite:///:memory:')\ntide.Store('sqlite://')",
  "x = open('tide.db', 'wb')",
  "from sqlalchemy import create_engine\ncreate_engine('sqlite:///tide.db?timeout=5')",
  'import settings\nopen(settings.PATH)',
  "DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': 'tide.db'}}",
])('%s', (source) => {
  const files = { 'bot.pickle': '', 'settings.py': "PATH = 'tide.lock'\n" }
  expect(unseen(source, files)).toBeUndefined()
})

const yaml = 'handlers:\n  file:\n    class: logging.handlers.RotatingFileHandler\n'

test.each<[string, string]>([
  ['logging.ini', '[handler_file]\nclass = handlers.TimedRotatingFileHandler\n'],
  ['conf/logging.yaml', yaml],
  ['log.json', '{"handlers": {"a": {"class": "logging.FileHandler"}}}'],
  ['shop/settings.toml', '[handlers.a]\nclass = "logging.FileHandler"\n'],
])('a handler in %s writes', (path, text) => {
  expect(unseen('import tide\n', { [path]: text })).toBe(`${path} has logs written into a file`)
})

test('settings by other names count where they are named', () => {
  const files = { 'tide.yaml': yaml }
  const said = 'tide.yaml has logs written into a file'
  expect(unseen('import tide\n', files)).toBeUndefined()
  expect(unseen("import tide\ntide.load('tide.yaml')\n", files)).toBe(said)
  expect(unseen('import tide\n', files, '["python", "app.py", "--log=tide.yaml"]')).toBe(said)
})

test('settings that are not of the image, that a comment holds, or that are data say nothing', () => {
  const source = 'import tide\n'
  expect(unseen(source, { 'test/logging.yaml': yaml }, undefined, 'app.py')).toBeUndefined()
  expect(unseen(source, { 'logging.yaml': yaml, '.dockerignore': '*.yaml' })).toBeUndefined()
  expect(unseen(source, { 'logging.yaml': '# class: logging.FileHandler\na: b\n' })).toBeUndefined()
  const long = JSON.stringify({ a: 'logging.FileHandler', text: 'x'.repeat(300_000) })
  expect(unseen(source, { 'config.json': long })).toBeUndefined()
})

test('of a program in another language nothing is said', () => {
  const text = 'FROM node:20\nWORKDIR /app\nCOPY . .\nCMD ["node", "app.js"]\n'
  const files = { 'app.js': "store('bot.pickle')\n", 'logging.yaml': yaml }
  const facts = factsOfText(text, memoryProject(files))
  expect(facts && seePrograms(facts).python.unseenWrites).toBeUndefined()
})
