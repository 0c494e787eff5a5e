import { expect, test } from 'vitest'
import { isParseFailure, parseDockerfile } from '../../src/dockerfile/parse/parse.ts'
import { quotedValue } from '../../src/dockerfile/words/literal-word.ts'
import { assignmentsOf, expandWord } from '../../src/dockerfile/words/variables.ts'

test.each(['/go', 'autoconf dpkg-dev file', 'say "hello"', "it's", '$HOME/x', 'C:\\temp', 'a`b'])(
  'ENV reads %s back',
  (value) => {
    for (const escape of ['\\', '`'] as const) {
      const text = `# escape=${escape}\nFROM scratch\nENV A=${quotedValue(value, escape)}\n`
      const parsed = parseDockerfile(text)
      if (isParseFailure(parsed)) throw new Error(parsed.reason)
      const [assigned] =
        parsed.stages[0]?.instructions.flatMap((line) => assignmentsOf(line, escape)) ?? []
      expect(expandWord(assigned?.raw ?? '', () => 'set', escape)).toBe(value)
    }
  },
)
