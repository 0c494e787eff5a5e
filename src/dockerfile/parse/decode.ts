import type { ParseFailure } from '../instruction.ts'

/** A Dockerfile with more bytes than this is none that a person wrote. */
export const largestFile = 1024 * 1024

/**
 * The text of a file's bytes, a byte order mark kept as its first character; or why it is no Dockerfile: too large,
 * UTF-16, binary, not UTF-8.
 */
export function decodeDockerfile(bytes: Uint8Array): string | ParseFailure {
  if (bytes.length > largestFile) {
    return noDockerfile(
      `The file has ${Math.floor(bytes.length / 1024 / 1024)} MB; at most 1 is read`,
    )
  }
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return noDockerfile('The file is encoded as UTF-16; Docker reads UTF-8 only')
  }
  if (bytes.includes(0)) return noDockerfile('The file holds NUL bytes: it is binary, not text')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return noDockerfile('The file is not valid UTF-8 text')
  }
}

function noDockerfile(reason: string): ParseFailure {
  return { code: 'not-a-dockerfile', reason, line: undefined }
}
