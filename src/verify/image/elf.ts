/** What the loader needs to know of an ELF file. https://refspecs.linuxfoundation.org/elf/elf.pdf */
export interface Elf {
  /** 'x86_64', 'aarch64', ...; a number where it has no name here. */
  readonly machine: string
  /** The program that loads it: '/lib64/ld-linux-x86-64.so.2'; undefined for static programs and libraries. */
  readonly interpreter: string | undefined
  /** Names of the libraries that it asks for. */
  readonly needed: readonly string[]
  /** Folders that it wants searched, `$ORIGIN` not yet replaced. */
  readonly runPath: readonly string[]
}

const machines: Readonly<Record<number, string>> = {
  3: 'i386',
  40: 'arm',
  62: 'x86_64',
  183: 'aarch64',
  243: 'riscv64',
}

const ptLoad = 1
const ptDynamic = 2
const ptInterp = 3
const dtNeeded = 1
const dtStringTable = 5
const dtRpath = 15
const dtRunPath = 29

/** Does a file begin as ELF files do? */
export function isElf(bytes: Buffer): boolean {
  return bytes.length > 64 && bytes.readUInt32BE(0) === 0x7f454c46
}

/** Reads an ELF file, whole; undefined for what is none, is big-endian, or is cut off. Never throws. */
export function readElf(bytes: Buffer): Elf | undefined {
  if (!isElf(bytes) || bytes[5] !== 1) return undefined
  try {
    return read(bytes, bytes[4] === 2)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

interface Segment {
  readonly type: number
  readonly offset: number
  readonly address: number
  readonly size: number
}

function read(bytes: Buffer, is64: boolean): Elf {
  const segments = readSegments(bytes, is64)
  const interpreter = segments.find(({ type }) => type === ptInterp)
  const entries = readDynamic(bytes, is64, segments)
  const table = entries.find(([tag]) => tag === dtStringTable)?.[1]
  const strings = table === undefined ? undefined : fileOffset(segments, table)
  const texts = (wanted: number): readonly string[] =>
    strings === undefined
      ? []
      : entries.flatMap(([tag, value]) => (tag === wanted ? [textAt(bytes, strings + value)] : []))
  const paths = [...texts(dtRunPath), ...texts(dtRpath)]
  const machine = bytes.readUInt16LE(18)
  return {
    machine: machines[machine] ?? String(machine),
    interpreter: interpreter && textAt(bytes, interpreter.offset),
    needed: texts(dtNeeded),
    runPath: paths.flatMap((path) => path.split(':')).filter((path) => path !== ''),
  }
}

function readSegments(bytes: Buffer, is64: boolean): readonly Segment[] {
  const start = is64 ? word(bytes, 32) : bytes.readUInt32LE(28)
  const size = bytes.readUInt16LE(is64 ? 54 : 42)
  const count = bytes.readUInt16LE(is64 ? 56 : 44)
  return Array.from({ length: count }, (_, index) => {
    const at = start + index * size
    const type = bytes.readUInt32LE(at)
    return is64
      ? {
          type,
          offset: word(bytes, at + 8),
          address: word(bytes, at + 16),
          size: word(bytes, at + 32),
        }
      : {
          type,
          offset: bytes.readUInt32LE(at + 4),
          address: bytes.readUInt32LE(at + 8),
          size: bytes.readUInt32LE(at + 16),
        }
  })
}

function readDynamic(
  bytes: Buffer,
  is64: boolean,
  segments: readonly Segment[],
): readonly (readonly [tag: number, value: number])[] {
  const dynamic = segments.find(({ type }) => type === ptDynamic)
  if (dynamic === undefined) return []
  const width = is64 ? 16 : 8
  return Array.from({ length: Math.floor(dynamic.size / width) }, (_, index) => {
    const at = dynamic.offset + index * width
    return is64
      ? ([word(bytes, at), word(bytes, at + 8)] as const)
      : ([bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)] as const)
  })
}

function fileOffset(segments: readonly Segment[], address: number): number | undefined {
  const segment = segments.find(
    (each) => each.type === ptLoad && address >= each.address && address < each.address + each.size,
  )
  return segment && address - segment.address + segment.offset
}

function word(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at))
}

function textAt(bytes: Buffer, at: number): string {
  const end = bytes.indexOf(0, at)
  if (end < 0 || at < 0) throw new RangeError('a text without end')
  return bytes.toString('utf8', at, end)
}
