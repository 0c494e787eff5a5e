import path from 'node:path'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { extract, type Header } from 'tar-stream'
import type { Docker } from '../engine/docker.ts'
import { type Elf, isElf, readElf } from './elf.ts'
import { gzippedSize } from './gzipped-size.ts'
import { createReusedMemory, type ReusedMemory } from './reused-memory.ts'
import { verifyLabel } from '../build/service-plan.ts'

/** An entry of an image's file system. */
export interface ImageFile {
  readonly kind: 'file' | 'folder' | 'link' | 'other'
  /** In bytes. */
  readonly size: number
  /** Permission bits, setuid and the like included. */
  readonly mode: number
  readonly uid: number
  readonly gid: number
  /** What a link says. */
  readonly target: string | undefined
  readonly elf: Elf | undefined
  /** The program that a script names in its first line: '/usr/bin/env node'. */
  readonly shebang: string | undefined
}

/** The file system of an image, read without running it. Paths are absolute. */
export interface ImageFiles {
  readonly entries: ReadonlyMap<string, ImageFile>
  /** The texts that facts are read from: package databases, users, and what ecosystems read. */
  readonly texts: ReadonlyMap<string, string>
  /** All of it as one gzip, in bytes: about what a registry stores and a server pulls. */
  readonly compressed: number
}

/** Larger programs are not looked into. */
const largestProgram = 300 * 1024 * 1024
const largestText = 16 * 1024 * 1024
const largestSource = 4 * 1024 * 1024

/** Whether somebody reads the text of the file at a path. */
export type IsRead = (path: string) => boolean

/**
 * Reads an image's files: a container is created, exported as a tar stream, and removed; it never runs. Undefined where docker
 * fails (`ended` tells an interrupt).
 */
export async function readImageFiles(
  docker: Docker,
  image: string,
  runId: string,
  isRead: IsRead,
): Promise<ImageFiles | undefined> {
  // An image without CMD needs a command to become a container; it is never started.
  const created = await docker(['create', '--label', `${verifyLabel}=${runId}`, image, 'none'])
  const container = created.stdout.trim()
  if (!created.ok) return undefined
  try {
    let files: ImageFiles | undefined
    const exported = await docker(['export', container], {
      timeout: 1800,
      consume: async (stdout) => {
        const [tar, compressed] = await Promise.all([
          readTar(stdout.pipe(new PassThrough()), isRead),
          gzippedSize(stdout.pipe(new PassThrough())),
        ])
        files = { ...tar, compressed }
      },
    })
    return exported.ok ? files : undefined
  } finally {
    await docker(['rm', '--force', '--volumes', container], { interruptible: false })
  }
}

/** Reads the tar stream of `docker export`. */
export async function readTar(
  stream: Readable,
  isRead: IsRead = () => false,
): Promise<Omit<ImageFiles, 'compressed'>> {
  const entries = new Map<string, ImageFile>()
  const texts = new Map<string, string>()
  const hardLinks: (readonly [name: string, target: string])[] = []
  const tar = extract()
  const gathered = createReusedMemory()
  const read = (async () => {
    for await (const entry of tar) {
      const name = absolute(entry.header.name)
      const largest = ownTexts.test(name) ? largestText : isRead(name) ? largestSource : 0
      const content = await contentOf(entry, entry.header, largest, gathered)
      if (entry.header.type === 'link') hardLinks.push([name, absolute(entry.header.linkname)])
      else entries.set(name, describe(entry.header, content))
      if (content?.length === entry.header.size && entry.header.size <= largest)
        texts.set(name, content.toString('utf8'))
    }
  })()
  await Promise.all([pipeline(stream, tar), read])
  for (const [name, target] of hardLinks) {
    const file = entries.get(target)
    // Its bytes are counted once.
    if (file !== undefined) entries.set(name, { ...file, size: 0 })
  }
  return { entries, texts }
}

type Chunks = AsyncIterable<unknown>

/** The whole of texts and programs, the first bytes of other files; undefined for what has no bytes. */
async function contentOf(
  chunks: Chunks,
  { type, size }: Header,
  largest: number,
  gathered: ReusedMemory,
): Promise<Buffer | undefined> {
  gathered.clear()
  let wanted = size <= largest ? Infinity : 256
  for await (const chunk of chunks) {
    if (gathered.bytes().length >= wanted || !(chunk instanceof Uint8Array)) continue
    gathered.add(chunk)
    if (wanted === 256 && size <= largestProgram && isElf(gathered.bytes())) wanted = Infinity
  }
  return type === 'file' && gathered.bytes().length > 0 ? gathered.bytes() : undefined
}

function describe(header: Header, content: Buffer | undefined): ImageFile {
  const isFile = header.type === 'file'
  return {
    kind:
      header.type === 'directory'
        ? 'folder'
        : header.type === 'symlink'
          ? 'link'
          : isFile
            ? 'file'
            : 'other',
    size: isFile ? header.size : 0,
    mode: header.mode & 0o7777,
    uid: header.uid,
    gid: header.gid,
    target: header.type === 'symlink' ? header.linkname : undefined,
    elf: content && readElf(content),
    shebang:
      content && /^#!\s*([^\r\n]{1,200})/.exec(content.toString('latin1', 0, 256))?.[1]?.trim(),
  }
}

const ownTexts =
  /^\/(var\/lib\/dpkg\/(status(\.d\/[^/]+)?|info\/[^/]+\.list)|lib\/apk\/db\/installed|usr\/lib\/apk\/db\/installed|etc\/(passwd|group|os-release|ld\.so\.conf|ld\.so\.conf\.d\/[^/]+|ld-musl-[^/]+\.path)|usr\/lib\/os-release)$/

function absolute(name: string): string {
  return path.posix.resolve('/', name)
}

/** Follows links inside an image; the path and the entry where they end, undefined where that is nothing. */
export function resolveInImage(
  { entries }: ImageFiles,
  wanted: string,
): { readonly path: string; readonly file: ImageFile } | undefined {
  const parts = path.posix
    .resolve('/', wanted)
    .split('/')
    .filter((part) => part !== '')
  let at = '/'
  for (let steps = 0; parts.length > 0;) {
    const next = path.posix.join(at, parts.shift() ?? '')
    const entry = entries.get(next)
    if (entry === undefined) return undefined
    if (entry.kind === 'link') {
      if (++steps > 40) return undefined
      const target = path.posix.resolve(at, entry.target ?? '')
      parts.unshift(...target.split('/').filter((part) => part !== ''))
      at = '/'
    } else at = next
  }
  const file = entries.get(at)
  return file && { path: at, file }
}
