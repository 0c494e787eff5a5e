import type { CrossBuild } from './go-binary.ts'

/** What a stage hands on is right for the image's platform, with these builds; or why that is not shown, as a clause. */
export type Answer = { readonly builds: readonly CrossBuild[] } | { readonly why: string }
