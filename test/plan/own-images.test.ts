import { describe, expect, test } from 'vitest'
import type { ImageName } from '../../src/knowledge/images/image-names.ts'
import { migrate } from '../../src/migrate.ts'
import { noPreferences } from '../../src/project/config/preferences.ts'
import { withPreferences } from '../../src/project/config/with-preferences.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject, type Files } from '../memory-project.ts'

const mirror = { from: 'docker.io/library/*', to: 'registry.example.com/mirror/*' }
const digest = `sha256:${'b'.repeat(64)}`
const node = (image: string) => `FROM ${image}
WORKDIR /app
COPY package*.json ./
RUN npm install
COPY . .
RUN npm run build
CMD ["node", "dist/main.js"]
`
const files: Files = {
  'package.json':
    '{"scripts":{"build":"tsc"},"dependencies":{"express":"4"},"devDependencies":{"typescript":"5"}}',
  'tsconfig.json': '{"compilerOptions":{"outDir":"dist","rootDir":"src"}}',
  'src/main.ts': "import express from 'express'\nexpress().listen(3000)\n",
  'go.mod': 'module example.com/a\n\ngo 1.22\n',
  'main.go': 'package main\n\nfunc main() {}\n',
}

function fromLines(text: string, images: readonly ImageName[]): readonly string[] {
  const project = withPreferences(memoryProject({ Dockerfile: text, ...files }), {
    ...noPreferences,
    images,
  })
  const outcome = migrate(text, project, { ecosystems, rules })
  if (outcome.outcome !== 'migrated') throw new Error(`${outcome.code}: ${outcome.reason}`)
  return outcome.after.split('\n').filter((line) => line.startsWith('FROM'))
}

describe('images of an own registry', () => {
  test('are known as what they are a copy of', () => {
    const text = node('registry.example.com/mirror/node:20')
    expect(() => fromLines(text, [])).toThrow('unknown-base-image')
    expect(fromLines(text, [mirror])).toEqual([
      'FROM registry.example.com/mirror/node:20 AS builder',
      'FROM registry.example.com/mirror/node:20-slim AS runtime',
    ])
  })

  test('are named in lines of ours, and the line of the author stays', () => {
    expect(fromLines(node('node:20'), [mirror])).toEqual([
      'FROM node:20 AS builder',
      'FROM registry.example.com/mirror/node:20-slim AS runtime',
    ])
  })

  test('are pinned where a digest is given', () => {
    const pinned = { from: 'node:20-slim', to: `node:20-slim@${digest}` }
    expect(fromLines(node('node:20'), [pinned, mirror])).toEqual([
      'FROM node:20 AS builder',
      `FROM node:20-slim@${digest} AS runtime`,
    ])
  })

  test('stand for images of other registries', () => {
    const go = 'FROM golang:1.22\nWORKDIR /app\nCOPY . .\nRUN go build -o app .\nCMD ["./app"]\n'
    const distroless = { from: 'gcr.io/distroless/*', to: 'registry.example.com/distroless/*' }
    expect(fromLines(go, [distroless])).toEqual([
      'FROM golang:1.22 AS builder',
      'FROM registry.example.com/distroless/static-debian12:nonroot AS runtime',
    ])
  })
})
