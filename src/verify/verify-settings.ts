import type { ImageInspection } from '../verification/image-inspection.ts'

/** What of the command line decides about a verification. */
export interface VerifySettings {
  /** Random for each run; stands in labels, tags and folder names. */
  readonly runId: string
  /** What ecosystems know of images. */
  readonly inspections: readonly ImageInspection[]
  /** `NAME=value`, or `NAME` for the environment's. */
  readonly buildArgs: readonly string[]
  /** `NAME=value`, as `docker buildx build --build-context` has them. */
  readonly buildContexts: readonly string[]
  /** As `--secret` of docker has them: `id=npm,src=.npmrc`. */
  readonly secrets: readonly string[]
  readonly ssh: readonly string[]
  readonly platform: string | undefined
  readonly builder: string | undefined
  /** `NAME=value`, or `NAME` for the environment's; for the containers. */
  readonly env: readonly string[]
  readonly envFiles: readonly string[]
  /** Asked of both containers; empty for what the image and its answers suggest. */
  readonly paths: readonly string[]
  /** Commands for this machine's shell that must end with the same exit code against both containers. */
  readonly smoke: readonly string[]
  /** Seconds for each build. */
  readonly timeout: number
  /** Seconds until a container must have listened, said that it is healthy, or ended. */
  readonly wait: number
  /** Services that compose starts before the container are started beside it, from their images. */
  readonly withDependencies: boolean
  /** False: images are built and compared, not run. */
  readonly run: boolean
  readonly keepImages: boolean
  /** False: every step is built, so that times can be compared. */
  readonly cache: boolean
}
