/** What was seen of a running container from outside. */
export interface Observation {
  readonly state: 'running' | 'exited' | 'not-started'
  /** Of one that has exited. */
  readonly exitCode: number | undefined
  /** Docker's words where it did not start, or was ended by the engine. */
  readonly problem: string | undefined
  /** What HEALTHCHECK says in the end; undefined where there is none. */
  readonly health: string | undefined
  /** TCP ports on which it takes connections from others, sorted; undefined where nobody could tell. */
  readonly ports: readonly number[] | undefined
  /** The container's port that was asked; undefined where none answers by HTTP. */
  readonly port: number | undefined
  /** By path; of a port other than the one above, by `:9090/path`. Empty where nothing answered. */
  readonly answers: Readonly<Record<string, Answer>>
  /** By command of --smoke. */
  readonly smoke: Readonly<Record<string, Smoke>>
  /** Lines of its log that tell of an error, each once. */
  readonly errors: readonly ErrorLine[]
  /** The last lines of its log. */
  readonly log: readonly string[]
  /** Seconds until it answered, was healthy or ended; undefined where none of these came. */
  readonly seconds: number | undefined
}

/** An HTTP answer. */
export interface Answer {
  readonly status: number
  /** Without its parameters; undefined where it has none. */
  readonly type: string | undefined
  /** Where it sends the browser: a path of its own, or the whole URL of somebody else's. */
  readonly location: string | undefined
  /** In bytes. */
  readonly length: number
  /** Of the body, without dates, ids and the like. */
  readonly digest: string
  /** False where the same container answers the same question in another way. */
  readonly isSteady: boolean
}

/** What a command of --smoke said. */
export interface Smoke {
  /** Undefined where it did not end in time. */
  readonly exitCode: number | undefined
  /** The last lines of what it wrote. */
  readonly output: readonly string[]
}

/** What a line of a log says is not there, or not allowed. */
export type ErrorKind =
  | 'missing-file'
  | 'missing-module'
  | 'missing-library'
  | 'missing-program'
  | 'permission'
  | 'certificates'
  | 'time-zone'
  | 'architecture'
  | 'other'

/** A line of a log that tells of an error. */
export interface ErrorLine {
  readonly kind: ErrorKind
  /** The path, module, library or program; undefined where the line names none. */
  readonly name: string | undefined
  /** As it was logged, cut where it is long. */
  readonly line: string
}
