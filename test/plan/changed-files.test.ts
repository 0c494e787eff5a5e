import { expect, test } from 'vitest'
import { migrate } from '../../src/migrate.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject } from '../memory-project.ts'

// What changes files of the build alone stays with the build: in the runtime stage `chmod`, `sed -i` and `rm` would not find them.

const files = {
  'go.mod': 'module example.com/notes\n\ngo 1.22\n',
  'main.go':
    'package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe(":8080", nil) }\n',
  'wait.sh': '#!/bin/sh\nsleep 1\n',
  'scripts/build.sh': '#!/bin/sh\ngo vet ./...\n',
}

/** The runtime stage's RUN lines, for a Dockerfile that has `work` below the COPY of the sources. */
function runsOf(work: string): readonly string[] {
  const text = `FROM golang:1.22-bookworm
RUN useradd web
WORKDIR /app
COPY . .
RUN go build -o notes .
${work}
USER web
CMD ["./notes"]
`
  const outcome = migrate(text, memoryProject(files), { ecosystems, rules })
  if (outcome.outcome !== 'migrated') throw new Error(`${outcome.code}: ${outcome.reason}`)
  const [, runtime] = outcome.after.split(' AS runtime\n')
  return (runtime ?? '').split('\n').filter((line) => /^RUN (?!useradd)/.test(line))
}

test.each([
  ['RUN chmod +x wait.sh scripts/build.sh', []],
  ['RUN chmod 644 go.mod', []],
  ['RUN chown -R web scripts', []],
  ["RUN sed -i 's/1/2/' wait.sh", []],
  ['RUN rm wait.sh', []],
  ['RUN chmod -R 755 coverage', []],
  // Of several paths, those that the runtime stage has.
  [
    'RUN mkdir /data && chown -R web:web scripts /data',
    ['RUN mkdir /data && chown -R web:web /data'],
  ],
  ['RUN mkdir data && chmod 700 "wait.sh" data', ['RUN mkdir data && chmod 700 data']],
  ['RUN chown -R web scripts /app', ['RUN chown web /app']],
  // What is made in the image is there, and so is what a redirection makes.
  ['RUN mkdir data && chmod 700 data', ['RUN mkdir data && chmod 700 data']],
  ['RUN echo a=b >> settings.env', ['RUN echo a=b >> settings.env']],
  // A binary has the mode that it has in the builder.
  ['RUN chmod 755 notes wait.sh', []],
])('%s', (work, runs) => {
  expect(runsOf(work)).toEqual(runs)
})
