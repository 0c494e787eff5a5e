import { expect, test } from 'vitest'
import { parseScript } from '../../src/dockerfile/shell/shell.ts'
import { commandsOfScript } from '../../src/facts/commands/command.ts'
import { programsBeside } from '../../src/facts/programs-beside.ts'

const besides = (line: string) =>
  commandsOfScript(parseScript(line) ?? { links: [] }, '/', () => undefined).flatMap((command) =>
    programsBeside(command).map(({ name }) => name),
  )

test.each<[string, (string | undefined)[]]>([
  ['command -v git', ['git']],
  ['command -V git curl', ['git', 'curl']],
  ['hash git 2>/dev/null', ['git']],
  ['type -p git', ['git']],
  ['which -a git', ['git']],
  ['[ -x /usr/bin/git ]', ['/usr/bin/git']],
  ['test -f /usr/bin/git -a -x /bin/curl', ['/usr/bin/git', '/bin/curl']],
  ['if [[ ! -x /usr/bin/git || -z "$A" ]]; then exit 1; fi', ['/usr/bin/git']],
  ['[ -f /app/git ]', []],
  ['for tool in git curl; do command -v "$tool"; done', ['git', 'curl']],
  ['for tool in $ALL; do command -v "$tool"; done', [undefined]],
  ['tar xjf a.tar', ['bzip2']],
  ['tar -xJf a.tar -C /tmp', ['xz']],
  ['tar --extract --file=a.tar.xz', ['xz']],
  ['tar -xf a.tar.bz2', ['bzip2']],
  ['tar --zstd -xf a.tar', ['zstd']],
  ['tar -I "pigz -9" -xf a.tar', ['pigz']],
  ['tar xzf a.tgz', []],
  ['git clone git@github.com:a/b.git', ['ssh']],
  ['git clone ssh://git@host/a/b', ['ssh']],
  ['git clone https://user@host/a/b', []],
  ['rsync -a data backup@host:/srv', ['ssh']],
  ['timeout 5 git log', ['git']],
  ['nice -n 5 tar xJf a.tar', ['tar', 'xz']],
])('%s', (line, names) => {
  expect(besides(line)).toEqual(names)
})
