import { expect, test } from 'vitest'
import { commandOf } from '../../../src/facts/commands/command.ts'
import { scriptOf } from '../../../src/plan/needs/seen/entries.ts'

test.each([
  ['python app.py', 'app.py'],
  ['python3.12 -u app.py', 'app.py'],
  ['/opt/venv/bin/python -W ignore -X dev app.py', 'app.py'],
  ['python -O app.py', 'app.py'],
  ['python -E -s app.py', 'app.py'],
  ['python -c print(1)', undefined],
  ['python -um shop.job', undefined],
  ['bash -o pipefail run.sh', 'run.sh'],
])('%s', (words, script) => {
  expect(scriptOf(commandOf(words.split(' '), '/app'))).toBe(script)
})
