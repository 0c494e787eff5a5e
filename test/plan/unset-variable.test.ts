import path from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { openProject } from '../../src/project/open-project.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { tempFolder } from '../project/temp-folder.ts'

const source = 'FROM golang:1.22\nWORKDIR /app\nCOPY . .\nRUN go build -o shop .\nCMD ["./shop"]\n'
const program = `package main

import "os"

func main() {
	os.ReadFile(os.Getenv("SHOP"))
}
`

/** What the split of a program says of its risk, and the assumption. */
function splitOf(files: Readonly<Record<string, string>>) {
  const all = { Dockerfile: source, 'go.mod': 'module shop\n\ngo 1.22\n', 'main.go': program }
  const root = tempFolder({ ...all, ...files })
  const project = openProject({ root, dockerfilePath: path.join(root, 'Dockerfile') })
  const outcome = migrate(files['Dockerfile'] ?? source, project, { ecosystems, rules })
  if (outcome.outcome !== 'migrated') throw new Error(outcome.reason)
  const split = outcome.changes.find(({ rule }) => rule === 'split-stages')
  return [split?.risk, split?.assumption]
}

test('a file that a variable names which nobody sets is for a person to accept', () => {
  expect(splitOf({ 'conf/shop.yaml': 'a: 1\n' })).toEqual([
    'review',
    'main.go:6 reads what SHOP names, which nothing in the project sets: no file of the project that is left behind.',
  ])
})

test.each<[string, Readonly<Record<string, string>>]>([
  ['there is no data', {}],
  [
    'ENV sets it',
    { 'conf/shop.yaml': '', Dockerfile: source.replace('CMD', 'ENV SHOP=conf/shop.yaml\nCMD') },
  ],
  [
    'compose sets it',
    {
      'conf/shop.yaml': '',
      'compose.yaml':
        'services:\n  a:\n    build: .\n    environment:\n      SHOP: conf/shop.yaml\n',
    },
  ],
  [
    'a path is written out',
    { 'conf/shop.yaml': '', 'main.go': program.replace('os.Getenv("SHOP")', '"a"') },
  ],
])('nothing is asked where %s', (_what, files) => {
  expect(splitOf(files)).toEqual(['safe', undefined])
})
