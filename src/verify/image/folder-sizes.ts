import type { ImageFiles } from './image-files.ts'
import type { FolderSize } from '../../verification/image-difference.ts'

const mostFolders = 12

/** The folders with the most bytes of files that `image` has and `other` has not, largest first. */
export function sizesByFolder(image: ImageFiles, other: ImageFiles): readonly FolderSize[] {
  const folders = new Map<string, { files: number; size: number }>()
  for (const [path, { kind, size }] of image.entries) {
    if (kind !== 'file' || other.entries.has(path)) continue
    const folder = folderOf(path)
    const sum = folders.get(folder) ?? { files: 0, size: 0 }
    sum.files++
    sum.size += size
    folders.set(folder, sum)
  }
  return [...folders]
    .map(([folder, sum]) => ({ folder, ...sum }))
    .sort((a, b) => b.size - a.size || (a.folder < b.folder ? -1 : 1))
    .slice(0, mostFolders)
}

/** Three levels deep in the system's folders, two elsewhere: '/usr/lib/gcc', '/app/node_modules'. */
function folderOf(path: string): string {
  const parts = path.split('/').slice(1, -1)
  const depth = parts[0] === 'usr' || parts[0] === 'var' || parts[0] === 'opt' ? 3 : 2
  return `/${parts.slice(0, depth).join('/')}`
}
