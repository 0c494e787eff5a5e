/** A small file that meets a refusal, and the same without what brought it about. */
export interface Example {
  /** Relative to the build context. */
  readonly file: string
  readonly before: string
  readonly after: string
}

/** A Dockerfile, by its lines. */
export function inDockerfile(before: readonly string[], after: readonly string[]): Example {
  return inFile('Dockerfile', before, after)
}

export function inFile(file: string, before: readonly string[], after: readonly string[]): Example {
  return { file, before: textOf(before), after: textOf(after) }
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}
