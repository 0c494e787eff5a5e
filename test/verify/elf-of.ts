/** A small ELF file of 64 bits that asks for a loader and libraries: one segment that is the file, one for each of the two tables. */
export function elfOf(
  interpreter: string | undefined,
  needed: readonly string[],
  runPath?: string,
): Buffer {
  const headers = 64
  const count = interpreter === undefined ? 2 : 3
  const texts = ['', ...needed, ...(runPath === undefined ? [] : [runPath])]
  const strings = Buffer.from(`${texts.join('\0')}\0`)
  const offsetOf = (text: string): number => strings.indexOf(`\0${text}\0`) + 1
  const stringsAt = headers + count * 56
  const interpreterAt = stringsAt + strings.length
  const loader = Buffer.from(`${interpreter ?? ''}\0`)
  const dynamicAt = interpreterAt + loader.length
  const entries: readonly (readonly [number, number])[] = [
    ...needed.map((name) => [1, offsetOf(name)] as const),
    ...(runPath === undefined ? [] : [[29, offsetOf(runPath)] as const]),
    [5, stringsAt],
    [0, 0],
  ]
  const bytes = Buffer.alloc(dynamicAt + entries.length * 16)
  bytes.writeUInt32BE(0x7f454c46, 0)
  bytes.set([2, 1, 1], 4)
  bytes.writeUInt16LE(62, 18)
  bytes.writeBigUInt64LE(64n, 32)
  bytes.writeUInt16LE(56, 54)
  bytes.writeUInt16LE(count, 56)
  const segment = (index: number, type: number, at: number, size: number): void => {
    const start = headers + index * 56
    bytes.writeUInt32LE(type, start)
    bytes.writeBigUInt64LE(BigInt(at), start + 8)
    bytes.writeBigUInt64LE(BigInt(at), start + 16)
    bytes.writeBigUInt64LE(BigInt(size), start + 32)
  }
  segment(0, 1, 0, bytes.length)
  segment(1, 2, dynamicAt, entries.length * 16)
  if (interpreter !== undefined) segment(2, 3, interpreterAt, loader.length)
  strings.copy(bytes, stringsAt)
  loader.copy(bytes, interpreterAt)
  entries.forEach(([tag, value], index) => {
    bytes.writeBigUInt64LE(BigInt(tag), dynamicAt + index * 16)
    bytes.writeBigUInt64LE(BigInt(value), dynamicAt + index * 16 + 8)
  })
  return bytes
}
