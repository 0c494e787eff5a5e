import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { decodeDockerfile } from '../../../dockerfile/parse/decode.ts'
import type { Surroundings } from '../surroundings.ts'
import { runProgram } from './run-program.ts'

/** A text as it came back from the editor, or why there is none: a sentence. */
export type EditedText = { readonly text: string } | { readonly problem: string }

/** Opens a text in `$VISUAL`, `$EDITOR` or vi, in a file that has the Dockerfile's name. */
export async function editText(
  path: string,
  text: string,
  { env }: Surroundings,
): Promise<EditedText> {
  const editor = [env['VISUAL'], env['EDITOR']].find((each) => each !== undefined && each !== '')
  const folder = mkdtempSync(join(tmpdir(), 'msb-migrate-edit-'))
  try {
    const file = join(folder, basename(path))
    writeFileSync(file, text)
    const code = await runProgram(editor ?? 'vi', [file], { env })
    if (code !== 0)
      return {
        problem: `${editor ?? 'vi'} ended with ${code ?? 'a signal'}; nothing was taken over.`,
      }
    const read = decodeDockerfile(readFileSync(file))
    return typeof read === 'string' ? { text: read } : { problem: read.reason }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
