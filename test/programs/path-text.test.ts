import { expect, test } from 'vitest'
import { pathsIn, pathsWithin } from '../../src/programs/path-text.ts'

test.each([
  ['certs/root.crt', ['certs/root.crt']],
  ['file://./model/model.json', ['./model/model.json']],
  ['file:data/shop.db', ['data/shop.db']],
  ['docs/api.yaml#/paths', ['docs/api.yaml']],
  ['mongodb://u:p@db/shop?tls=true&tlsCAFile=rds-ca.pem', ['rds-ca.pem']],
  ['postgres://db/shop?sslmode=verify-full&sslrootcert=certs%2Froot.crt', ['certs/root.crt']],
  ['https://example.com/a?next=%ZZ', []],
  ['https://example.com/', []],
  ['production', []],
  ['', []],
])('%s names %j', (text, paths) => {
  expect(pathsIn(text)).toEqual(paths)
})

test('a literal that is a path as a whole is read elsewhere', () => {
  expect(pathsWithin('views/index.pug')).toEqual([])
  expect(pathsWithin('file://views/index.pug')).toEqual(['views/index.pug'])
})
