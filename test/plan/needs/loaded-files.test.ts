import { expect, test } from 'vitest'
import { factsOfText } from '../../../src/facts/facts.ts'
import { loadedNeeds } from '../../../src/plan/needs/files/loaded-files.ts'
import { seePrograms } from '../../../src/plan/needs/seen/see-programs.ts'
import { memoryProject } from '../../memory-project.ts'

/** What the scripts of a folder read that the image has beside its program. */
function read(image: string, program: string): readonly string[] {
  const text = `FROM ${image}\nWORKDIR /app\nCOPY ${program} ./\nCOPY jobs ./jobs\nCMD ["${image}", "${program}"]\n`
  const files = {
    [program]: 'load(1)\n',
    'jobs/mail.js': "require('fs').readFileSync(__dirname + '/mail.txt')\n",
    'jobs/mail.txt': 'Ahoy\n',
  }
  const facts = factsOfText(text, memoryProject(files))
  if (facts === undefined) throw new Error('does not parse')
  const needs = loadedNeeds([], seePrograms(facts), facts, facts)
  return needs.flatMap(({ contextPath }) => contextPath ?? [])
}

test('a program of Node may be handed any script', () => {
  expect(read('node', 'main.js')).toContain('jobs/mail.txt')
})

test('beside a program of Python they are for browsers', () => {
  expect(read('python', 'main.py')).toEqual([])
})
