import { expect, test } from 'vitest'
import { readJavaScript } from '../../src/programs/readers/javascript.ts'

const writesOf = (text: string) =>
  (readJavaScript('a.js', text, () => undefined)?.paths ?? [])
    .filter(({ use }) => use.startsWith('writes'))
    .map(({ value, use }) => `${use} ${value.path}`)

test.each([
  ["const Loki = require('lokijs')\nnew Loki('shop.db')", 'writes-file shop.db'],
  [
    "import { Store } from 'any-store'\nnew Store('./data/shop.sqlite')",
    'writes-file ./data/shop.sqlite',
  ],
  [
    "import { PGlite } from '@electric-sql/pglite'\nnew PGlite('./pgdata')",
    'writes-folder ./pgdata',
  ],
  ["import { open } from 'lmdb'\nopen({ path: 'kept' })", 'writes-folder kept'],
  [
    "const jsonServer = require('json-server')\njsonServer.router('db.json')",
    'writes-file db.json',
  ],
  ["image.write('out/b.png')", 'writes-file out/b.png'],
  [
    "const pino = require('pino')\npino({ transport: { target: 'pino/file', options: { destination: './logs/a.log' } } })",
    'writes-file ./logs/a.log',
  ],
])('%s', (text, written) => {
  expect(writesOf(text)).toContain(written)
})

test.each([
  ["answer.write('hello there')"],
  ["write('a.txt')"],
  ["import { Client } from 'any-client'\nnew Client('https://db.example.com/shop.db')"],
  ["import { Engine } from 'any-engine'\nnew Engine('./views/index.html')"],
  ["import { User } from 'any-model'\nnew User({ name: 'a' }).save()"],
])('%s writes nothing', (text) => {
  expect(writesOf(text)).toEqual([])
})
