import { expect, test } from 'vitest'
import { includedWords, placesOfWord } from '../../src/plan/needs/files/text-includes.ts'

test.each([
  ["# import User from '../types/user.graphql'", '../types/user.graphql'],
  ['import "shared/types.proto";', 'shared/types.proto'],
  ['extends /layouts/base.pug', '/layouts/base.pug'],
  ['  include ../shared/head', '../shared/head'],
  ["<%- include('../shared/foot', { year }) %>", '../shared/foot'],
  ['{% extends "../layout.njk" %}', '../layout.njk'],
  ['<mj-include path="partials/footer.mjml" />', 'partials/footer.mjml'],
  ['<xs:include schemaLocation="../common.xsd"/>', '../common.xsd'],
  ["@use '~theme/colours';", 'theme/colours'],
])('%s', (line, word) => {
  expect(includedWords(`first\n${line}\nlast\n`)).toContain(word)
})

test('a line that takes nothing in names nothing', () => {
  expect(includedWords('<img src="../logo.png">\n<p>data/a.json</p>\n')).toEqual([])
})

test('a comment for readers takes nothing in, and one for a program does', () => {
  expect(includedWords('<!-- Shown by the code\n of main.go, use it -->\n<p></p>')).toEqual([])
  expect(includedWords('<p><!-- a --><!--#include file="b/c.html" -->')).toEqual(['b/c.html'])
  expect(includedWords('<!-- include parts/head.html -->')).toEqual(['parts/head.html'])
  expect(includedWords('<!-- a --> {{> b/c }} {{ include "d/e.html" }}')).toContain('d/e.html')
})

test('a text of more words than a person writes is data', () => {
  const lines = Array.from({ length: 2000 }, (_, at) => `import "a${at}/b.proto";`)
  expect(includedWords(lines.join('\n'))).toEqual([])
})

test('a word leads beside its text, and to each folder above up to the work folder', () => {
  expect(placesOfWord('base.pug', '/app/mail/de/a.pug', '/app')).toEqual([
    '/app/mail/de/base.pug',
    '/app/mail/base.pug',
    '/app/base.pug',
  ])
})

test('outside of the work folder only what stands beside it is meant', () => {
  expect(placesOfWord('/base', '/srv/mail/a.ejs', '/app')).toEqual([
    '/srv/mail/base',
    '/srv/mail/base.ejs',
  ])
})
