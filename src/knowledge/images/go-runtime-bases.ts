import type { BaseImage } from './base-image.ts'
import { alpineOfGolang } from './families/golang.ts'

/** Images that a program built in a golang image can run in; undefined where none is known to fit. */
export interface GoRuntimeBases {
  /** For a static binary: no shell, no libc, CA certificates and zone data included. */
  readonly static: string
  /** For a binary that needs a shell or programs and is static, or was built on Alpine. */
  readonly alpine: string
  /** For a binary that is linked against glibc and needs a shell or programs: the builder's own release. */
  readonly debian: string | undefined
  /** For a binary that is linked against glibc and needs nothing else (libstdc++: `distroless/cc`). */
  readonly distrolessBase: string | undefined
}

/** Debian releases that distroless has images of, by number: https://github.com/GoogleContainerTools/distroless */
const distrolessReleases: Readonly<Record<string, string>> = {
  bullseye: 'debian11',
  bookworm: 'debian12',
  trixie: 'debian13',
}

/**
 * The runtime images that go with a golang image, never of an older glibc than it links against. `golang:1.22` => bookworm, and
 * Alpine as of `golang:1.22-alpine`; where the tag moves (`golang`, `golang:alpine`, `golang:1`) Alpine does so, too, and the
 * Debian release is not known. Undefined for another family and for Windows.
 */
export function goRuntimeBases(base: BaseImage): GoRuntimeBases | undefined {
  if (base.family !== 'golang' || base.distribution === undefined) return undefined
  const isDebian = base.distribution === 'debian'
  const release = isDebian ? base.release : undefined
  const distroless = release === undefined ? undefined : distrolessReleases[release]
  const alpine = isDebian ? alpineOfGolang(base.version) : base.release
  return {
    static: 'gcr.io/distroless/static-debian12:nonroot',
    alpine: alpine === undefined ? 'alpine' : `alpine:${alpine}`,
    debian: release === undefined ? undefined : `debian:${release}-slim`,
    distrolessBase: distroless && `gcr.io/distroless/base-${distroless}:nonroot`,
  }
}
