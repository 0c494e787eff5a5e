import type { Instruction } from '../../dockerfile/instruction.ts'
import type { Copy } from '../../facts/stages/copy.ts'

// RUN mkdir /app/views ... COPY page.html /app/views
//   => where the folder is the builder's alone: COPY page.html /app/views/
//
// Without a slash, and without the folder, the file takes the folder's name: https://docs.docker.com/reference/dockerfile/#destination

/** Whether a COPY goes into a folder that nothing in the runtime stage makes; `runtimeText` is what that stage has. */
export function losesFolder(
  { folderMadeBy, paths }: Copy,
  runtimeText: ReadonlyMap<Instruction, 'whole' | { readonly text: string }>,
): boolean {
  const isOfFolders = paths.length > 0 && paths.every(({ isFolder }) => isFolder)
  if (folderMadeBy.length === 0 || isOfFolders) return false
  // Of a RUN that is made shorter, the `mkdir` may be what is left out.
  return !folderMadeBy.some(
    (maker) =>
      runtimeText.has(maker) && (maker.keyword !== 'RUN' || runtimeText.get(maker) === 'whole'),
  )
}

/** A COPY whose destination says by a slash that it is a folder; without line end. */
export function withSlash({ text, exec, words }: Instruction): string {
  const own = text.replace(/\r?\n$/, '')
  if (exec !== undefined) return own.replace(/"(\s*\][^\]]*)$/, '/"$1')
  const last = words.at(-1)
  if (last === undefined) return own
  const at = /["']$/.test(last.raw) ? last.end - 1 : last.end
  return `${own.slice(0, at)}/${own.slice(at)}`
}
