import { expect, test } from 'vitest'
import {
  type ComparedFile,
  differencesMarkdown,
  differencesText,
  outputDifferences,
} from '../../scripts/output-difference.ts'

const migrated: ComparedFile = {
  path: 'api/Dockerfile',
  outcome: 'migrated',
  before: 'FROM a\n',
  after: 'FROM b\n',
  changes: [{ rule: 'split-stages', risk: 'safe' }],
}
const refused: ComparedFile = {
  path: 'web/Dockerfile',
  outcome: 'refused',
  code: 'no-start',
  reason: 'It starts nothing.',
}

test('two builds that agree', () => {
  expect(outputDifferences([migrated, refused], [migrated, refused])).toEqual([])
})

test('what is different: the answer, the rules, words, and files', () => {
  const differences = outputDifferences(
    [migrated, refused],
    [
      {
        ...migrated,
        after: 'FROM c\n',
        changes: [{ rule: 'split-stages', risk: 'review', assumption: 'It listens on 80.' }],
        otherFiles: [{ path: 'api/.dockerignore', before: null, after: 'dist\n' }],
      },
      { path: 'web/Dockerfile', outcome: 'unchanged', code: 'nothing-to-improve', reason: 'Fine.' },
    ],
  )
  expect(differencesText(differences)).toBe(`api/Dockerfile: migrated
  - split-stages (safe)
  + split-stages (review)
  + It listens on 80.
--- a/api/Dockerfile
+++ b/api/Dockerfile
@@ -1,1 +1,1 @@
-FROM b
+FROM c
--- /dev/null
+++ b/api/.dockerignore
@@ -0,0 +1,1 @@
+dist

web/Dockerfile: refused: no-start -> unchanged: nothing-to-improve
  - It starts nothing.
  + Fine.

2 outputs differ
`)
  expect(differencesMarkdown(differences)).toContain(
    '| `web/Dockerfile` | `refused: no-start` | `unchanged: nothing-to-improve` |  | |',
  )
})

test('a file that only one build has', () => {
  expect(outputDifferences([refused], [])).toMatchObject([
    { before: 'refused: no-start', after: undefined },
  ])
})
