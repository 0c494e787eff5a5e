/** Something that was found. */
export interface Finding {
  /** Stable: 'answer', 'missing-library', ... */
  readonly code: string
  readonly message: string
  /** The rule whose change it comes from, where that is known. */
  readonly by?: string
}
