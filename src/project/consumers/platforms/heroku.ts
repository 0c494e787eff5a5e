import path from 'node:path'
import { list, record, text, texts } from '../../formats/loose-data.ts'
import { parseYamlText } from '../../formats/yaml-text.ts'
import { PLAIN_USE, type BuildUse } from '../build-use.ts'
import { inShell, type Platform } from './platform.ts'

/** heroku.yml: which Dockerfile is which process type, and what is run instead of its CMD. https://devcenter.heroku.com/articles/build-docker-images-heroku-yml */
export const heroku: Platform = {
  names: /^heroku\.ya?ml$/,
  read: (file, resolve) => {
    const yaml = parseYamlText(file.text)
    const data = record(yaml?.data)
    const images = Object.entries(record(record(data['build'])['docker']))
    const use = (image: string, keys: readonly string[]): BuildUse | undefined => {
      const written = images.find(([name]) => name === image)?.[1] ?? images[0]?.[1]
      const build = record(written)
      const place = resolve(path.dirname(file.path), {
        context: text(build['context']),
        dockerfile: text(written) ?? text(build['dockerfile']),
      })
      return written === undefined || place === undefined
        ? undefined
        : {
            ...PLAIN_USE,
            ...place,
            file: file.path,
            line: yaml?.lineOf(keys) ?? 1,
            kind: 'platform',
            name: keys.at(-1) ?? image,
            target: text(build['target']),
          }
    }
    const built = images.flatMap(([name]) => use(name, ['build', 'docker', name]) ?? [])
    const release = record(data['release'])
    const commands = list(release['command']).flatMap((line) => text(line) ?? [])
    const released = use(text(release['image']) ?? 'web', ['release'])
    const runs = Object.entries(record(data['run'])).flatMap(([name, written]) => {
      const run = record(written)
      const lines = text(written) === undefined ? texts(run['command']) : [text(written) ?? '']
      const found = use(text(run['image']) ?? name, ['run', name])
      return found === undefined || lines.length === 0
        ? []
        : [{ ...found, command: inShell(lines.join(' && ')) }]
    })
    return [
      ...built,
      ...(released === undefined || commands.length === 0
        ? []
        : [{ ...released, command: inShell(commands.join(' && ')) }]),
      ...runs,
    ]
  },
}
