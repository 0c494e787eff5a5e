/** What only the build is seen to use: the runtime stage is tried without it. */
export interface Spare {
  /** OS packages of programs that fetch and unpack. */
  readonly packages: readonly string[]
  /** Absolute paths of archives that a COPY or a download brings, to be unpacked. */
  readonly archives: readonly string[]
}

export const nothingSpare: Spare = { packages: [], archives: [] }
