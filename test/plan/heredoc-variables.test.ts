import { expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject } from '../memory-project.ts'

/** The stage that ships, of a Go program with a file that the Dockerfile writes itself. */
function shippedOf(lines: string, marker = 'EOF'): string {
  const source = `FROM golang:1.22
WORKDIR /app
${lines}
COPY . .
RUN go build -o /app/app .
COPY <<${marker} /etc/app.conf
name = '$NAME'
EOF
CMD ["/app/app"]
`
  const project = memoryProject({
    Dockerfile: source,
    'go.mod': 'module example.com/a\n\ngo 1.22\n',
    'main.go': 'package main\n\nimport "os"\n\nfunc main() { os.ReadFile("/etc/app.conf") }\n',
  })
  const outcome = migrate(source, project, { ecosystems, rules })
  if (outcome.outcome !== 'migrated') throw new Error(outcome.reason)
  return outcome.after.slice(outcome.after.indexOf(' AS runtime'))
}

test.each(['ARG NAME=a', 'ARG NAME', 'ENV NAME=a'])(
  'a variable in a here-document is set where that stands (%s)',
  (line) => {
    expect(shippedOf(line)).toContain(`${line}\n`)
  },
)

test('a quoted marker leaves its text as it is', () => {
  expect(shippedOf('ARG NAME=a', "'EOF'")).not.toContain('ARG')
})

test("Go's own variables, too", () => {
  expect(shippedOf('ENV GOFLAGS=-v\nENV NAME=$GOFLAGS')).toContain('GOFLAGS')
  expect(shippedOf('ENV GOPROXY=direct').includes('GOPROXY')).toBe(false)
})
