/** The parts of an image's config that a Dockerfile decides, as Docker's image config has them. */
export interface ImageConfig {
  readonly User: string | undefined
  readonly Entrypoint: readonly string[] | undefined
  readonly Cmd: readonly string[] | undefined
  readonly Env: ReadonlyMap<string, string>
  readonly WorkingDir: string
  readonly ExposedPorts: readonly string[]
  readonly Volumes: readonly string[]
  readonly Labels: ReadonlyMap<string, string>
  readonly StopSignal: string | undefined
  readonly Healthcheck: Healthcheck | undefined
  readonly Shell: readonly string[] | undefined
  readonly OnBuild: readonly string[]
}

/** Durations in nanoseconds, as Docker stores them. */
export interface Healthcheck {
  readonly Test: readonly string[]
  readonly Interval?: number
  readonly Timeout?: number
  readonly StartPeriod?: number
  readonly StartInterval?: number
  readonly Retries?: number
}
