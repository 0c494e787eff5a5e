import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrateFile, type FileJob } from '../../src/cli/migrate/core/migrate-file.ts'
import { createProjectCache } from '../../src/project/project-cache.ts'
import { folderWith } from './surroundings.ts'

const dockerfile =
  'FROM golang:1.22\nWORKDIR /src\nCOPY go.mod main.go ./\nRUN go build -o /app .\nCMD ["/app"]\n'

function report(cwd: string, job: FileJob, context?: string) {
  const settings = {
    ...{ cwd, context, only: undefined, skip: [], safe: false },
    ...{ paths: [], followLinks: false },
  }
  return migrateFile(settings, job, createProjectCache())
}

describe('the build context', () => {
  const sources = { 'api/go.mod': 'module x\n', 'api/main.go': 'package main\n' }
  const files = { ...sources, 'api/docker/Dockerfile': dockerfile }

  it('is where the copied files are, and is written as the path was', () => {
    const cwd = folderWith(files)
    expect(report(cwd, { path: 'api/docker/Dockerfile' }).context).toBe('api')
    expect(report(cwd, { path: join(cwd, 'api/docker/Dockerfile') }).context).toBe(join(cwd, 'api'))
    expect(report(join(cwd, 'api'), { path: 'docker/Dockerfile' }).context).toBe('.')
    expect(report(join(cwd, 'api/docker'), { path: 'Dockerfile' }).context).toBe('..')
  })

  it('is what --context says', () => {
    expect(
      report(folderWith(files), { path: 'api/docker/Dockerfile' }, './api/docker/').context,
    ).toBe('api/docker')
  })

  it('is found for standard input too', () => {
    const job = { path: 'api/docker/Dockerfile', bytes: Buffer.from(dockerfile) }
    expect(report(folderWith(sources), job)).toMatchObject({
      context: 'api',
      result: { outcome: 'migrated' },
    })
  })
})

it.each([
  ['a folder', { 'x/y': '' }, 'It is a folder.'],
  [
    'UTF-16',
    { x: Buffer.from('\ufeffFROM x', 'utf16le') },
    'The file is encoded as UTF-16; Docker reads UTF-8 only',
  ],
  [
    'a large file',
    { x: Buffer.alloc(50 * 1024 * 1024) },
    'It has 50 MB; Dockerfiles are text of a few kB.',
  ],
])('%s is refused as no Dockerfile, with a sentence', (_, files, reason) => {
  expect(report(folderWith(files), { path: 'x' }).result).toMatchObject({
    outcome: 'refused',
    code: 'not-a-dockerfile',
    reason,
  })
})

it('a file that is gone has failed', () => {
  expect(report(folderWith({}), { path: 'x' }).result).toMatchObject({
    outcome: 'failed',
    code: 'unreadable',
    reason: 'There is no such file.',
  })
})

describe('what stands where a new file would be written', () => {
  const service = {
    Dockerfile:
      'FROM node:20\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nCMD ["node", "server.js"]\n',
    'package.json': '{"name":"x","dependencies":{"express":"^4"}}',
    'package-lock.json': '{"lockfileVersion":3,"packages":{}}',
    'server.js': 'require("express")().listen(3000)\n',
  }

  it.each([
    ['/etc/hostname', 'a link out of the build context, or to nothing'],
    ['nowhere', 'a link out of the build context, or to nothing'],
  ])('a .dockerignore that leads to %s is said and left alone', (target, what) => {
    const cwd = folderWith(service)
    symlinkSync(target, join(cwd, '.dockerignore'))
    const { result } = report(cwd, { path: 'Dockerfile' })
    expect(result).toMatchObject({
      outcome: 'migrated',
      otherFiles: [],
      stays: [`No .dockerignore is written: what stands there is ${what}.`],
    })
  })

  it('an nginx.conf that a build does not see, so that ours has another name', () => {
    const site = {
      Dockerfile:
        'FROM node:20\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\nCMD ["npx", "serve", "dist"]\n',
      'package.json':
        '{"name":"x","scripts":{"build":"vite build"},"devDependencies":{"vite":"^5","serve":"^14"}}',
      'package-lock.json': '{"lockfileVersion":3,"packages":{}}',
      'index.html': '<html></html>',
    }
    const taken = (cwd: string): void => {
      expect(report(cwd, { path: 'Dockerfile' }).result).toMatchObject({
        outcome: 'migrated',
        otherFiles: expect.arrayContaining([
          expect.objectContaining({ path: 'nginx.static.conf', before: null }),
        ]) as unknown,
      })
    }
    taken(folderWith({ ...site, '.dockerignore': 'nginx.conf\n', 'nginx.conf': 'x' }))
    const cwd = folderWith(site)
    symlinkSync('/etc/hostname', join(cwd, 'nginx.conf'))
    taken(cwd)
  })
})
