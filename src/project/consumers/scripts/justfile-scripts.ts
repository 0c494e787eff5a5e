import type { Script, ScriptFormat } from './script.ts'

/**
 * The recipes of a justfile: what is indented below a name, each line a script of its own. A variable stays as it is written.
 * https://just.systems/man/en/
 */
export const justfile: ScriptFormat = {
  names: /^\.?[Jj]ustfile$/,
  read: (file, folder) => {
    let name = ''
    return file.text.split(/\r?\n/).flatMap((written, index): readonly Script[] => {
      const text = written.trimStart()
      if (text === written) {
        name = text.replace(/^@/, '').split(/[\s:]/)[0] ?? ''
        return []
      }
      const command = text.replace(/^[@-]+/, '')
      return [{ file: file.path, line: index + 1, name, text: command, folder }]
    })
  },
}
