/** What was seen of a running container from outside. */
export interface Observation {
  readonly state: 'running' | 'exited' | 'not-started'
  /** Of one that has exited. */
  readonly exitCode: number | undefined
  /** What HEALTHCHECK says in the end; undefined where there is none. */
  readonly health: string | undefined
  /** The container's port that was asked; undefined where it listens on none. */
  readonly port: number | undefined
  /** By path; empty where nothing answered. */
  readonly answers: Readonly<Record<string, Answer>>
  /** By command of --smoke. */
  readonly smoke: Readonly<Record<string, Smoke>>
  /** Lines of its log that tell of an error, each once, dates and the like left out. */
  readonly errors: readonly string[]
  /** The last lines of its log. */
  readonly log: readonly string[]
  /** Seconds until it answered, was healthy or ended; undefined where none of these came. */
  readonly seconds: number | undefined
}

/** An HTTP answer. */
export interface Answer {
  readonly status: number
  /** Without its parameters. */
  readonly type: string | undefined
  readonly location: string | undefined
  /** In bytes. */
  readonly length: number
  /** The body, dates and ids replaced; of long ones a digest. */
  readonly body: string
  /** False where the same container answers the same question in another way. */
  readonly isSteady: boolean
}

export interface Smoke {
  readonly exitCode: number | undefined
  readonly output: string
}
