import { expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject } from '../memory-project.ts'

const dockerfile = (image: string) => `FROM ${image}
RUN apt-get update && apt-get install -y cmake ninja-build
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY main.py .
CMD ["python", "main.py"]
`

function migrated(image: string, requirements: string) {
  const project = memoryProject({ 'requirements.txt': requirements, 'main.py': 'print(7)\n' })
  const outcome = migrate(dockerfile(image), project, { ecosystems, rules })
  if (outcome.outcome !== 'migrated') throw new Error(outcome.reason)
  return {
    stays: outcome.stays.filter((text) => text.includes('runtime stage')),
    assumption: outcome.changes.map(({ assumption = '' }) => assumption).join(''),
  }
}

test('what a package needs is not known of the leaner image: the package is named, and nothing is taken for given', () => {
  expect(migrated('python:3.8-buster', 'psycopg2==2.9.9\n')).toEqual({
    stays: [
      'The runtime stage stays on python:3.8-buster: it is not known which libraries psycopg2 needs on python:3.8-slim-buster.',
    ],
    assumption: '',
  })
})

test('a package needs the full image', () => {
  expect(migrated('python:3.12', 'playwright==1.49.0\n').stays).toEqual([
    'The runtime stage stays on python:3.12: playwright needs this one (its browser needs libraries of the full image).',
  ])
})

test('on the leaner image nothing of the kind is said', () => {
  const { stays, assumption } = migrated('python:3.12', 'psycopg2==2.9.9\n')
  expect(stays).toEqual([])
  expect(assumption).toBe(
    'What the listed packages bring along needs no library and no program that python:3.12-slim lacks.',
  )
})

test('a second stage on the same image for a package that the full image nearly has is none', () => {
  const project = memoryProject({ 'requirements.txt': 'playwright==1.49.0\n', 'main.py': '' })
  const source = dockerfile('python:3.12').replace('cmake ninja-build', 'build-essential')
  const outcome = migrate(source, project, { ecosystems, rules })
  if (outcome.outcome !== 'migrated') throw new Error(outcome.reason)
  expect(outcome.after).not.toContain('AS runtime')
  expect(outcome.stays.join('\n')).toContain('would leave only the lists of packages behind')
})
