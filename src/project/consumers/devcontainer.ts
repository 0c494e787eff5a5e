import path from 'node:path'
import { parseJsonText } from '../formats/json-text.ts'
import { record, text, texts } from '../formats/loose-data.ts'
import { PLAIN_USE, type BuildUse, type ConfigFile, type ResolveBuild } from './build-use.ts'
import { readComposeFiles } from './compose-file.ts'

/**
 * The image of a development container, or that of the compose service which it names; paths are relative to the file.
 * https://containers.dev/implementors/json_reference/#image-specific
 */
export function readDevcontainer(
  file: ConfigFile,
  resolve: ResolveBuild,
  readText: (file: string) => string | undefined,
): readonly BuildUse[] {
  const data = record(parseJsonText(file.text))
  const build = record(data['build'])
  const dockerfile = text(build['dockerfile']) ?? text(data['dockerFile'])
  const folder = path.dirname(file.path)
  const use = (place: Pick<BuildUse, 'context' | 'dockerfile' | 'target'>): BuildUse => ({
    ...PLAIN_USE,
    ...place,
    file: file.path,
    line: 1,
    kind: 'devcontainer',
    name: text(data['name']) ?? 'dev container',
  })
  if (dockerfile !== undefined) {
    const place = resolve(folder, {
      context: text(build['context']) ?? text(data['context']),
      dockerfile: path.resolve(folder, dockerfile),
    })
    return place === undefined ? [] : [use({ ...place, target: text(build['target']) })]
  }
  const compose = texts(data['dockerComposeFile']).flatMap((name): readonly ConfigFile[] => {
    const place = path.resolve(folder, name)
    const source = readText(place)
    return source === undefined ? [] : [{ path: place, text: source }]
  })
  const [service] = readComposeFiles(compose, resolve, readText).filter(
    ({ name }) => name === data['service'],
  )
  if (service === undefined) return []
  const { context, dockerfile: own, target } = service
  return [use({ context, dockerfile: own, target })]
}
