/** Memory for the bytes of one file after the other: an image's programs are hundreds of megabytes, too much to allocate each anew. */
export interface ReusedMemory {
  readonly add: (chunk: Uint8Array) => void
  readonly clear: () => void
  /** What was added since it was cleared, until it is cleared again. */
  readonly bytes: () => Buffer
}

/** Grows as its largest file needs. */
export function createReusedMemory(): ReusedMemory {
  let memory = Buffer.allocUnsafe(1 << 20)
  let length = 0
  return {
    add(chunk) {
      const needed = length + chunk.length
      if (needed > memory.length) {
        const larger = Buffer.allocUnsafe(Math.max(needed, memory.length * 2))
        memory.copy(larger, 0, 0, length)
        memory = larger
      }
      memory.set(chunk, length)
      length = needed
    },
    clear() {
      length = 0
    },
    bytes: () => memory.subarray(0, length),
  }
}
