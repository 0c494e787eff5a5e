import type { Command, Lookup, Purpose } from '../../../src/transform.ts'
import { developedWith } from './development.ts'
import { pythonWords } from './python-words.ts'
import { runsTests } from './test-runners.ts'

/** What a test runner, a development server, a debugger or a notebook says of the image. */
export function purposeOf(command: Command, variable: Lookup): Purpose | undefined {
  const words = pythonWords(command)
  if (runsTests(words)) return { kind: 'tests', what: 'the tests' }
  const { assignments } = command
  const what = developedWith(words, (name) =>
    assignments.has(name) ? assignments.get(name) : variable(name),
  )
  return what === undefined ? undefined : { kind: 'development', what }
}
