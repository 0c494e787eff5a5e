import { describe, expect, test } from 'vitest'
import type { Files } from '../../memory-project.ts'
import { manifest, outcomeOf } from '../../node/node-app.ts'

const text = `FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
EXPOSE 3000
CMD ["node", "dist/index.js"]
`

/** The lines of the new file that none of these projects shares with the others. */
function ownLines(source: string, more: Files): readonly string[] {
  const dependencies = { dotenv: '16', express: '4', multer: '1', sqlite3: '5' }
  const outcome = outcomeOf(text, {
    'package.json': manifest({ scripts: { build: 'tsc' }, dependencies }),
    'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }',
    'src/index.ts': source,
    '.gitignore': 'node_modules\ndist\n.env\nuploads/\n*.sqlite\nsecrets.json\n',
    ...more,
  })
  if (outcome.outcome !== 'migrated') throw new Error(outcome.reason)
  return outcome.after
    .split('\n')
    .filter((line) => /package.json|mkdir|uploads|sqlite|secrets|env|chown/.test(line))
}

const reads = `import fs from 'fs'\nif (fs.existsSync('secrets.json')) console.log(fs.readFileSync('secrets.json', 'utf8'))\n`

describe('what git leaves out', () => {
  test('is copied as a pattern, in the line of a file that is there', () => {
    expect(ownLines(`import 'dotenv/config'\n`, { '.env': 'A=1' })).toEqual([
      'COPY --from=builder /app/package.json /app/.env* ./',
    ])
    expect(ownLines(reads, { 'secrets.json': '{}' })).toContain(
      'COPY --from=builder /app/package.json /app/secrets.json* ./',
    )
  })
  test('is all that a folder has', () => {
    const source = reads.replaceAll('secrets.json', 'config/secrets.json')
    const file = { 'config/secrets.json': '{}' }
    expect(ownLines(source, file)).toContain('RUN mkdir -p config')
    expect(ownLines(source, { ...file, 'config/app.json': '{}' })).not.toContain(
      'RUN mkdir -p config',
    )
  })
  test('belongs to the user who writes it, whether it is there or not', () => {
    const source = `import sqlite3 from 'sqlite3'\nnew sqlite3.Database('./db.sqlite')\n`
    const lines = ownLines(source, { 'db.sqlite': 'x' })
    expect(lines).toContain(
      'COPY --from=builder --chown=node:node /app/package.json /app/db.sqlite* ./',
    )
    expect(lines).toContain('RUN chown node:node /app')
  })
  test('is made where it is a folder', () => {
    const source = `import express from 'express'\nexpress().use(express.static('uploads'))\n`
    expect(ownLines(source, { 'uploads/old.txt': 'x' })).toEqual([
      'RUN mkdir -p uploads',
      'COPY --from=builder /app/package.json ./',
      'COPY --from=builder /app/uploads ./uploads',
    ])
  })
  test('is as sure as any other where git has it', () => {
    expect(ownLines(reads, { 'secrets.json': '{}', '.gitignore': 'dist\n' })).toContain(
      'COPY --from=builder /app/secrets.json ./',
    )
  })
})
