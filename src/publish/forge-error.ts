/** What went wrong with a host. `unauthorized` and `unreachable` are about the host as a whole, the others about one request. */
export type ForgeProblem =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  /** The branch, or a pull request of it, is there already. */
  | 'exists'
  /** Somebody else was faster: a branch does not point to what was expected. */
  | 'moved'
  /** The host refuses more requests for longer than is worth waiting. */
  | 'limited'
  /** The host does not take what was sent. */
  | 'invalid'
  | 'unreachable'
  | 'server'
  | 'interrupted'

/** A host that did not do what it was asked for. The message is a sentence for the user, without credentials. */
export class ForgeError extends Error {
  override readonly name = 'ForgeError'
  readonly problem: ForgeProblem
  /** The HTTP status, where the host answered. */
  readonly status: number | undefined

  constructor(problem: ForgeProblem, message: string, status?: number) {
    super(message)
    this.problem = problem
    this.status = status
  }
}
