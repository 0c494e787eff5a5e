import { expect, test } from 'vitest'
import { readPrismaBlocks } from '../../transforms/javascript/prisma-schema.ts'

const read = (text: string) =>
  readPrismaBlocks(text).map(({ kind, strings }) => [
    kind,
    ...[...strings].map(([key, { text: value, line }]) => `${line} ${key} ${value}`),
  ])

test('settings of each block, comments and models aside', () => {
  const schema = `
generator client {
  provider = "prisma-client-js" // output = "../no"
  output   = "../src/client"
}
/* datasource old {
  provider = "mysql"
} */
datasource db {
  provider = "sqlite"
  url      = env("DATABASE_URL")
}
model Note {
  text String @default("{ provider = 1 }") @map("a") // }
}
`
  expect(read(schema)).toEqual([
    ['generator', '3 provider prisma-client-js', '4 output ../src/client'],
    ['datasource', '10 provider sqlite'],
    ['model'],
  ])
})

test('what is not whole is read as far as it goes', () => {
  expect(read('datasource db {\n provider = "sqli')).toEqual([['datasource']])
  expect(read('/* {')).toEqual([])
})
