import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { messageOf } from '../migrate/file-list.ts'
import { UsageError } from '../usage-error.ts'

// Values that docker would refuse, or take for something else, hours later: said before anything is built. All throw UsageError.

/** `NAME=value`, or `NAME` for the environment's. */
export function checkNamed(option: string): (text: string) => string {
  return (text) => {
    if (!/^[^\s=]+(=|$)/.test(text))
      throw new UsageError(`--${option} takes NAME=VALUE or NAME, not "${text}"`)
    return text
  }
}

/** `NAME=value`, both said. */
export function checkBuildContext(text: string): string {
  if (!/^[^\s=]+=[^]/.test(text))
    throw new UsageError(`--build-context takes NAME=VALUE, not "${text}"`)
  return text
}

/** https://docs.docker.com/reference/cli/docker/buildx/build/#secret */
export function checkSecret(text: string): string {
  const isPlain = !text.includes('"')
  if (isPlain && !text.split(',').every((field) => /^(type|id|src|source|env)=/.test(field)))
    throw new UsageError(`--secret takes id=NAME,src=FILE or id=NAME,env=VARIABLE, not "${text}"`)
  return text
}

/** One platform, by its shape: `linux/arm64`, `linux/arm/v7`, `arm64`. Images of several can't be loaded into an engine, nor run. */
export function checkPlatform(text: string | undefined): string | undefined {
  if (text?.includes(',') === true)
    throw new UsageError('--platform takes one platform; verify once for each')
  if (text !== undefined && !/^[\w.-]+(\([\w.-]+\))?(\/[\w.-]+){0,2}$/.test(text))
    throw new UsageError(`--platform takes a platform such as linux/arm64, not "${text}"`)
  return text
}

/** Files of `--env-file`, as docker reads them: https://github.com/docker/cli/blob/v28.5.2/pkg/kvfile/kvfile.go */
export function checkEnvFile(file: string, cwd: string): void {
  const lines = readText(file, cwd)
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
  lines.forEach((line, index) => {
    const [name = ''] = line.trimStart().split('=')
    if (line.trim() === '' || name.startsWith('#')) return
    if (name === '' || /\s/.test(name))
      throw new UsageError(`--env-file ${file}:${index + 1} has no NAME=VALUE`)
  })
}

function readText(file: string, cwd: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      readFileSync(resolve(cwd, file)),
    )
  } catch (error) {
    throw new UsageError(`--env-file ${file} can't be read (${messageOf(error)})`)
  }
}
