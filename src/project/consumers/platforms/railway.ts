import path from 'node:path'
import { isRecord, record, text, texts } from '../../formats/loose-data.ts'
import { parseJsonText } from '../../formats/json-text.ts'
import { PLAIN_USE } from '../build-use.ts'
import { readToml } from '../../formats/toml-text.ts'
import { inShell, lineOf, type Platform } from './platform.ts'

/** railway.json and railway.toml: what is run before and instead of the image's CMD. https://docs.railway.com/reference/config-as-code */
export const railway: Platform = {
  names: /^railway\.(json|toml)$/,
  read: (file, resolve) => {
    const parsed = file.path.endsWith('.toml') ? readToml(file.text) : parseJsonText(file.text)
    const data = isRecord(parsed) ? parsed : {}
    const build = record(data['build'])
    const builder = text(build['builder'])
    if (builder !== undefined && builder.toUpperCase() !== 'DOCKERFILE') return []
    const place = resolve(path.dirname(file.path), {
      context: undefined,
      dockerfile: text(build['dockerfilePath']),
    })
    if (place === undefined) return []
    const deploy = record(data['deploy'])
    return ['preDeployCommand', 'startCommand'].flatMap((key) => {
      const lines = texts(deploy[key])
      return lines.length === 0
        ? []
        : [
            {
              ...PLAIN_USE,
              ...place,
              file: file.path,
              line: lineOf(file.text, key),
              kind: 'platform',
              name: key,
              command: inShell(lines.join(' && ')),
            },
          ]
    })
  },
}
