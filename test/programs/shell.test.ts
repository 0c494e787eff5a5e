import { describe, expect, test } from 'vitest'
import { readShell } from '../../src/programs/readers/shell.ts'

const read = (text: string) => {
  const facts = readShell('bin/run.sh', text, (name) => (name === 'DATA' ? '/srv/data' : undefined))
  if (facts === undefined) throw new Error('does not parse')
  return facts
}
const show = ({ base, path }: { readonly base: string; readonly path: string }) => `${base}:${path}`

describe('what a script starts', () => {
  test.each<[string, string[]]>([
    ['set -e\nnode scripts/job.js --now', ['set', 'node cwd:scripts/job.js']],
    ['exec "$@"', []],
    ['cd worker && ./run.sh', ['cd', './run.sh@worker']],
    ['cd "$(dirname "$0")"\nnode job.js', ['cd', 'node own-folder:job.js']],
    ['"$(dirname "$0")/tool.sh" -v', ['tool.sh']],
    ['$TOOL --version', ['?']],
  ])('%s', (text, expected) => {
    const { programs, gaps } = read(text)
    const shown = programs.map(({ name, values, cwd }) => {
      const script = values[1]
      const below = cwd?.base === 'cwd' && cwd.path !== '' ? `@${cwd.path}` : ''
      return `${name}${below}${name === 'node' && script !== undefined ? ` ${show(script)}` : ''}`
    })
    expect([...shown, ...gaps.flatMap(({ what }) => (what === 'starts' ? ['?'] : []))]).toEqual(
      expected,
    )
  })
})

describe('files', () => {
  test.each<[string, string[]]>([
    ['date > log.txt', ['writes-file cwd:log.txt']],
    ['cd /srv; sort < in.txt', ['reads root:/srv/in.txt']],
    ['cd a/b; cd ../..; date > log', ['writes-file cwd:log']],
    ['mkdir -p "$DATA/cache"', ['writes-folder root:/srv/data/cache']],
    ['echo x >&2', []],
  ])('%s', (text, expected) => {
    const uses = read(text).paths.filter(({ use }) => use !== 'names')
    expect(uses.map(({ value, use }) => `${use} ${show(value)}`)).toEqual(expected)
  })
})

test('what is sourced is loaded', () => {
  const { imports, gaps } = read('. ./env.sh\nif true; then source "$CONFIG"; fi')
  expect(imports.map(({ value, isCertain }) => [value?.path, isCertain])).toEqual([
    ['env.sh', true],
  ])
  expect(gaps).toEqual([{ what: 'loads', at: { line: 2, text: expect.any(String) as string } }])
})

test('variables that the script does not set come from the environment', () => {
  const { environment } = read('A=1\nPORT=${PORT:-80}\necho "$A $PORT ${HOST:-x}"')
  expect(environment.map(({ name, at }) => `${name} ${at.line}`)).toEqual(['PORT 2', 'HOST 3'])
})
