import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createDocker } from '../../src/verify/engine/docker.ts'
import { findEngine, isLocalEndpoint } from '../../src/verify/engine/find-engine.ts'
import { folderWith } from '../cli/surroundings.ts'

/** A docker that is a shell script. */
function dockerThat(script: string) {
  const folder = folderWith({ docker: `#!/bin/sh\n${script}\n` })
  chmodSync(join(folder, 'docker'), 0o755)
  const env = { PATH: `${folder}:/bin:/usr/bin`, DOCKER_HOST: 'unix:///x' }
  return { env, docker: createDocker(env, new AbortController().signal) }
}

async function engineOf(script: string): Promise<unknown> {
  const { docker, env } = dockerThat(script)
  return findEngine(docker, env).catch((error: unknown) => (error as Error).message)
}

const server = `{"Server":{"Version":"28.5.2","Os":"linux","Arch":"amd64"}}`

describe('the engine', () => {
  test('is found', async () => {
    const script = `case $1 in version) echo '${server}' ;; buildx) echo 'github.com/docker/buildx v0.29.1 abc' ;; esac`
    expect(await engineOf(script)).toEqual({
      version: '28.5.2',
      buildx: '0.29.1',
      platform: 'linux/amd64',
      isLocal: true,
    })
  })

  test('lacks', async () => {
    const env = { PATH: folderWith({}) }
    const docker = createDocker(env, new AbortController().signal)
    await expect(findEngine(docker, env)).rejects.toThrow('there is no docker command in PATH')
  })

  test.each([
    [
      'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
      'the Docker daemon does not answer at unix:///var/run/docker.sock; start it',
    ],
    [
      'error during connect: Get "http://nonsense:2375/v1.50/version": dial tcp: lookup nonsense: no such host',
      'the Docker daemon does not answer; start it, or choose another',
    ],
    [
      'error during connect: Get "https://127.0.0.1:2376/v1.50/version": tls: failed to verify certificate',
      'there is no secure connection to the Docker daemon: Get "https://127.0.0.1:2376/',
    ],
    [
      'Failed to initialize: unable to resolve docker endpoint: context "nosuch": context not found: open /root/meta.json: no such file or directory',
      'there is no docker context "nosuch"; docker context ls names them',
    ],
    [
      'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock',
      'add yourself to the group "docker"',
    ],
    [
      'Error response from daemon: client version 1.51 is too new. Maximum supported API version is 1.40',
      'speaks API 1.40 and the docker command 1.51; update the daemon',
    ],
    ['something else', 'docker does not answer: something else'],
  ])('does not answer: %s', async (said, message) => {
    expect(await engineOf(`echo '${said}' >&2; exit 1`)).toContain(message)
  })

  test('runs Windows containers', async () => {
    expect(await engineOf(`echo '${server.replace('linux', 'windows')}'`)).toContain(
      'runs windows containers',
    )
  })

  test('has no buildx, or an old one', async () => {
    const only = `test $1 = version && echo '${server}'`
    expect(await engineOf(only)).toContain('docker has no buildx')
    const old = `case $1 in version) echo '${server}' ;; buildx) echo 'github.com/docker/buildx v0.9.1 x' ;; esac`
    expect(await engineOf(old)).toContain('0.9.1 is too old; verify needs 0.13 or later')
  })

  test('has the builder that is asked for', async () => {
    const script = `case "$*" in version*) echo '${server}' ;; 'buildx version') echo 'x v0.29.1 x' ;; 'buildx inspect cloud') ;; *) echo "ERROR: $SAID" >&2; exit 1 ;; esac`
    const askFor = async (builder: string, said = `no builder "${builder}" found`) => {
      const { docker, env } = dockerThat(`SAID='${said}'\n${script}`)
      return findEngine(docker, env, builder).catch((error: unknown) => (error as Error).message)
    }
    expect(await askFor('cloud')).toMatchObject({ buildx: '0.29.1' })
    expect(await askFor('nosuch')).toBe(
      'docker buildx has no builder "nosuch"; docker buildx ls names them',
    )
    expect(await askFor('x', 'no kubeconfig')).toBe(`the builder "x" can't be used: no kubeconfig`)
  })

  test('on another machine publishes no ports here', () => {
    expect(isLocalEndpoint('')).toBe(true)
    expect(isLocalEndpoint('unix:///run/docker.sock')).toBe(true)
    expect(isLocalEndpoint('tcp://127.0.0.1:2375')).toBe(true)
    expect(isLocalEndpoint('tcp://build.example:2376')).toBe(false)
    expect(isLocalEndpoint('ssh://me@host')).toBe(false)
  })
})

describe('calls of docker', () => {
  test('pass arguments as they are', async () => {
    const { docker } = dockerThat('printf "%s\\n" "$@"')
    expect((await docker(['a b', '$(id)', '`id`;'])).stdout).toBe('a b\n$(id)\n`id`;\n')
  })

  test('end after their time', async () => {
    const { docker } = dockerThat('exec sleep 60')
    expect(await docker(['x'], { timeout: 0.2 })).toMatchObject({ ok: false, ended: 'timeout' })
  })

  test('end when interrupted, and none begins then', async () => {
    const { env } = dockerThat('echo started >&2; exec sleep 60')
    const interrupt = new AbortController()
    const docker = createDocker(env, interrupt.signal)
    const ran = await docker(['x'], { onErrorLine: () => interrupt.abort() })
    expect(ran.ended).toBe('interrupted')
    expect((await docker(['x'])).ended).toBe('interrupted')
    expect((await docker(['x'], { interruptible: false, timeout: 0.5 })).ended).toBe('timeout')
  })
})
