import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { gzippedSize } from '../../src/verify/image/gzipped-size.ts'

/** Text that packs worse the further it gets, the same each time; in chunks that fit no block. */
function textOf(megabytes: number): readonly Buffer[] {
  let seed = 1
  const chunk = 70_001
  return Array.from({ length: Math.ceil((megabytes * 1024 * 1024) / chunk) }, (_, i) => {
    const bytes = Buffer.alloc(chunk, 'the quick brown fox ')
    for (let at = 0; at < chunk; at += Math.max(3, 40 - Math.floor(i / 50))) {
      seed = (seed * 1103515245 + 12345) % 2147483648
      bytes[at] = seed % 256
    }
    return bytes
  })
}

describe('the size as gzip', () => {
  test('of nothing is that of an empty gzip', async () => {
    expect(await gzippedSize(Readable.from([]))).toBe(gzipSync('').length)
  })

  test('of a short stream is exact', async () => {
    const chunks = textOf(3)
    const packed = gzipSync(Buffer.concat(chunks), { level: 1 })
    expect(await gzippedSize(Readable.from(chunks))).toBe(packed.length)
  })

  test('of a long one is within two percent', async () => {
    const chunks = textOf(96)
    const packed = gzipSync(Buffer.concat(chunks), { level: 1 })
    const size = await gzippedSize(Readable.from(chunks))
    expect(Math.abs(size / packed.length - 1)).toBeLessThan(0.02)
  })
})
