import { expect, test } from 'vitest'
import { mayUseSsh } from '../../src/knowledge/programs/git-servers.ts'

test.each<[string, boolean]>([
  ['clone git@host:a/b.git', true],
  ['clone ssh://host/a/b', true],
  ['clone https://host/a/b', false],
  ['clone ? /data', true],
  ['clone -b main --depth 1 https://host/a/b', false],
  ['clone --depth 1 /srv/a', false],
  ['-C /data pull', true],
  ['fetch origin', true],
  ['log -1', false],
  ['remote -v', false],
  ['remote update', true],
  ['submodule update --init', true],
  ['submodule status', false],
  ['archive HEAD', false],
  ['archive --remote=origin HEAD', true],
  ['lfs pull', true],
  ['lfs install --system', false],
  ['lfs', false],
])('git %s', (line, expected) => {
  const words = line.split(' ').map((word) => (word === '?' ? undefined : word))
  expect(mayUseSsh(words)).toBe(expected)
})
