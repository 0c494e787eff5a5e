/** An image reference in its parts (https://pkg.go.dev/github.com/distribution/reference); variables stay opaque. */
export interface ImageReference {
  /** As written. */
  readonly text: string
  /** 'docker.io' is left out: undefined unless the reference names a registry. */
  readonly registry: string | undefined
  /** Without registry and the implied 'library/': 'node', 'nginxinc/nginx-unprivileged', 'distroless/static-debian12'. */
  readonly name: string
  readonly tag: string | undefined
  readonly digest: string | undefined
}
