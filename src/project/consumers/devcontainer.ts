import path from 'node:path'
import { parseJsonText } from '../json-text.ts'
import { record, text } from '../loose-data.ts'
import { PLAIN_USE, type BuildUse, type ConfigFile, type ResolveBuild } from './build-use.ts'

/**
 * The image of a development container: paths are relative to the file. One that names a compose service is that service's.
 * https://containers.dev/implementors/json_reference/#image-specific
 */
export function readDevcontainer(file: ConfigFile, resolve: ResolveBuild): readonly BuildUse[] {
  const data = record(parseJsonText(file.text))
  const build = record(data['build'])
  const dockerfile = text(build['dockerfile']) ?? text(data['dockerFile'])
  if (dockerfile === undefined) return []
  const folder = path.dirname(file.path)
  const place = resolve(folder, {
    context: text(build['context']) ?? text(data['context']),
    dockerfile: path.resolve(folder, dockerfile),
  })
  return place === undefined
    ? []
    : [
        {
          ...PLAIN_USE,
          ...place,
          file: file.path,
          line: 1,
          kind: 'devcontainer',
          name: text(data['name']) ?? 'dev container',
          target: text(build['target']),
        },
      ]
}
