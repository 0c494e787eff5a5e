import { expect, test } from 'vitest'
import { pathReset } from '../../src/facts/commands/path-reset.ts'

test.each([
  ['bash -lc gunicorn', 'bash -lc'],
  ['/bin/sh -l -c gunicorn', 'sh -l'],
  ['bash --login -c gunicorn', 'bash --login'],
  ['exec su - app -c gunicorn', 'su -'],
  ['su app -l', 'su -l'],
  ['sudo -E -u app gunicorn', 'sudo'],
  ['env -i gunicorn', 'env -i'],
  ['crond -f', 'crond'],
  ['bash -c gunicorn', undefined],
  ['bash -euxo pipefail -c ls', undefined],
  ['bash run.sh -l', undefined],
  ['su app -c gunicorn', undefined],
  ['env A=1 gunicorn -i', undefined],
  ['apt-get install sudo', undefined],
])('%s', (text, words) => {
  expect(pathReset(text.split(' '))).toBe(words)
})
