import { expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject } from '../memory-project.ts'

/** What the runtime stage takes from the builder beside the program itself; the reason where there is none. */
function takenOf(runs: string, cmd: string): readonly string[] | string {
  const source = `FROM golang:1.22
WORKDIR /app
${runs}
COPY . .
RUN go build -o /usr/local/bin/app .
CMD ["sh", "-c", "${cmd}"]
`
  const project = memoryProject({
    Dockerfile: source,
    'go.mod': 'module example.com/app\n\ngo 1.22\n',
    'main.go': 'package main\n\nfunc main() {}\n',
  })
  const outcome = migrate(source, project, { ecosystems, rules })
  if (outcome.outcome !== 'migrated') return outcome.reason
  const copies = outcome.after.matchAll(/^COPY --from=builder (\S+) \S+$/gm)
  return [...copies].flatMap(([, path = '']) => (path === '/usr/local/bin/app' ? [] : path))
}

const fetch = 'RUN curl -sSL https://example.com'
const start = 'migrate up && exec app'

test.each([
  ['of the name of the archive', `${fetch}/migrate-1.2.tgz | tar -xz -C /usr/local/bin`],
  ['that is named', `${fetch}/a.tgz | tar -xz -C /usr/local/bin --strip-components 2 a/b/migrate`],
  ['that lies in a folder', `${fetch}/a.tgz | tar -xzC /usr/local/bin --strip=1 a/migrate`],
  [
    'that comes without its folder',
    `${fetch}/a.zip -o a.zip && unzip -j a.zip l/migrate -d /usr/local/bin`,
  ],
])('a program %s comes from the builder', (_, run) => {
  expect(takenOf(run, start)).toEqual(['/usr/local/bin/migrate'])
})

test('a folder of its own comes whole', () => {
  const run = `RUN mkdir -p /opt/migrate && ${fetch.slice(4)}/m.tgz | tar -xz -C /opt/migrate`
  expect(takenOf(run, '/opt/migrate/migrate up && exec app')).toEqual(['/opt/migrate'])
})

test('an archive is not taken for a program that something else makes', () => {
  const archive = `${fetch}/migrate/tool.tgz | tar -xz -C /usr/bin\n`
  const download = 'curl -o /usr/local/bin/migrate https://example.com/migrate'
  expect(takenOf(`${archive}RUN ${download} && chmod +x /usr/local/bin/migrate`, start)).toEqual([
    '/usr/local/bin/migrate',
  ])
  expect(takenOf(`${archive}RUN go install example.com/migrate@latest`, start)).toEqual([
    '/go/bin/migrate',
  ])
  // The program of the build has the name of the repository that the archive is of.
  expect(
    takenOf('RUN curl -sSL https://example.com/app/helper.tgz | tar -xz -C /usr/local/bin', 'app'),
  ).toEqual([])
})

test('what nobody can tell is unpacked in the runtime stage again', () => {
  expect(takenOf(`${fetch}/tool.tgz | tar -xz -C /usr/local/bin`, start)).toEqual([])
})

test.each([
  ['a part is left out', `${fetch}/migrate.tgz | tar -xz -C /usr/local/bin --exclude README.md`],
  ['it goes to standard output', `${fetch}/migrate.tgz | tar -xzO -C /usr/local/bin > /x`],
])('a program that run time starts is not guessed to be in an archive: %s', (_, run) => {
  expect(takenOf(run, start)).toContain('lacks migrate')
})
