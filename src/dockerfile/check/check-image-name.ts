/** The grammar of image references: https://github.com/distribution/reference/blob/v0.6.0/regexp.go */
import { ownValue } from '../own-value.ts'
import { SyntaxFault } from '../syntax-fault.ts'

const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*'
const hostPart = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])'
const host = `(?:${hostPart}(?:\\.${hostPart})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`
const path = new RegExp(`^${component}(?:/${component})*$`)
const domain = new RegExp(`^${host}$`)
const tagPattern = /^\w[\w.-]{0,127}$/
const digestPattern = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:([0-9a-fA-F]{32,})$/
const knownDigests: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 }

/** Fails where Docker's ParseNormalizedNamed fails. Throws SyntaxFault. */
export function checkImageName(text: string): void {
  if (!isImageName(text)) throw new SyntaxFault(`"${text}" is no valid image reference`)
}

function isImageName(text: string): boolean {
  // BuildKit takes 64 hexadecimal digits for an image's id.
  if (/^[a-f0-9]{64}$/.test(text)) return false
  const at = text.indexOf('@')
  if (at >= 0 && !isDigest(text.slice(at + 1))) return false
  const untagged = at < 0 ? text : text.slice(0, at)
  const colon = untagged.lastIndexOf(':')
  const hasTag = colon > untagged.lastIndexOf('/')
  if (hasTag && !tagPattern.test(untagged.slice(colon + 1))) return false
  const name = hasTag ? untagged.slice(0, colon) : untagged
  const slash = name.indexOf('/')
  const first = name.slice(0, Math.max(slash, 0))
  const isHost = first === 'localhost' || /[.:]/.test(first) || first !== first.toLowerCase()
  const rest = isHost ? name.slice(slash + 1) : name
  // Docker's grammar takes a name without a host, too, whatever its first part looks like: `gcr.io_x/app`.
  const isName = isHost ? domain.test(first) && path.test(rest) : path.test(rest)
  return name.length <= 255 && (isName || path.test(name))
}

function isDigest(text: string): boolean {
  const match = digestPattern.exec(text)
  if (match === null) return false
  const algorithm = text.slice(0, text.indexOf(':'))
  const length = ownValue(knownDigests, algorithm)
  return length !== undefined && match[1]?.length === length && text === text.toLowerCase()
}
