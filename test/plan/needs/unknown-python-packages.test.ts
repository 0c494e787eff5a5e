import { expect, test } from 'vitest'
import { withPromises } from '../../careless/run.ts'
import { memoryProject } from '../../memory-project.ts'

const dockerfile = (image: string) => `FROM ${image}
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY main.py .
CMD ["python", "main.py"]
`

/** What a careless split is said to rest on. */
function assumption(requirements: string, image = 'python:3.12'): string {
  const project = memoryProject({ 'requirements.txt': requirements, 'main.py': 'import tide\n' })
  const outcome = withPromises(dockerfile(image), project)
  if (outcome.outcome !== 'migrated') return outcome.code
  const [split] = outcome.changes
  return `${split?.risk ?? ''}: ${split?.assumption ?? 'nothing'}`
}

test('packages that the table has rest on nothing', () => {
  expect(assumption('flask==3.0.3\npsycopg2==2.9.9\n')).toBe('safe: nothing')
})

test('others need no more of the image than the leaner one has', () => {
  expect(assumption('flask==3.0.3\nacme-tide==1.2\n')).toBe(
    'review: acme-tide (requirements.txt:2) needs no library that only python:3.12 has.',
  )
  expect(assumption('acme-tide==1.2\nacme-moon\n')).toBe(
    'review: acme-tide and acme-moon (requirements.txt:1) need no library that only python:3.12 has.',
  )
  expect(assumption('acme-tide==1.2\nacme-moon\nacme-sun\n')).toMatch(
    /^review: acme-tide and 2 other packages/,
  )
})

test('a list with a gap is an assumption, too', () => {
  expect(assumption('-r other.txt\n')).toMatch(/^review: What requirements\.txt:1 installs needs/)
})
