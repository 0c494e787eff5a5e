/** Where a fact stands: a file of the project, its line (1-based), and the text that says so. */
export interface Evidence {
  /** Relative to the build context; 'Dockerfile' for the file itself. */
  readonly path: string
  readonly line: number | undefined
  readonly text: string
}

/** A rule's work on one file, in the words that the user reads. */
export interface Change {
  readonly rule: string
  readonly title: string
  readonly why: string
  /** 'review' rests on an assumption, which is said. */
  readonly risk: 'safe' | 'review'
  readonly assumption?: string
  readonly evidence: readonly Evidence[]
}

/** A file beside the Dockerfile that a change writes; `before` is null for a new one. Paths relative to the context. */
export interface OtherFile {
  readonly path: string
  readonly before: string | null
  readonly after: string
}
