import path from 'node:path'
import { list, pairs, record, text } from '../../loose-data.ts'
import { parseYamlTexts } from '../../yaml-text.ts'
import { PLAIN_USE, type BuildUse } from '../build-use.ts'
import type { Platform } from './platform.ts'

/** skaffold.yaml: which image is built by which Dockerfile, what is copied into running containers. https://skaffold.dev/docs/references/yaml/ */
export const skaffold: Platform = {
  names: /^skaffold([._-].*)?\.ya?ml$/,
  read: (file, resolve) =>
    parseYamlTexts(file.text).flatMap(({ data, lineOf }) => {
      const top = record(data)
      const configs = [
        { config: top, place: [] },
        ...list(top['profiles']).map((profile, index) => ({
          config: record(profile),
          place: ['profiles', index],
        })),
      ]
      return configs.flatMap(({ config, place }) =>
        list(record(config['build'])['artifacts']).flatMap(
          (written, index): readonly BuildUse[] => {
            const artifact = record(written)
            const image = text(artifact['image'])
            if (image === undefined || others.some((key) => artifact[key] !== undefined)) return []
            const docker = record(artifact['docker'] ?? artifact['kaniko'])
            const found = resolve(path.dirname(file.path), {
              context: text(artifact['context']),
              dockerfile: text(docker['dockerfile']),
            })
            if (found === undefined) return []
            return [
              {
                ...PLAIN_USE,
                ...found,
                file: file.path,
                line: lineOf([...place, 'build', 'artifacts', index]),
                kind: 'platform',
                name: image,
                images: [image],
                target: text(docker['target']),
                buildArgs: pairs(docker['buildArgs']),
                syncs: list(record(artifact['sync'])['manual']).flatMap(
                  (sync) => text(record(sync)['dest']) ?? [],
                ),
              },
            ]
          },
        ),
      )
    }),
}

/** Builders that read no Dockerfile. */
const others = ['ko', 'jib', 'bazel', 'buildpacks', 'custom']
