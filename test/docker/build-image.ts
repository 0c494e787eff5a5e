import { readFileSync } from 'node:fs'
import { isParseFailure, parseDockerfile } from '../../src/dockerfile/parse/parse.ts'
import { docker, label, run } from './docker.ts'
import { sharedFile } from './shared-folder.ts'

/** One `docker build`. */
export interface BuildRequest {
  readonly tag: string
  readonly dockerfile: string
  readonly context: string
  readonly args: Readonly<Record<string, string>>
}

const buildSeconds = 10 * 60

/** Builds an image; undefined where that worked, else the end of the build's log. */
export async function buildImage(request: BuildRequest): Promise<string | undefined> {
  const args = Object.entries(request.args).flatMap(([name, value]) => [
    '--build-arg',
    `${name}=${value}`,
  ])
  const standIns = await pullImages(request.dockerfile, args)
  const { ok, stderr } = await docker(
    [
      ...['buildx', 'build', '--pull=false', '--load', '--progress=plain'],
      ...['--label', label, '--tag', request.tag, '--file', request.dockerfile],
      ...standIns,
      ...args,
      request.context,
    ],
    buildSeconds,
  )
  return ok ? undefined : stderr.split('\n').slice(-30).join('\n')
}

/**
 * Where Docker Hub is out of reach, the shared test bed makes the images that a Dockerfile names. A tag can't carry a digest, so
 * images that are pinned by one are handed to the build as named contexts. Elsewhere the build pulls by itself.
 */
export async function pullImages(
  dockerfile: string,
  args: readonly string[],
): Promise<readonly string[]> {
  const pull = sharedFile('testbed/pull.mjs')
  if (pull === undefined) return []
  const pulled = await run(
    process.execPath,
    [pull, '--dockerfile', dockerfile, ...args],
    buildSeconds,
  )
  if (!pulled.ok) throw new Error(`the test bed lacks an image of ${dockerfile}: ${pulled.stderr}`)
  return pinnedImages(readFileSync(dockerfile, 'utf8')).flatMap((image) => [
    '--build-context',
    `${image}=docker-image://${image.replace(/@sha256:.*$/, '')}`,
  ])
}

/** One image by name, as pullImages; elsewhere `docker run` pulls by itself. */
export async function pullImage(image: string): Promise<void> {
  const pull = sharedFile('testbed/pull.mjs')
  if (pull !== undefined) await run(process.execPath, [pull, image], buildSeconds)
}

function pinnedImages(text: string): readonly string[] {
  const dockerfile = parseDockerfile(text)
  if (isParseFailure(dockerfile)) throw new Error(dockerfile.reason)
  return dockerfile.stages.map(({ base }) => base).filter((base) => base.includes('@sha256:'))
}
