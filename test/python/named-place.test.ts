import { expect, test } from 'vitest'
import { factsOfText } from '../../src/facts/facts.ts'
import { namedPlace } from '../../transforms/python/parts/named-place.ts'
import { memoryProject, type Files } from '../memory-project.ts'

const why = (files: Files) => {
  const facts = factsOfText('FROM python:3.12\nCOPY . .\n', memoryProject(files))
  return facts && namedPlace(facts)?.why
}

const many = (count: number, ending: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`data/${i}.${ending}`, '']))

test('a script that names a program by its place is found among many files', () => {
  const files = { ...many(3000, 'json'), 'run.sh': 'exec /usr/local/bin/gunicorn shop:app\n' }
  expect(why(files)).toContain('run.sh names /usr/local/bin/gunicorn')
})

test('of more files than are read nothing is known; pictures and the like are not read', () => {
  expect(why(many(5001, 'json'))).toContain('One of more than 5000 files may name packages')
  expect(why(many(5001, 'png'))).toBeUndefined()
})
