export interface BuildStats {
  /** From start to image, as measured. */
  readonly seconds: number
  /** Steps of the Dockerfile, and those of them that came from the cache. */
  readonly steps: number
  readonly cached: number
  /** The same build once more, all of it from the cache. */
  readonly again?: number
}

/** Why a build failed, for the user. */
export interface BuildFailure {
  readonly message: string
  /** The instruction that failed, verbatim, and its first line; undefined where none did. */
  readonly instruction: { readonly line: number; readonly text: string } | undefined
  /** Where the failing instruction of the new Dockerfile comes from. */
  readonly origin:
    | {
        readonly kind: 'kept' | 'repeated' | 'edited' | 'added'
        /** Line of the old Dockerfile. */
        readonly line: number | undefined
        /** The rule that wrote or edited it. */
        readonly by: string | undefined
      }
    | undefined
  /** The last lines that it said. */
  readonly log: readonly string[]
}

/** What of the surroundings keeps a verification from being made; no fault of any Dockerfile. */
export interface EngineProblem {
  readonly code:
    | 'no-docker'
    | 'no-daemon'
    | 'no-permission'
    | 'api-too-old'
    | 'no-buildx'
    | 'windows-engine'
    | 'no-builder'
    | 'no-folder'
    | 'no-space'
    | 'no-emulation'
    | 'login-needed'
    | 'rate-limit'
    | 'no-network'
    | 'registry-error'
    | 'not-accepted'
  /** A sentence for the user. */
  readonly message: string
  /** Nothing else can be verified either. */
  readonly fatal: boolean
}
