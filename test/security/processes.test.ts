import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { migrateHere } from '../../src/cli/migrate/core/migrate-all.ts'
import { folderWith, runHere } from '../cli/surroundings.ts'
import { gitFolder } from '../publish/git-folder.ts'

/** A project whose configuration, scripts and dependencies would all leave a mark when they are run. */
const mark = "require('fs').writeFileSync(__dirname + '/EXECUTED', 'x')\n"
const project = {
  Dockerfile:
    'FROM node:20\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build\nCMD ["npm", "start"]\n',
  'package.json': JSON.stringify({
    name: 'x',
    scripts: { preinstall: 'touch EXECUTED', build: 'next build', start: 'next start' },
    dependencies: { next: '14', react: '18' },
  }),
  'package-lock.json': '{"lockfileVersion":3,"packages":{}}',
  'next.config.js': `${mark}module.exports = { output: 'standalone' }\n`,
  '.eslintrc.js': mark,
  'babel.config.js': mark,
  '.pnpmfile.cjs': mark,
  'node_modules/next/index.js': mark,
  Makefile: '$(shell touch EXECUTED)\nall:\n\ttouch EXECUTED\n',
  'pages/index.js': 'export default () => null\n',
}
const programs =
  'bash bun cat composer curl docker gh git glab go make node npm npx php pnpm python3 sh yarn'.split(
    ' ',
  )

/** Programs that only say that they were started. */
function standIns(): string {
  const folder = folderWith({})
  for (const name of programs) {
    writeFileSync(join(folder, name), `#!/bin/sh\n: > '${folder}/${name}.ran'\nexit 1\n`)
    chmodSync(join(folder, name), 0o755)
  }
  return folder
}

it.each([[['-d']], [['--check']], [['--write', '--allow-dirty']], [['--format', 'json']]])(
  'migrate %j starts git alone, runs nothing of the project, and opens no connection',
  async (argv) => {
    const repository = gitFolder()
    onTestFinished(repository.remove)
    repository.commit(project)
    const path = standIns()
    const connect = vi.spyOn(Socket.prototype, 'connect')
    vi.stubEnv('PATH', path)
    onTestFinished(() => {
      vi.unstubAllEnvs()
      vi.restoreAllMocks()
    })
    const ran = await runHere(argv, { cwd: repository.folder, migrateAll: migrateHere })
    expect(ran.stderr).toMatch(/1 Dockerfile: 1 (changed|would change|refused)/)
    expect(readdirSync(path).filter((name) => name.endsWith('.ran'))).toEqual(['git.ran'])
    expect(existsSync(join(repository.folder, 'EXECUTED'))).toBe(false)
    expect(connect).not.toHaveBeenCalled()
  },
)

it('--write leaves no file but those that it says', async () => {
  const repository = gitFolder()
  onTestFinished(repository.remove)
  repository.commit(project)
  await runHere(['--write', '.'], { cwd: repository.folder, migrateAll: migrateHere })
  const changed = repository
    .git('status', '--porcelain')
    .split('\n')
    .map((line) => line.trim())
  expect(changed.filter((line) => !/ (Dockerfile|\.dockerignore)$/.test(line))).toEqual([])
})
