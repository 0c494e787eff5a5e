import { expect, it } from 'vitest'
import { isParseFailure, parseDockerfile } from '../../src/dockerfile/parse/parse.ts'
import { refuseBuildChecks } from '../../src/plan/refusals/build-checks.ts'

const refusalOf = (source: string, subject: 'it' | 'the new file' = 'it') => {
  const dockerfile = parseDockerfile(source)
  if (isParseFailure(dockerfile)) throw new Error(dockerfile.reason)
  return refuseBuildChecks(dockerfile, subject)
}

it.each([
  ['FROM a\nCMD b', 'JSONArgsRecommended', 3],
  ['FROM a\nENTRYPOINT b', 'JSONArgsRecommended', 3],
  ['FROM a\nWORKDIR b', 'WorkdirRelativePath', 3],
  ['FROM a\nrun b', 'ConsistentInstructionCasing', 3],
  ['from a\nRun b', 'ConsistentInstructionCasing', 3],
  ['FROM a as b', 'FromAsCasing', 2],
  ['FROM a AS Built', 'StageNameCasing', 2],
  ['ARG V\nFROM a:$V', 'UndefinedArgInFrom', 3],
  ['FROM --platform=linux/amd64 a', 'FromPlatformFlagConstDisallowed', 2],
  ['FROM --platform=$TARGETPLATFORM a', 'RedundantTargetPlatform', 2],
  ['FROM a\nENV B=$C', 'UndefinedVar', 3],
  ['FROM a\nCOPY --chown=$U x y', 'UndefinedVar', 3],
  ['FROM a\nMAINTAINER me', 'MaintainerDeprecated', 3],
  ['FROM a\nENV B c', 'LegacyKeyValueFormat', 3],
  ['FROM a\nLABEL b c', 'LegacyKeyValueFormat', 3],
  ['FROM a\nRUN b \\\n\n  c', 'NoEmptyContinuation', 3],
  ['FROM a\nRUN b \\\r\n\r', 'NoEmptyContinuation', 3],
  ['FROM a\nRUN b \\\n  ', 'NoEmptyContinuation', 3],
  ['FROM a\nRUN b \\\n# why\n \n  c', 'NoEmptyContinuation', 3],
  ['FROM a\nARG NPM_TOKEN', 'SecretsUsedInArgOrEnv', 3],
  ['FROM a\nENV B=1 API_KEY=2', 'SecretsUsedInArgOrEnv', 3],
  ['FROM a\nCMD ["b"]\nCMD ["c"]', 'MultipleInstructionsDisallowed', 3],
  ['FROM a AS b\nFROM c AS b', 'DuplicateStageName', 3],
  ['FROM a AS context', 'ReservedStageName', 2],
  ['FROM a AS x\nARG V\nFROM b\nLABEL v=$V', 'UndefinedVar', 5],
])('%j may not pass', (source, rule, line) => {
  expect(refusalOf(`# check=error=true\n${source}`)).toMatchObject({
    code: 'build-checks',
    reason: `"# check=error=true" makes the build fail where a check finds something, and ${rule} may find line ${line} of this file.`,
    line,
  })
  expect(refusalOf(`# check=skip=X, ${rule};error=1\n${source}`)?.reason ?? '').not.toContain(rule)
  expect(refusalOf(source)).toBeUndefined()
})

it.each([
  'FROM a\nWORKDIR /b\nWORKDIR c\nARG V\nENV B=$V\nRUN echo $ANY\nCMD ["b"]',
  'FROM a\nSHELL ["/bin/bash", "-c"]\nCMD b',
  'from a as b\nrun c',
  'FROM --platform=$BUILDPLATFORM a',
  'FROM a\nRUN b \\\n# why\n  c\nENV PUBLIC_KEY=1 KEYS=2\nRUN d',
])('%j passes', (source) => {
  expect(refusalOf(`# check=error=true\n${source}`)).toBeUndefined()
})

it('says which file it is about', () => {
  expect(refusalOf('# check=error=true\nFROM a\nCMD b', 'the new file')).toMatchObject({
    reason: expect.stringMatching(/may find line 3 of the new file\.$/) as string,
    line: 1,
  })
  expect(refusalOf('# check=skip=all;error=true\nFROM a\nCMD b')).toBeUndefined()
  expect(refusalOf('# check=experimental=all;error=true\nFROM a')?.reason).toContain('experimental')
})
