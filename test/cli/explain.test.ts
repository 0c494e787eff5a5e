import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrateHere } from '../../src/cli/migrate/core/migrate-all.ts'
import { explanation } from '../../src/report/explain/explain-schema.ts'
import { folderWith, runHere } from './surroundings.ts'

const files = {
  'a/Dockerfile':
    'FROM golang:1.22\nWORKDIR /src\nEXPOSE 8080\nCOPY . .\nRUN go build -o /app .\nCMD ["/app"]\n',
  'a/go.mod': 'module x\n\ngo 1.22\n',
  'a/main.go':
    'package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe(":8080", nil) }\n',
  'b/Dockerfile': 'FROM node:20\nONBUILD COPY . .\nCMD ["node", "x.js"]\n',
  'b/Dockerfile.two': 'FROM scratch\n',
  onbuild: 'FROM node:20\nONBUILD COPY . .\nCMD ["node", "x.js"]\n',
}

const explain = (cwd: string, ...argv: readonly string[]) =>
  runHere(['explain', ...argv], { cwd, migrateAll: migrateHere, columns: 80 })

describe('explain', () => {
  it('says what a code, a rule and an outcome means', async () => {
    const cwd = folderWith({})
    for (const word of ['onbuild', 'layer-order', 'refused', 'write-failed', 'split-stages']) {
      const ran = await explain(cwd, word)
      expect(ran).toMatchObject({ code: 0, stderr: '' })
      expect(ran.stdout).toMatch(new RegExp(`^${word} \\((code|rule|outcome)`))
    }
  })

  it('says of each line where it is now, and of one line alone', async () => {
    const cwd = folderWith(files)
    const whole = await explain(cwd, 'a/Dockerfile')
    expect(whole.stdout).toContain('moved by split-stages')
    expect(whole.stdout).toContain('* Build in a builder stage')
    const one = await explain(cwd, 'a/Dockerfile:3')
    expect(one.stdout).toContain(
      'Line 3 of the file: The rule split-stages of go moved it as it was, in stage\nruntime: ',
    )
    expect(one.stdout).not.toContain('WORKDIR')
    expect((await explain(cwd, 'a:3')).stdout).toBe(one.stdout)
  })

  it('prints JSON, to a file as well', async () => {
    const cwd = folderWith(files)
    const ran = await explain(cwd, 'a/Dockerfile', '--format', 'json')
    const found = explanation.parse(JSON.parse(ran.stdout))
    expect(found).toMatchObject({ kind: 'file', outcome: 'migrated', ecosystem: 'go' })
    await explain(cwd, 'onbuild', '--format', 'json', '-o', 'out.json')
    const word: unknown = JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8'))
    expect(explanation.parse(word)).toMatchObject({ kind: 'code', outcome: 'refused' })
  })

  it('heeds which rules count', async () => {
    const cwd = folderWith(files)
    const ran = await explain(cwd, 'a', '--only', 'docker-ignore')
    expect(ran.stdout).not.toContain('split-stages')
  })

  it('takes a file that is named like a code by its path', async () => {
    const cwd = folderWith(files)
    expect((await explain(cwd, 'onbuild')).stdout).toMatch(/^onbuild \(code/)
    const file = await explain(cwd, './onbuild')
    expect(file.stdout).toContain('refused: Line 2')
    expect(file.stdout).toContain('msb-migrate explain onbuild has more.')
  })

  it('takes a file whose name ends like a line', async () => {
    const cwd = folderWith({ 'Dockerfile:3': 'FROM node:20\nONBUILD COPY . .\n' })
    expect((await explain(cwd, 'Dockerfile:3')).stdout).toContain('Dockerfile:3')
  })

  it.each([
    [[], 'explain takes one code, rule, outcome or file'],
    [['onbuild', 'refused'], 'explain takes one'],
    [['onbuidl'], 'there is no code, rule, outcome or file "onbuidl"; did you mean onbuild?'],
    [['xyz'], 'there is no code, rule, outcome or file "xyz"; docs/refusals.md lists the codes'],
    [['b'], 'there are 2 Dockerfiles in b; name one, as b/Dockerfile'],
    [['a/Dockerfile:99'], 'a/Dockerfile has no line 99'],
    [['a/Dockerfile:0'], 'lines are counted from 1'],
    [['onbuild', '--write'], '--write is not for explain'],
    [['onbuild', '--format', 'html'], '--format html is for'],
  ])('%j is bad usage', async (argv, message) => {
    const ran = await explain(folderWith(files), ...argv)
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain(message)
  })

  it('fails with the file', async () => {
    const cwd = folderWith({ 'go/Dockerfile': '' })
    expect((await explain(cwd, 'go/Dockerfile', '--config', 'no.yaml')).code).toBe(2)
  })
})
