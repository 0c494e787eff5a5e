import path from 'node:path'
import { list, record, text } from '../../formats/loose-data.ts'
import { readToml } from '../../formats/toml-text.ts'
import { PLAIN_USE, type BuildUse } from '../build-use.ts'
import { lineOf, type Platform } from './platform.ts'

/** fly.toml: release command, processes, volumes, files that Fly serves, environment. https://fly.io/docs/reference/configuration/ */
export const fly: Platform = {
  names: /^fly([._-].*)?\.toml$/,
  read: (file, resolve) => {
    const data = readToml(file.text)
    const build = record(data['build'])
    if (text(build['image']) !== undefined || text(build['builder']) !== undefined) return []
    const place = resolve(path.dirname(file.path), {
      context: undefined,
      dockerfile: text(build['dockerfile']),
    })
    if (place === undefined) return []
    const settings = Object.entries(record(data['env'])).flatMap(
      ([key, value]): readonly (readonly [string, string])[] => {
        const written = text(value)
        return written === undefined ? [] : [[key, written]]
      },
    )
    const use = (name: string, key: string): BuildUse => ({
      ...PLAIN_USE,
      ...place,
      file: file.path,
      line: lineOf(file.text, key),
      kind: 'platform',
      name,
      target: text(build['build-target']),
      environment: settings.map(([key]) => key),
      settings: new Map(settings),
      // https://fly.io/docs/reference/configuration/#the-statics-sections
      served: list(data['statics']).flatMap((each) => text(record(each)['guest_path']) ?? []),
      // A volume of Fly belongs to root: https://fly.io/docs/volumes/overview/
      mounts: [data['mounts'], data['mount']].flatMap(list).flatMap((mount) => {
        const target = text(record(mount)['destination'])
        return target === undefined ? [] : [{ from: 'host', source: 'a volume of Fly', target }]
      }),
    })
    const release = text(record(data['deploy'])['release_command'])
    const processes = Object.entries(record(data['processes']))
    return [
      use('app', 'app'),
      ...(release === undefined
        ? []
        : [{ ...use('release_command', 'release_command'), command: release }]),
      ...processes.flatMap(([name, line]) => {
        const command = text(line)
        return command === undefined || command === ''
          ? []
          : [{ ...use(name, `${name} =`), command }]
      }),
    ]
  },
}
