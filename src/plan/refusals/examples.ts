import { type Example, inDockerfile, inFile } from './example.ts'
import { imageExamples } from './image-examples.ts'
import type { CodeOf } from './refusals.ts'
import { siteExamples } from './site-examples.ts'

/** For those of the program's own gaps nobody can mend the file. */
type Mendable = Exclude<CodeOf<'refused'>, `promise-${string}`>

/** How a refusal is got rid of, by code; null where the file is as it should be. */
const examples: Readonly<Record<Mendable, Example | null>> = {
  'not-a-dockerfile': inFile(
    'Dockerfile',
    ['(saved as UTF-16)', 'FROM node:20'],
    ['(saved as UTF-8)', 'FROM node:20'],
  ),
  'invalid-dockerfile': inDockerfile(
    ['FROM node:20', 'COPPY . .', 'CMD ["node", "server.js"]'],
    ['FROM node:20', 'COPY . .', 'CMD ["node", "server.js"]'],
  ),
  'build-checks': inDockerfile(
    [
      '# check=error=true',
      'FROM golang:1.22',
      'WORKDIR /src',
      'COPY . .',
      'RUN go build -o /usr/local/bin/shelf .',
      'CMD shelf',
    ],
    [
      '# check=error=true',
      'FROM golang:1.22',
      'WORKDIR /src',
      'COPY . .',
      'RUN go build -o /usr/local/bin/shelf .',
      'CMD ["shelf"]',
    ],
  ),
  'unsupported-syntax': inDockerfile(
    ['FROM node:20', 'RUN npm ci \\', '# then', '', '  && npm run build'],
    ['FROM node:20', '# then', 'RUN npm ci \\', '  && npm run build'],
  ),
  'unknown-directive': inDockerfile(
    ['# msb-migrate: keeps views/', 'FROM node:20', 'COPY . .', 'CMD ["node", "server.js"]'],
    ['# msb-migrate: keep views/', 'FROM node:20', 'COPY . .', 'CMD ["node", "server.js"]'],
  ),
  'no-transform': null,
  ...imageExamples,
  ...siteExamples,
}

/** The example of a code; undefined where there is none. */
export function exampleOf(code: string): Example | undefined {
  return Object.entries(examples).find(([name]) => name === code)?.[1] ?? undefined
}

/** The codes that have one. */
export const codesWithExample: readonly string[] = Object.entries(examples).flatMap(
  ([code, example]) => (example === null ? [] : [code]),
)
