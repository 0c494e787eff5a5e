import path from 'node:path'
import { list, record, text } from '../../formats/loose-data.ts'
import { parseYamlText } from '../../formats/yaml-text.ts'
import { PLAIN_USE, type BuildUse } from '../build-use.ts'
import { inShell, type Platform } from './platform.ts'

/**
 * .do/app.yaml: what DigitalOcean builds from a Dockerfile, and runs in its image.
 * https://docs.digitalocean.com/products/app-platform/reference/app-spec/
 */
export const appSpec: Platform = {
  names: /^\.do\/[\w.-]+\.ya?ml$/,
  read: (file, resolve) => {
    const yaml = parseYamlText(file.text)
    const data = record(yaml?.data)
    const spec = data['spec'] === undefined ? data : record(data['spec'])
    const above = data['spec'] === undefined ? [] : ['spec']
    return ['services', 'workers', 'jobs'].flatMap((key) =>
      list(spec[key])
        .map(record)
        .flatMap((part, index): readonly BuildUse[] => {
          const written = text(part['dockerfile_path'])
          // Paths begin at the repository.
          const root = path.dirname(path.dirname(file.path))
          if (written === undefined) return []
          const place = resolve(root, {
            context: text(part['source_dir'])?.replace(/^\/+/, '') || '.',
            dockerfile: path.resolve(root, written.replace(/^\/+/, '')),
          })
          if (place === undefined) return []
          const run = text(part['run_command'])
          const use: BuildUse = {
            ...PLAIN_USE,
            ...place,
            file: file.path,
            line: yaml?.lineOf([...above, key, index]) ?? 1,
            kind: 'platform',
            name: text(part['name']) ?? key,
          }
          return [run === undefined || run === '' ? use : { ...use, command: inShell(run) }]
        }),
    )
  },
}
