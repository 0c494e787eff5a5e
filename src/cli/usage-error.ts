/** Ends the run with exit code 2 and its message alone on standard error: bad usage, or a file of the run itself that fails. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
