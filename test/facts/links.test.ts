import { expect, test } from 'vitest'
import { parseScript } from '../../src/dockerfile/shell/shell.ts'
import { commandsOfScript } from '../../src/facts/commands/command.ts'
import { effectsOf } from '../../src/facts/effects/effects.ts'
import { originOf, realPath } from '../../src/facts/stages/links.ts'

function effects(line: string) {
  const script = parseScript(line)
  const commands = script === undefined ? [] : commandsOfScript(script, '/work', () => undefined)
  return commands.flatMap((command) => effectsOf(command) ?? [])
}

test.each([
  ['ln -s /opt/a/bin/a /usr/local/bin/a', '/usr/local/bin/a', '/opt/a/bin/a'],
  ['ln -sf /opt/a/bin/a /usr/local/bin/', '/usr/local/bin/a', '/opt/a/bin/a'],
  ['ln --symbolic ../lib/a/a /usr/local/bin/a', '/usr/local/bin/a', '/usr/local/lib/a/a'],
  ['cd /usr/bin && ln -s ../lib/a/a', '/usr/bin/a', '/usr/lib/a/a'],
  ['ln -sr bin/a /usr/bin/a', '/usr/bin/a', '/work/bin/a'],
  ['ln -s /deps/node_modules node_modules', '/work/node_modules', '/deps/node_modules'],
])('%s', (line, path, from) => {
  expect(effects(line)).toEqual([{ kind: 'creates', path, from, isFolder: false, isLink: true }])
})

test('a hard link is a file', () => {
  expect(effects('ln a /usr/bin/a')).toMatchObject([{ from: '/work/a', isLink: false }])
})

const links = {
  links: new Map([
    ['/usr/bin/a', '/opt/a/bin/a'],
    ['/opt/a', '/opt/a-1.2'],
    ['/round', '/round/again'],
  ]),
  copies: new Map([['/usr/bin/run', '/app/run.sh']]),
}

test('links are followed through each other, and circles end', () => {
  expect(realPath('/usr/bin/a', links)).toBe('/opt/a-1.2/bin/a')
  expect(realPath('/round/x', links)).toBe('/round/x')
  expect(realPath('/app/x', links)).toBe('/app/x')
})

test('a copy on PATH has the contents of what was copied', () => {
  expect(originOf('/usr/bin/run', links)).toBe('/app/run.sh')
})
