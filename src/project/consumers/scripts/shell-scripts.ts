import path from 'node:path'
import type { ScriptFormat } from './script.ts'

/** Shell scripts in a folder and in those where people keep them. Most are called from the folder itself. */
export const shellScripts: ScriptFormat = {
  names: /^((\.?ci|bin|build|deploy|docker|hack|scripts?|tools)\/)?[^/]+\.(sh|bash)$/,
  read: (file, folder) => [
    { file: file.path, line: 1, name: path.basename(file.path), text: file.text, folder },
  ],
}
