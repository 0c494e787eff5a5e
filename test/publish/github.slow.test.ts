import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { forgeContract } from './forge-contract.ts'
import { makeGithubWorld } from './github-world.ts'

forgeContract('GitHub (emulated)', makeGithubWorld)

it('git reads the same commits as the API tells of', async () => {
  const world = await makeGithubWorld()
  const folder = await mkdtemp(path.join(tmpdir(), 'msb-migrate-git-'))
  const git = async (authorization: string | undefined, ...args: readonly string[]) => {
    const env = {
      PATH: process.env['PATH'],
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_TERMINAL_PROMPT: '0',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'http.extraHeader',
      GIT_CONFIG_VALUE_0: `Authorization: ${authorization ?? 'none'}`,
    }
    return (await promisify(execFile)('git', args, { cwd: folder, env })).stdout.trim()
  }
  try {
    const files = { Dockerfile: 'FROM a\n', 'web/run.sh*': '#!/bin/sh\n', 'web/a/b': 'b\n' }
    const repository = await world.makeRepository(files)
    const commit = await world.personCommits(repository, 'main', { Dockerfile: 'FROM b\n' })
    const { gitAuthorization: own } = world.forge
    await git(own, 'init', '--quiet', '.')
    const options = ['--quiet', '--depth=1', '--filter=blob:none', repository.cloneUrl]
    await git(own, 'fetch', ...options, commit)
    const tree = await world.forge.tree(repository, commit)
    const listed = await git(
      own,
      'ls-tree',
      '-r',
      '--format=%(objectmode) %(objectname) %(path)',
      commit,
    )
    expect(listed.split('\n').sort()).toEqual(
      tree?.entries.map((entry) => `${entry.mode} ${entry.id} ${entry.path}`).sort(),
    )
    await expect(git(undefined, 'fetch', ...options, commit)).rejects.toThrow(
      /401|Authentication|terminal prompts/,
    )
    expect(await git(own, 'ls-remote', repository.cloneUrl, 'main')).toContain(commit)
  } finally {
    await rm(folder, { recursive: true, force: true })
    await world.stop()
  }
})
