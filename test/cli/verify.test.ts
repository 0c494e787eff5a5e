import { chmodSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { workFolderName } from '../../src/cli/verify/verify-machine.ts'
import { jsonReport } from '../../src/report/json/json-schema.ts'
import { folderWith, runHere } from './surroundings.ts'

/** A docker that is a shell script; `$1` is its command. */
function withDocker(script: string) {
  const folder = folderWith({ docker: `#!/bin/sh\n${script}\n` })
  chmodSync(join(folder, 'docker'), 0o755)
  return { PATH: `${folder}:/bin:/usr/bin`, DOCKER_HOST: 'unix:///x' }
}

const engine = `case $1 in version) echo '{"Server":{"Version":"28.5.2","Os":"linux","Arch":"amd64"}}'; exit ;; esac
case $2 in version) echo 'x v0.29.1 x'; exit ;; esac`
const files = { 'a/Dockerfile': 'FROM big\n', 'b/Dockerfile': 'FROM big\n' }

function verify(
  script: string,
  argv: readonly string[],
  some: Readonly<Record<string, string>> = files,
) {
  return runHere(['verify', '.', ...argv], { cwd: folderWith(some), env: withDocker(script) })
}

const workFolders = () => readdirSync(tmpdir()).filter((name) => workFolderName.test(name))

describe('verify', () => {
  test('without an engine says so once, and prints whole documents', async () => {
    const said = 'Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?'
    const ran = await verify(`echo '${said}' >&2; exit 1`, ['--format', 'json'])
    expect(ran.code).toBe(2)
    expect(ran.stderr.match(/^msb-migrate: .*$/gm)).toEqual([
      'msb-migrate: the Docker daemon does not answer at unix:///x; start it, or choose another by DOCKER_HOST or docker context use',
    ])
    const { files } = jsonReport.parse(JSON.parse(ran.stdout))
    const codes = files.map(
      (file) => file.outcome === 'migrated' && file.verification?.problem?.code,
    )
    expect(codes).toEqual(['no-daemon', 'no-daemon'])
  })

  test('goes on where one image needs a login, and not where the daemon goes away', async () => {
    const bake = (error: string) =>
      `${engine}\ncase $2 in bake) echo '${error}' >&2; exit 1 ;; esac`
    const login = `{"vertexes":[{"digest":"a","name":"[internal] load metadata for x:1","error":"pull access denied"}]}`
    const skipped = await verify(bake(login), ['--quiet'])
    expect(skipped.code).toBe(2)
    expect(skipped.stdout).toMatch(
      /a\/Dockerfile: skipped: .* gives x:1 [^]*b\/Dockerfile: skipped/,
    )
    expect(skipped.stderr).toBe('')
    const gone = 'ERROR: failed to receive status: rpc error: code = Unavailable desc = EOF'
    const lost = await verify(bake(gone), ['--quiet', '--jobs', '1'])
    expect(lost.code).toBe(2)
    expect(
      lost.stderr.match(/^msb-migrate: the Docker daemon, or the builder, went away/gm),
    ).toHaveLength(1)
  })

  test('prints builds, and says where the files are that they name', async () => {
    const ran = await verify('exit 1', ['--print-bake'])
    const folder = /^The Dockerfiles that it names are in (.*); remove it when done\.$/m.exec(
      ran.stderr,
    )?.[1]
    if (folder === undefined) throw new Error(ran.stderr)
    expect(ran.code).toBe(0)
    expect(ran.stdout).toContain(`"dockerfile": "${folder}/a/after/Dockerfile"`)
    expect(statSync(join(folder, 'a/after/Dockerfile')).isFile()).toBe(true)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    rmSync(folder, { recursive: true })
  })

  test('leaves no folder behind where no builds are printed', async () => {
    const before = workFolders()
    const lost = await verify('exit 1', ['--print-bake', '-o', 'none/bake.json'])
    expect([lost.code, lost.stderr]).toEqual([
      2,
      "msb-migrate: --output: none/bake.json can't be written (ENOENT)\n",
    ])
    expect(workFolders()).toEqual(before)
  })

  test('keeps its logs from others', async () => {
    const { stderr } = await verify(`${engine}\nexit 1`, [])
    const logs = /^Full logs: (.*)$/m.exec(stderr)?.[1] ?? ''
    expect(statSync(logs).mode & 0o777).toBe(0o700)
    rmSync(logs, { recursive: true })
  })

  test.each([
    [['--platform', 'linux/amd64,linux/arm64'], '--platform takes one platform'],
    [['--platform', 'linux amd64'], '--platform takes a platform such as linux/arm64'],
    [['--secret', 'npm=.npmrc'], '--secret takes id=NAME,src=FILE'],
    [['--build-context', 'x'], '--build-context takes NAME=VALUE, not "x"'],
    [['--build-arg', '=x'], '--build-arg takes NAME=VALUE or NAME, not "=x"'],
    [['--env', ''], '--env takes NAME=VALUE or NAME, not ""'],
    [['--env-file', 'none.env'], "--env-file none.env can't be read (ENOENT)"],
    [['--env-file', 'bad.env'], '--env-file bad.env:3 has no NAME=VALUE'],
  ])('refuses %s before anything is built', async (argv, message) => {
    const ran = await verify('exit 9', argv, { ...files, 'bad.env': '# a b\n A=1 2\nB C=3\n' })
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain(message)
    expect(ran.stdout).toBe('')
  })
})
