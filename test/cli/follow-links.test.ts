import { readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { migrateHere } from '../../src/cli/migrate/core/migrate-all.ts'
import { folderWith, runHere } from './surroundings.ts'

const go =
  'FROM golang:1.22\nWORKDIR /src\nCOPY go.mod main.go ./\nRUN CGO_ENABLED=0 go build -o /app .\nCMD ["/app"]\n'
const service = (name: string) => ({
  [`${name}/Dockerfile`]: go,
  [`${name}/go.mod`]: 'module x\n\ngo 1.22\n',
  [`${name}/main.go`]: 'package main\n\nfunc main() {}\n',
})

function linked(link: string, target: string) {
  const files = { ...service('here/a'), ...service('here/x'), ...service('there/b') }
  const root = folderWith(files)
  rmSync(join(root, link), { force: true })
  symlinkSync(join(root, target), join(root, link))
  const text = () => readFileSync(join(root, target), 'utf8')
  const write = (...argv: readonly string[]) =>
    runHere(['--write', ...argv], { cwd: join(root, 'here'), migrateAll: migrateHere })
  return { root, text, write }
}

it('a link that leads out of the given folders is not taken', async () => {
  const { root, text, write } = linked('here/x/Dockerfile', 'there/b/Dockerfile')
  const ran = await write('x/Dockerfile')
  expect(ran.code).toBe(3)
  expect(ran.stderr).toContain(
    `x/Dockerfile: failed: It is a link to ${root}/there/b/Dockerfile, which is in none of the folders that were given. [leads-outside]`,
  )
  expect(text()).toBe(go)
})

it.each([
  [
    'with --follow-links',
    'here/x/Dockerfile',
    'there/b/Dockerfile',
    ['x/Dockerfile', '--follow-links'],
  ],
  [
    'into a folder that is given, too',
    'here/x/Dockerfile',
    'there/b/Dockerfile',
    ['x/Dockerfile', '../there'],
  ],
  ['within the working directory', 'here/x/Dockerfile', 'here/a/Dockerfile', ['x/Dockerfile']],
  [
    "within the link's own folder",
    'there/b/Dockerfile.link',
    'there/b/Dockerfile',
    ['../there/b/Dockerfile.link'],
  ],
])('a link is taken %s', async (_, link, target, argv) => {
  const { text, write } = linked(link, target)
  expect((await write(...argv)).code).toBe(0)
  expect(text()).toContain('AS builder')
})
