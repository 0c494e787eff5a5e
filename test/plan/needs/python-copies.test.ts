import { expect, test } from 'vitest'
import { factsOfText } from '../../../src/facts/facts.ts'
import { pythonCopies } from '../../../src/plan/needs/python/sources.ts'
import { memoryProject } from '../../memory-project.ts'

const project = memoryProject({
  'requirements.txt': 'flask\n',
  'requirements/base.txt': 'flask\n',
  'setup.py': '',
  'app.py': '',
  'data/tide.csv': '',
  'pages/package.json': '{}',
  'pages/index.js': '',
  'shop/package.json': '{}',
  'shop/web.py': '',
})

/** The copies of a program that runs, by their words. */
const copiesOf = (
  lines: readonly string[],
  image = 'python:3.12',
  start = '["python", "app.py"]',
) => {
  const text = [`FROM ${image}`, 'WORKDIR /app', ...lines, `CMD ${start}`, ''].join('\n')
  const facts = factsOfText(text, project)
  return facts && pythonCopies(facts).map(({ step }) => step.instruction.body.text.trim())
}

const lines = [
  'COPY requirements.txt setup.py ./',
  'COPY requirements/ requirements/',
  'COPY pages pages',
  'COPY app.py /tmp/app.py',
  'COPY shop shop',
  'COPY data /data',
  'COPY app.py .',
]

test('what an install reads, and what is built of another language, is not for the program', () => {
  expect(copiesOf(lines)).toEqual(['shop shop', 'data /data', 'app.py .'])
  expect(copiesOf(['COPY . .'])).toEqual(['. .'])
})

test('of a program in another language nothing is', () => {
  expect(copiesOf(lines, 'node:20', '["node", "a.js"]')).toEqual([])
})
