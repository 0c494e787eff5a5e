import { expect, it } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject } from '../memory-project.ts'

it('takes folders in folders in one go, each made for the next', () => {
  const folders = Array.from({ length: 40 }, (_, i) => `/${'a/'.repeat(i)}a`)
  const source = [
    'FROM golang:1.22',
    ...folders.map((folder) => `RUN mkdir ${folder}`),
    `WORKDIR ${folders.at(-1) ?? '/'}`,
    'COPY . .',
    'RUN CGO_ENABLED=0 go build -o app .',
    'CMD ["./app"]\n',
  ].join('\n')
  const files = {
    Dockerfile: source,
    'go.mod': 'module example.com/app\n\ngo 1.22\n',
    'main.go': 'package main\n\nfunc main() {}\n',
  }
  const started = performance.now()
  const outcome = migrate(source, memoryProject(files), { ecosystems, rules })
  expect(outcome.outcome).toBe('migrated')
  expect(performance.now() - started).toBeLessThan(5000)
})
