import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, runHere } from './surroundings.ts'

const files = { 'a/Dockerfile': 'FROM big\nCMD a\n', 'b/Dockerfile': 'FROM x\nREFUSE\n' }

describe('--format', () => {
  it('names what a command prints', async () => {
    const cwd = folderWith(files)
    const csv = await runHere(['--format', 'csv'], { cwd })
    expect(csv.code).toBe(2)
    const text = '--format csv is for inventory and pr report; choose one of pretty, diff,'
    expect(csv.stderr).toContain(`msb-migrate: ${text}`)
    const dot = await runHere(['verify', '--format', 'dot'], { cwd })
    expect(dot.stderr).toContain('--format dot is for a run without a command; choose one of')
    const unknown = await runHere(['--format', 'markdwn'], { cwd })
    expect(unknown.stderr).toContain('did you mean markdown?')
  })

  it.each([
    ['sarif', '"ruleId":"split-stages"'],
    ['github', '::warning file=a/Dockerfile,line=1,title=Split into two stages::'],
    ['markdown', '| `a/Dockerfile` | would change | node | 1 | 1 |'],
    ['mermaid', 'flowchart LR\n  subgraph file0["a/Dockerfile"]'],
    ['dot', 'label="a/Dockerfile";'],
  ])('%s', async (format, part) => {
    const ran = await runHere(['--format', format], { cwd: folderWith(files) })
    expect(ran.stdout).toContain(part)
    expect(ran.code).toBe(0)
  })

  it('github appends to the step summary, and only warns where it may not', async () => {
    const cwd = folderWith({ ...files, 'summary.md': '# Earlier\n' })
    const file = join(cwd, 'summary.md')
    const env = { GITHUB_STEP_SUMMARY: file }
    await runHere(['--format', 'github', 'a', 'b'], { cwd, env })
    expect(readFileSync(file, 'utf8')).toMatch(
      /^# Earlier\n2 Dockerfiles: 1 would change, 1 refused \(onbuild\)\.\n\n\| Dockerfile/,
    )
    await runHere(['--format', 'json'], { cwd, env: { GITHUB_STEP_SUMMARY: join(cwd, 'no.md') } })
    expect(existsSync(join(cwd, 'no.md'))).toBe(false)
    mkdirSync(join(cwd, 'folder'))
    const ran = await runHere(['--format', 'github'], {
      ...{ cwd, env: { GITHUB_STEP_SUMMARY: join(cwd, 'folder') } },
    })
    expect(ran.stderr).toContain("warning: the step summary can't be written to")
    expect(ran.code).toBe(0)
  })
})
