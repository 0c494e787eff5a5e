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

/**
 * Splits an image reference. Every text has parts; whether it is a valid reference is not asked here. A first part that
 * is or holds a variable (`${REGISTRY}/node`) counts as the registry, because nobody can know.
 */
export function parseImageReference(text: string): ImageReference {
  const plain = text.replaceAll(/["']/g, '')
  const mask = maskVariables(plain)
  const at = mask.indexOf('@')
  const digest = at < 0 ? undefined : plain.slice(at + 1)
  const end = at < 0 ? plain.length : at
  const colon = mask.lastIndexOf(':', end - 1)
  const hasTag = colon > mask.lastIndexOf('/', end - 1)
  const tag = hasTag && end > 0 ? plain.slice(colon + 1, end) : undefined
  const path = plain.slice(0, tag === undefined ? end : colon)
  const slash = mask.slice(0, path.length).indexOf('/')
  const first = path.slice(0, Math.max(slash, 0))
  const registry = isRegistry(first) ? first : undefined
  const rest = registry === undefined ? path : path.slice(slash + 1)
  const isHub = registry === undefined || registry === 'docker.io' || registry === 'index.docker.io'
  return {
    text,
    registry: isHub ? undefined : registry,
    name: isHub ? rest.replace(/^library\//, '') : rest,
    tag,
    digest,
  }
}

/** The shortest text for these parts; `text` is not looked at. */
export function formatImageReference(reference: Omit<ImageReference, 'text'>): string {
  const { registry, name, tag, digest } = reference
  return [
    registry === undefined ? '' : `${registry}/`,
    name,
    tag === undefined ? '' : `:${tag}`,
    digest === undefined ? '' : `@${digest}`,
  ].join('')
}

/** As Docker decides it: a dot, a port, an upper-case letter, or localhost. */
function isRegistry(first: string): boolean {
  return first === 'localhost' || /[.:$]/.test(first) || first !== first.toLowerCase()
}

/** The same length with `$NAME` and `${...}` made of plain letters, nested braces included. */
function maskVariables(text: string): string {
  let mask = ''
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const opens = text.startsWith('${', at)
    if (opens) depth++
    mask += depth > 0 ? 'v' : text.charAt(at)
    if (opens) {
      mask += 'v'
      at++
    } else if (depth > 0 && text[at] === '}') {
      depth--
    }
  }
  return mask
}

/** An image without quotes around it, which BuildKit takes off where it fills in variables. https://docs.docker.com/reference/dockerfile/#from */
export const withoutQuotes = (image: string): string => image.replace(/^(["'])(.*)\1$/, '$2')
