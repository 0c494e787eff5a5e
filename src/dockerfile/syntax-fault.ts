import type { ParseFailure } from './instruction.ts'

/** Thrown inside of src/dockerfile where BuildKit would fail; `parseDockerfile` turns it into a ParseFailure. */
export class SyntaxFault extends Error {
  readonly code: ParseFailure['code']
  /** 1-based; undefined until the reader of the file, who knows it, fills it in. */
  line: number | undefined

  constructor(reason: string, code: ParseFailure['code'] = 'invalid-dockerfile', line?: number) {
    super(reason)
    this.name = 'SyntaxFault'
    this.code = code
    this.line = line
  }
}
