import { expect, test } from 'vitest'
import { decodeDockerfile } from '../../src/dockerfile/parse/decode.ts'

test('text comes back, its byte order mark included', () => {
  expect(decodeDockerfile(new TextEncoder().encode('\uFEFFFROM ä\r\n'))).toBe('\uFEFFFROM ä\r\n')
})

test.each([
  [Uint8Array.of(0xff, 0xfe, 0x46, 0), 'The file is encoded as UTF-16; Docker reads UTF-8 only'],
  [Uint8Array.of(0xfe, 0xff, 0, 0x46), 'The file is encoded as UTF-16; Docker reads UTF-8 only'],
  [Uint8Array.of(0x7f, 0x45, 0, 0x46), 'The file holds NUL bytes: it is binary, not text'],
  [Uint8Array.of(0x46, 0xc3, 0x28), 'The file is not valid UTF-8 text'],
  [new Uint8Array(50 * 1024 * 1024), 'The file has 50 MB; at most 1 is read'],
])('%#', (bytes, reason) => {
  expect(decodeDockerfile(bytes)).toEqual({ code: 'not-a-dockerfile', reason, line: undefined })
})
