import { expect, test } from 'vitest'
import { parseScript } from '../../src/dockerfile/shell/shell.ts'
import { type Command, commandsOfScript } from '../../src/facts/commands/command.ts'
import { effectsOf } from '../../src/facts/effects/effects.ts'
import { unpackedBy } from '../../src/facts/effects/unpack-effects.ts'

function command(line: string): Command {
  const script = parseScript(line)
  const [only] = script === undefined ? [] : commandsOfScript(script, '/work', () => undefined)
  if (only === undefined) throw new Error(`no command: ${line}`)
  return only
}

test.each([
  ['tar -xz -C /usr/local/bin', '/usr/local/bin', []],
  ['tar -C /usr/local/bin -xzvf a.tar.gz', '/usr/local/bin', []],
  ['tar xzf a.tar.gz -C /usr/local/bin tool', '/usr/local/bin', ['/usr/local/bin/tool']],
  ['tar xzfC a.tar.gz /opt/tool', '/opt/tool', []],
  ['tar -xzC /opt/tool', '/opt/tool', []],
  ['tar --extract --file a.tar --directory=/opt/tool', '/opt/tool', []],
  ['tar -xz --strip-components=1 -C /usr/bin tool-1.2/tool', '/usr/bin', ['/usr/bin/tool']],
  ['tar -xf a.tar', '/work', []],
  ['unzip -q a.zip -d /opt/tool', '/opt/tool', []],
  ['unzip -o a.zip tool', '/work', ['/work/tool']],
  ['unzip -j a.zip linux/tool -d /usr/bin', '/usr/bin', ['/usr/bin/tool']],
  ['tar --extract --gzip --verbose --file=a.tgz', '/work', []],
])('%s', (line, folder, members) => {
  expect(unpackedBy(command(line))).toEqual({ folder, members })
})

test.each([
  'tar -xf a.tar --exclude=docs tool',
  'tar -xzO -f a.tgz tool',
  'tar xOf a.tar tool',
  'tar -xf a.tar --to-command=sh',
  'unzip a.zip -x README.md -d /usr/bin',
  'unzip -p a.zip tool',
])('%s unpacks nobody can tell what', (line) => {
  expect(unpackedBy(command(line))).toBeUndefined()
})

test.each(['tar -czf a.tar.gz src', 'tar -tf a.tar', 'unzip -l a.zip', 'zip -r a.zip src'])(
  '%s unpacks nothing',
  (line) => {
    expect(unpackedBy(command(line))).toBeUndefined()
  },
)

test('what lies beside other files is not told from them', () => {
  expect(effectsOf(command('tar -xf a.tar -C /usr/local/bin'))).toBeUndefined()
  expect(effectsOf(command('tar -xf a.tar'))).toBeUndefined()
  expect(effectsOf(command('tar -xf a.tar -C /opt/tool'))).toEqual([
    { kind: 'creates', path: '/opt/tool', isFolder: true, isFilled: true },
  ])
})
