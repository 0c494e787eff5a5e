/** Where a fact stands: a file of the project, its line (1-based), and the text that says so. */
export interface Evidence {
  /** Relative to the build context; 'Dockerfile' for the file itself. */
  readonly path: string
  readonly line: number | undefined
  readonly text: string
}
