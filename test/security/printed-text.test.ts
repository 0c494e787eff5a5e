import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { jsonReport } from '../../src/report/json/json-schema.ts'
import { plainJson, shownLine, shownPath, shownText } from '../../src/report/paint.ts'
import { folderWith, runHere } from '../cli/surroundings.ts'

/** What rewrites a screen, turns text around, or is a command where a CI reads along. */
const hostile = [
  '# \u001b[2J\u001b]0;owned\u0007 \u009b1m \u202etxt.exe\u2066 \u0000 over\rwritten',
  '::error file=x::not so',
  '  ::add-mask::secret',
  '\u00a0::stop-commands::x',
  '# ##[error]not so ##vso[task.setvariable variable=x]y ##teamcity[message]',
].join('\n')
const names = ['::error::x', 'new\nline', 'tab\tand\u202ebidi', '##[error]', '"quoted"', 'ok ü']
const commands = hostile.split('\n').slice(1).join('\n')

/** What a reader's terminal or CI would obey in a text. */
function obeyed(text: string): readonly string[] {
  return text
    .split('\n')
    .filter(
      (line) =>
        /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|##(\[|vso\[|teamcity\[)/.test(
          line,
        ) || line.trimStart().startsWith('::'),
    )
}

describe('text of files, and their names', () => {
  const files = (source: string) =>
    Object.fromEntries(
      names.flatMap((name) => [
        [`${name}/Dockerfile`, `FROM big\n${source}\n# IGNORE\n`],
        [`${name}/Dockerfile.no`, `REFUSE\n${source}\n`],
      ]),
    )

  it.each([
    [['-d']],
    [['-d', '--color']],
    [['--format', 'diff']],
    [['--format', 'json']],
    [['--check']],
    [['--write']],
    [['--write', '--format', 'diff']],
    [['nothing\u001b[2J\n::error::x']],
  ])('are harmless in %j', async (argv) => {
    const cwd = folderWith(files(hostile))
    const ran = await runHere(argv, { cwd })
    // Our own colours are no text of a file.
    const plain = (text: string): string => text.replace(/\u001b\[\d+m/g, '')
    expect(obeyed(plain(ran.stdout) + plain(ran.stderr))).toEqual([])
  })

  it('are harmless on a terminal', async () => {
    const cwd = folderWith(files(hostile))
    const ran = await runHere(['-d'], { cwd, terminal: true, env: { NO_COLOR: '1' } })
    expect(obeyed(ran.stdout)).toEqual([])
    expect(ran.stdout).toContain('^[[2J')
  })

  it('are what they were in a JSON document', async () => {
    const source = `FROM big\n${hostile}\n`
    const cwd = folderWith({ [`${names[2] ?? ''}/Dockerfile`]: source })
    const { stdout } = await runHere(['--format', 'json'], { cwd })
    const [file] = jsonReport.parse(JSON.parse(stdout)).files
    expect(file).toMatchObject({ path: `${names[2] ?? ''}/Dockerfile`, before: source })
  })

  it('are one line each in a list', async () => {
    const cwd = folderWith(files('# plain'))
    const { stdout } = await runHere(['--check'], { cwd })
    const listed = stdout.trimEnd().split('\n')
    expect(listed).toHaveLength(names.length)
    expect(
      listed.map((line) => (line.startsWith('"') ? (JSON.parse(line) as string) : line)).sort(),
    ).toEqual(names.map((name) => `${name}/Dockerfile`).sort())
    expect(listed).toContain('ok ü/Dockerfile')
  })
})

describe('a diff', () => {
  it('that is not safe to show is not printed, and the file fails with a code', async () => {
    const cwd = folderWith({
      'a/Dockerfile': `FROM big\n${hostile}\n`,
      'b/Dockerfile': 'FROM big\n',
    })
    const ran = await runHere(['--format', 'diff'], { cwd })
    expect(ran.code).toBe(3)
    expect(ran.stderr).toContain(
      'a/Dockerfile: failed: Its diff is not printed, since it has control',
    )
    expect(ran.stderr).toContain('[not-printable]')
    execFileSync('git', ['apply'], { cwd, input: ran.stdout })
    expect(readFileSync(join(cwd, 'b/Dockerfile'), 'utf8')).toBe('FROM small\n')
  })

  it('with lines that only a CI obeys goes to a file, whole', async () => {
    const cwd = folderWith({ Dockerfile: `FROM big\r\n${commands}\n` })
    expect((await runHere(['--format', 'diff'], { cwd })).stderr).toContain('[not-printable]')
    expect((await runHere(['--format', 'diff', '-o', 'x.patch'], { cwd })).code).toBe(0)
    execFileSync('git', ['apply', '--whitespace=nowarn', 'x.patch'], { cwd })
    expect(readFileSync(join(cwd, 'Dockerfile'), 'utf8')).toBe(`FROM small\r\n${commands}\n`)
  })

  it('that is shown in another way is none for git apply', async () => {
    const cwd = folderWith({
      'a/Dockerfile': `FROM big\n${hostile}\n`,
      'b/Dockerfile': 'FROM big\n',
    })
    const { stdout, code } = await runHere(['-d'], { cwd })
    expect(code).toBe(0)
    expect(stdout).toContain('  +FROM small\n   # ^[[2J')
    execFileSync('git', ['apply'], { cwd, input: stdout })
    expect(readFileSync(join(cwd, 'a/Dockerfile'), 'utf8')).toContain('FROM big')
    expect(readFileSync(join(cwd, 'b/Dockerfile'), 'utf8')).toBe('FROM small\n')
  })
})

it('each way to show text makes it harmless, and leaves other text alone', () => {
  for (const show of [shownText, shownLine, shownPath])
    for (const text of [hostile, ...hostile.split('\n'), ...names])
      expect(obeyed(show(text))).toEqual([])
  expect(obeyed(plainJson(JSON.stringify(hostile)))).toEqual([])
  const plain = '# a::b ## [x] RUN x::y #[derive] ü 😀\n\tEXPOSE 80\n'
  expect(shownText(plain)).toBe(plain)
  expect(shownPath('a b/ü.Dockerfile')).toBe('a b/ü.Dockerfile')
})
