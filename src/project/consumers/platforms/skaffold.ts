import path from 'node:path'
import { list, pairs, record, text, texts } from '../../formats/loose-data.ts'
import { parseYamlTexts } from '../../formats/yaml-text.ts'
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
            const sync = record(artifact['sync'])
            // What is inferred, or left to the builder, goes where the Dockerfile copies it to.
            const isInferred = texts(sync['infer']).length > 0 || sync['auto'] === true
            const use: BuildUse = {
              ...PLAIN_USE,
              ...found,
              file: file.path,
              line: lineOf([...place, 'build', 'artifacts', index]),
              kind: 'platform',
              name: image,
              images: [image],
              target: text(docker['target']),
              buildArgs: pairs(docker['buildArgs']),
              syncs: [
                ...list(sync['manual']).flatMap((each) => text(record(each)['dest']) ?? []),
                ...(isInferred ? ['where its COPYs put them'] : []),
              ],
            }
            return [use, ...hooksOf(sync).map((entrypoint) => ({ ...use, entrypoint }))]
          },
        ),
      )
    }),
}

/** What runs in the container around a copy. https://skaffold.dev/docs/lifecycle-hooks/ */
function hooksOf(sync: Readonly<Record<string, unknown>>): readonly (readonly string[])[] {
  return ['before', 'after'].flatMap((key) =>
    list(record(sync['hooks'])[key]).flatMap((hook) => {
      const words = texts(record(record(hook)['container'])['command'])
      return words.length === 0 ? [] : [words]
    }),
  )
}

/** Builders that read no Dockerfile. */
const others = ['ko', 'jib', 'bazel', 'buildpacks', 'custom']
