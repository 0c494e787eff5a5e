import { lineOfOffset } from '../../../dockerfile/line-of-offset.ts'
import { parseJsonText } from '../../formats/json-text.ts'
import { list, record, text, texts } from '../../formats/loose-data.ts'
import type { ConfigFile } from '../build-use.ts'
import type { WrittenContainer } from './manifest.ts'

type Data = Readonly<Record<string, unknown>>

/**
 * The containers of a task definition of Amazon ECS, in the words of Kubernetes.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
 */
export function readTaskDefinition({
  path: file,
  text: source,
}: ConfigFile): readonly WrittenContainer[] {
  if (!source.includes('"containerDefinitions"')) return []
  const data = record(parseJsonText(source))
  const written = record(data['taskDefinition'])
  const task = written['containerDefinitions'] === undefined ? data : written
  return list(task['containerDefinitions'])
    .map(record)
    .map((each) => ({
      ...{ file, owner: `the container ${text(each['name']) ?? ''}`, claims: [] },
      line: lineOfOffset(source, source.indexOf(JSON.stringify(text(each['image']) ?? ''))),
      container: containerOf(each),
      pod: { volumes: list(task['volumes']).map((volume) => volumeOf(record(volume))) },
    }))
}

function containerOf(each: Data): Data {
  const [kind, ...words] = texts(record(each['healthCheck'])['command'])
  const check = kind === 'CMD-SHELL' ? ['/bin/sh', '-c', ...words] : kind === 'CMD' ? words : []
  return {
    image: each['image'],
    command: each['entryPoint'],
    args: each['command'],
    env: each['environment'],
    livenessProbe: { exec: { command: check } },
    securityContext: {
      runAsUser: each['user'],
      privileged: each['privileged'],
      readOnlyRootFilesystem: each['readonlyRootFilesystem'],
      capabilities: { add: record(record(each['linuxParameters'])['capabilities'])['add'] },
    },
    ports: each['portMappings'],
    volumeMounts: list(each['mountPoints']).map((mount) => ({
      name: record(mount)['sourceVolume'],
      mountPath: record(mount)['containerPath'],
      readOnly: record(mount)['readOnly'],
    })),
  }
}

/** One of the machine, or one that is kept elsewhere. */
function volumeOf(volume: Data): Data {
  const path = text(record(volume['host'])['sourcePath'])
  return { name: volume['name'], ...(path === undefined ? {} : { hostPath: { path } }) }
}
