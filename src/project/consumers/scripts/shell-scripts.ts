import path from 'node:path'
import type { ScriptFormat } from './script.ts'

/** Where people keep scripts. */
export const scriptFolders = /^(\.?ci|bin|build|deploy|docker|hack|scripts?|tools)$/

/** Shell scripts in a folder and in those where people keep them. Most are called from the folder itself. */
export const shellScripts: ScriptFormat = {
  names: /^([^/]+\/)?[^/]+\.(sh|bash)$/,
  read: (file, folder) => [
    { file: file.path, line: 1, name: path.basename(file.path), text: file.text, folder },
  ],
}
