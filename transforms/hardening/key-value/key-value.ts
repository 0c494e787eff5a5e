import type { Edit, Instruction, Rule } from '../../../src/transform.ts'
import { evidenceOf } from '../evidence.ts'
import { asOneWord } from './as-one-word.ts'

/**
 *   ENV NODE_ENV production        =>   ENV NODE_ENV=production
 *   ENV JAVA_OPTS -Xms1g -Xmx2g    =>   ENV JAVA_OPTS="-Xms1g -Xmx2g"
 *
 * In every stage, ENV and LABEL: https://docs.docker.com/reference/build-checks/legacy-key-value-format/
 */
export const keyValue: Rule = {
  name: 'key-value',
  title: 'ENV and LABEL with equals signs',
  isOptional: true,
  about: {
    why: 'The form with a blank is deprecated, and a build warns of it: it takes the rest of the line for one value, so that a second variable on the line is lost without a word.',
    risk: 'None is known: the value is quoted as the builder reads the old form, and a line stays where that can not be shown.',
    example: {
      file: 'Dockerfile',
      before: 'ENV NODE_ENV production\nENV JAVA_OPTS -Xms1g -Xmx2g\n',
      after: 'ENV NODE_ENV=production\nENV JAVA_OPTS="-Xms1g -Xmx2g"\n',
    },
  },
  apply: ({ facts, input }) => {
    const edits = facts.stages
      .flatMap(({ stage }) => stage.instructions)
      .flatMap((instruction) => withEquals(instruction, facts.dockerfile.escape) ?? [])
    if (edits.length === 0) return undefined
    return {
      change: {
        rule: 'key-value',
        title: 'Set variables and labels with equals signs',
        why: 'The form with a blank is deprecated: it takes the rest of its line for one value.',
        risk: 'safe',
        evidence: edits.map(({ instruction }) => evidenceOf(instruction, input)),
      },
      edits,
    }
  },
}

function withEquals(instruction: Instruction, escape: string): Edit | undefined {
  const { keyword, words, text } = instruction
  const [name, value, ...more] = words
  if (keyword !== 'ENV' && keyword !== 'LABEL') return undefined
  if (name === undefined || value === undefined || more.length > 0 || name.raw.includes('='))
    return undefined
  const word = asOneWord(value.raw, escape)
  if (word === undefined) return undefined
  return { kind: 'replace', instruction, text: `${text.slice(0, name.end)}=${word}` }
}
