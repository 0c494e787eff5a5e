/** A line of a Procfile. https://devcenter.heroku.com/articles/procfile#procfile-format */
export interface ProcessType {
  readonly name: string
  /** For a shell. */
  readonly command: string
  /** 1-based. */
  readonly line: number
}

/** The process types of a Procfile. */
export function readProcfile(source: string): readonly ProcessType[] {
  return source.split(/\r?\n/).flatMap((written, index) => {
    const at = written.indexOf(':')
    const name = written.slice(0, Math.max(at, 0)).trim()
    const command = written.slice(at + 1).trim()
    return name === '' || name.startsWith('#') || command === ''
      ? []
      : [{ name, command, line: index + 1 }]
  })
}
