import { describe, expect, test } from 'vitest'
import type { BuildStep } from '../../src/verify/build/build-log.ts'
import { readBuildProblem } from '../../src/verify/build/build-problem.ts'

/** A build that ends with a step's error, as buildx 0.29 says it. */
function problemOf(
  name: string,
  error: string,
  { log = [], platform }: { log?: readonly string[]; platform?: string } = {},
) {
  const step: BuildStep = { name, seconds: 1, isCached: false, isOpen: false, error, log }
  const excerpt = '   1 |     # no space left on device: is the docker daemon running?\n'
  const rest = `${excerpt}ERROR: failed to solve: ${error}`
  return readBuildProblem({ steps: [step], rest }, { platform })
}

describe('an image that its registry does not give', () => {
  const metadata = '[internal] load metadata for 127.0.0.1:5000/acme/base:1'
  test.each([
    [
      'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
      'login-needed',
      'gives 127.0.0.1:5000/acme/base:1 (or has no such image); run docker login',
    ],
    [
      'failed to authorize: failed to fetch anonymous token: unexpected status from GET request to http://127.0.0.1:5000/token?service=reg: 401 Unauthorized',
      'login-needed',
      'run docker login',
    ],
    [
      'unexpected status from HEAD request to http://127.0.0.1:5000/v2/acme/base/manifests/1: 403 Forbidden',
      'login-needed',
      'run docker login',
    ],
    [
      'unexpected status from HEAD request to http://127.0.0.1:5000/v2/acme/base/manifests/1: 429 Too Many Requests',
      'rate-limit',
      'the registry of 127.0.0.1:5000/acme/base:1 gives no more images',
    ],
    [
      'failed to do request: Head "https://127.0.0.1:5000/v2/": dial tcp 127.0.0.1:5000: connect: connection refused',
      'no-network',
      "its registry can't be reached (connection refused)",
    ],
    [
      'failed to do request: Head "https://127.0.0.1:5000/v2/": tls: failed to verify certificate: x509: certificate signed by unknown authority',
      'no-network',
      '(certificate signed by unknown authority)',
    ],
    [
      'unexpected status from HEAD request to http://127.0.0.1:5000/v2/acme/base/manifests/1: 503 Service Unavailable',
      'registry-error',
      'does not give 127.0.0.1:5000/acme/base:1 (503 Service Unavailable)',
    ],
  ])('because of %s', (error, code, words) => {
    const problem = problemOf(metadata, error)
    expect(problem).toMatchObject({ code, fatal: false })
    expect(problem?.message).toContain(words)
  })

  test('while its layers come, or for a syntax directive', () => {
    const error = 'failed to copy: httpReadSeeker: failed open: unexpected EOF'
    expect(
      problemOf('[builder 1/4] FROM docker.io/library/node:20@sha256:ab', error),
    ).toMatchObject({
      code: 'no-network',
    })
    expect(
      problemOf('resolve image config for docker-image://a.example/b:1', error)?.message,
    ).toMatch(/^a\.example\/b:1 is not on this engine/)
  })

  test('because it has none of that name, is the Dockerfile’s', () => {
    expect(problemOf(metadata, '127.0.0.1:5000/acme/base:1: not found')).toBeUndefined()
    expect(problemOf(metadata, 'no match for platform in manifest: not found')).toBeUndefined()
  })
})

describe('a build that ends at', () => {
  const failed = (command: string) =>
    `process "/bin/sh -c ${command}" did not complete successfully: exit code: 1`

  test('a command is the Dockerfile’s, whatever it and the lines around it say', () => {
    const command = 'echo no space left on device; curl https://x; false'
    expect(problemOf(`[2/2] RUN ${command}`, failed(command))).toBeUndefined()
  })

  test('a command that finds the disk full is not', () => {
    const full = { log: ['npm error code ENOSPC'] }
    expect(problemOf('[2/2] RUN npm ci', failed('npm ci'), full)).toMatchObject({
      code: 'no-space',
      fatal: false,
    })
    const own = '[2/2] RUN --mount=type=tmpfs,target=/t,size=1m dd of=/t/x'
    expect(problemOf(own, failed('dd of=/t/x'), full)).toBeUndefined()
  })

  test('a program of another platform is the builder’s, where that was asked for', () => {
    const log = ['exec /bin/sh: exec format error']
    expect(problemOf('[2/2] RUN x', failed('x'), { log })).toBeUndefined()
    const problem = problemOf('[2/2] RUN x', failed('x'), { log, platform: 'linux/arm64' })
    expect(problem?.message).toMatch(/^this builder can't run programs of linux\/arm64/)
  })

  test('the engine’s disk', () => {
    const error = 'failed to register layer: write /usr/x: no space left on device'
    expect(problemOf('[2/2] COPY . .', error)?.code).toBe('no-space')
    expect(problemOf('[1/2] FROM docker.io/library/node:20', error)?.message).toContain('node:20')
  })

  test('a builder that is not there, or goes away', () => {
    const waiting = '[internal] waiting for connection'
    expect(problemOf(waiting, 'context deadline exceeded')).toMatchObject({
      code: 'no-builder',
      fatal: true,
    })
    const gone = 'failed to receive status: rpc error: code = Unavailable desc = closing transport'
    expect(problemOf('[2/2] RUN x', gone)).toMatchObject({ code: 'no-daemon', fatal: true })
  })

  test('what the command line says wrong', () => {
    const rest = 'ERROR: failed to stat /nofile: stat /nofile: no such file or directory'
    expect(readBuildProblem({ steps: [], rest }, { platform: undefined })).toMatchObject({
      code: 'not-accepted',
      message:
        'docker buildx does not build: failed to stat /nofile: stat /nofile: no such file or directory',
    })
  })

  test('an instruction that is none, is the Dockerfile’s', () => {
    const rest =
      'ERROR: failed to solve: dockerfile parse error on line 2: unknown instruction: FOO'
    expect(readBuildProblem({ steps: [], rest }, { platform: undefined })).toBeUndefined()
  })
})
