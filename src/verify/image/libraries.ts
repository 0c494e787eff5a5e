import path from 'node:path'
import type { Elf } from './elf.ts'
import type { InspectedImage } from './inspect-image.ts'
import { type ImageFiles, resolveInImage } from './image-files.ts'

const multiarch: Readonly<Record<string, string>> = {
  x86_64: 'x86_64-linux-gnu',
  aarch64: 'aarch64-linux-gnu',
  arm: 'arm-linux-gnueabihf',
  i386: 'i386-linux-gnu',
  riscv64: 'riscv64-linux-gnu',
}

/** What the loader would not find for an ELF file at a path of the image: its interpreter, libraries. Empty where all is there. */
export function missingFor(
  at: string,
  elf: Elf,
  config: InspectedImage,
  files: ImageFiles,
): readonly string[] {
  const folders = searchFolders(at, elf, config, files)
  const isThere = (file: string): boolean => resolveInImage(files, file)?.file.kind === 'file'
  const libraries = elf.needed.filter((name) =>
    name.includes('/')
      ? !isThere(name)
      : !folders.some((folder) => isThere(path.posix.join(folder, name))) && !isLoader(name, elf),
  )
  const { interpreter } = elf
  return interpreter === undefined || isThere(interpreter) ? libraries : [interpreter, ...libraries]
}

/** The loader is there already when it looks for libraries. musl is one file for both. */
function isLoader(name: string, { interpreter }: Elf): boolean {
  return interpreter !== undefined && path.posix.basename(interpreter) === name
}

/** In the loader's order, links not yet followed. https://man7.org/linux/man-pages/man8/ld.so.8.html */
function searchFolders(
  at: string,
  { machine, runPath }: Elf,
  { env }: InspectedImage,
  { texts }: ImageFiles,
): readonly string[] {
  const origin = path.posix.dirname(at)
  const triplet = multiarch[machine]
  const configured = [...texts].flatMap(([name, text]) =>
    name.startsWith('/etc/ld') ? text.split(/[\n:]/).filter((line) => line.startsWith('/')) : [],
  )
  return [
    ...runPath.map((folder) => folder.replace(/\$\{?ORIGIN\}?/g, origin)),
    ...(env.get('LD_LIBRARY_PATH') ?? '').split(':').filter((folder) => folder !== ''),
    ...configured,
    ...(triplet === undefined ? [] : [`/lib/${triplet}`, `/usr/lib/${triplet}`]),
    ...['/lib', '/usr/lib', '/lib64', '/usr/lib64', '/usr/local/lib'],
  ]
}
