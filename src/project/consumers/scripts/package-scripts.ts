import { parseJsonText } from '../../formats/json-text.ts'
import { pairs, record } from '../../formats/loose-data.ts'
import type { ScriptFormat } from './script.ts'

/** The scripts of a package.json or composer.json. */
export const packageScripts: ScriptFormat = {
  names: /^(package|composer)\.json$/,
  read: (file, folder) => {
    const scripts = record(record(parseJsonText(file.text))['scripts'])
    return [...pairs(scripts)].map(([name, text]) => {
      const at = file.text.indexOf(`"${name}"`, file.text.indexOf('"scripts"'))
      const line = file.text.slice(0, Math.max(at, 0)).split('\n').length
      return { file: file.path, line, name, text, folder }
    })
  },
}
