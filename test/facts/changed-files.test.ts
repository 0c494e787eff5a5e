import { expect, test } from 'vitest'
import { changedFiles } from '../../src/facts/changed-files.ts'
import { factsOfText } from '../../src/facts/facts.ts'
import { memoryProject } from '../memory-project.ts'

const project = memoryProject({
  'package.json': '{}',
  'start.sh': '#!/bin/sh\nexec node server.js\n',
  'docker/start.sh': '#!/bin/sh\nexec node worker.js\n',
  'server.js': '',
})

const asked = new Set(['/app/package.json', '/app/start.sh', '/app/docker/start.sh'])

const changedBy = (...lines: readonly string[]) => {
  const text = ['FROM node:20', 'WORKDIR /app', 'COPY . .', ...lines, ''].join('\n')
  const facts = factsOfText(text, project)
  if (facts === undefined) throw new Error('it does not parse')
  return [...changedFiles(facts.final, project, asked).keys()]
}

test.each([
  ["RUN sed -i 's/server/worker/' start.sh", '/app/start.sh'],
  ["RUN cd docker && sed -i -e '1d' start.sh", '/app/docker/start.sh'],
  ['RUN echo exec >> start.sh', '/app/start.sh'],
  ['RUN cp docker/start.sh start.sh', '/app/start.sh'],
  ['RUN mv p.tmp package.json', '/app/package.json'],
  ['RUN npm pkg set scripts.start="node x.js"', '/app/package.json'],
  ['RUN pnpm pkg set version=1 "scripts.start=node x.js"', '/app/package.json'],
  ['COPY <<EOF start.sh\nexec node x.js\nEOF', '/app/start.sh'],
])('%s changes %s', (line, path) => {
  expect(changedBy(line)).toContain(path)
})

test.each([
  ["RUN sed -i 's/\\r$//' start.sh"],
  ["RUN sed -i -e 's/\\r//g' start.sh"],
  ['RUN dos2unix start.sh'],
  ['RUN chmod +x start.sh && chown node start.sh'],
  ['RUN npm pkg delete scripts.prepare'],
  ['RUN npm pkg set version=1.2.3'],
  ["RUN sed 's/a/b/' start.sh"],
  ["RUN sed -i 's/a/b/' start.sh\nCOPY start.sh ."],
  ["RUN sed -i 's/a/b/' start.sh\nCOPY . ."],
])('%s leaves the text as it is', (lines) => {
  expect(changedBy(lines)).toEqual([])
})

test('what a COPY below does not bring stays changed', () => {
  expect(changedBy("RUN sed -i 's/a/b/' start.sh", 'COPY docker/ ./docker/')).toEqual([
    '/app/start.sh',
  ])
})

test('a stage has the changes of the one that it is built from', () => {
  const text = [
    'FROM node:20 AS base',
    'COPY start.sh /app/',
    "RUN sed -i 's/a/b/' /app/start.sh",
    'FROM base',
    '',
  ].join('\n')
  const final = factsOfText(text, project)?.final
  expect(final && [...changedFiles(final, project, asked).keys()]).toEqual(['/app/start.sh'])
})

test('what nobody asks about is left aside', () => {
  expect(changedBy("RUN sed -i 's/a/b/' server.js")).toEqual([])
})
