import { expect, test } from 'vitest'
import { factsOfText } from '../../src/facts/facts.ts'
import { systemNeeds } from '../../src/plan/needs/system/system-files.ts'
import { seePrograms } from '../../src/plan/needs/seen/see-programs.ts'
import { memoryProject, type Files } from '../memory-project.ts'

/** Whether a program of Python asks the system for types of files. */
function asks(source: string, files: Files = {}, base = 'python:3.12') {
  const text = `FROM ${base}\nWORKDIR /app\nCOPY . .\nCMD ["python", "app.py"]\n`
  const facts = factsOfText(text, memoryProject({ 'app.py': `${source}\n`, ...files }))
  if (facts === undefined) throw new Error('it does not parse')
  return systemNeeds(seePrograms(facts), facts).some(({ path }) => path === '/etc/mime.types')
}

const flask = 'from flask import Flask, send_file, send_from_directory\napp = Flask(__name__)\n'
const starlette = 'from fastapi.staticfiles import StaticFiles\n'
const mount = "app.mount('/', StaticFiles(directory='web'))"

test.each<[string, Files]>([
  ['import mimetypes\nmimetypes.guess_type(name)', {}],
  ['from mimetypes import guess_type\nguess_type("a.docx")', {}],
  ["import mimetypes\nmimetypes.guess_extension('image/webp')", {}],
  [flask, { 'static/icons.woff2': '' }],
  ["from flask import Flask\nFlask(__name__, static_folder='web')", { 'web/a.webp': '' }],
  [`${flask}send_file(path)`, {}],
  [`${flask}send_file(data, download_name='a.xlsx')`, {}],
  [`${flask}send_from_directory('uploads', name)`, {}],
  [starlette + mount, { 'web/fonts/a.ttf': '' }],
  // What a build fills.
  [starlette + mount, {}],
  [
    "from fastapi.staticfiles import StaticFiles\nfrom pathlib import Path\nStaticFiles(directory=Path(__file__).parent / 'web')",
    { 'web/a.md': '' },
  ],
  ["from starlette.responses import FileResponse\nFileResponse(path, filename='a.odt')", {}],
  ["from bottle import static_file\nstatic_file(name, root='web')", {}],
  ["from django.http import FileResponse\nFileResponse(open('a.docx', 'rb'))", {}],
])('%s', (source, files) => {
  expect(asks(source, files)).toBe(true)
})

test.each<[string, Files]>([
  ["import mimetypes\nmimetypes.guess_type('a.png')", {}],
  ["import mimetypes\nmimetypes.guess_type('https://a.b/c.jpg')", {}],
  [flask, {}],
  [flask, { 'static/app.css': '', 'static/app.js': '', 'static/LICENSE': '' }],
  ['from flask import Flask\nFlask(__name__, static_folder=None)', { 'static/a.webp': '' }],
  [`${flask}send_file(path, 'application/pdf')`, {}],
  [`${flask}send_file(path, mimetype='application/pdf')`, {}],
  [`${flask}send_file(data, download_name='a.csv')`, {}],
  [`${flask}send_from_directory('web', 'index.html')`, {}],
  [`${flask}send_from_directory('web', name)`, { 'web/index.html': '' }],
  [starlette + mount, { 'web/index.html': '', 'web/app.js.map': '' }],
  ["from starlette.responses import FileResponse\nFileResponse(path, media_type='a/b')", {}],
  ["from whitenoise import WhiteNoise\nWhiteNoise(app, root='web')", { 'web/a.woff2': '' }],
  ["from aiohttp import web\napp.router.add_static('/', 'web')", { 'web/a.woff2': '' }],
  ["import pandas\npandas.read_excel('a.xlsx')", { 'a.xlsx': '' }],
])('%s needs nothing of it', (source, files) => {
  expect(asks(source, files)).toBe(false)
})

test('what Python itself knows depends on its version', () => {
  const files = { 'web/app.js': '', 'web/a.woff2': '' }
  const source = (name: string) => `import mimetypes\nmimetypes.guess_type('${name}')`
  expect(asks(source('a.js'), {}, 'python:3.11')).toBe(true)
  expect(asks(source('a.js'), {}, 'python:3.12-bookworm')).toBe(false)
  expect(asks(source('a.webp'), {}, 'python:3.13')).toBe(false)
  expect(asks(starlette + mount, files, 'python:3.13')).toBe(true)
  expect(asks(starlette + mount, files, 'python:3.14')).toBe(false)
  expect(asks(starlette + mount, files, 'python:3')).toBe(false)
})

test('an image that has no such table loses none', () => {
  expect(asks(starlette + mount, { 'web/a.woff2': '' }, 'python:3.12-slim')).toBe(false)
})
