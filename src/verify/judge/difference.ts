import type { Finding } from '../../verification/finding.ts'

/** A finding that can be told from others, so that a second look can take it back. */
export interface Difference {
  /** What differs: 'answer /login'. */
  readonly id: string
  /** False for what is worth knowing and no reason to doubt. */
  readonly counts: boolean
  readonly finding: Finding
}

/** Makes a difference that counts. */
export function differs(code: string, subject: string, message: string, by?: string): Difference {
  const finding = { code, message, ...(by === undefined ? {} : { by }) }
  return { id: `${code} ${subject}`, counts: true, finding }
}

/** Makes one that is worth a note. */
export function noted(code: string, subject: string, message: string, by?: string): Difference {
  return { ...differs(code, subject, message, by), counts: false }
}
