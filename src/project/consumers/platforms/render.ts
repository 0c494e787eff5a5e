import path from 'node:path'
import { list, record, text } from '../../formats/loose-data.ts'
import { parseYamlText } from '../../formats/yaml-text.ts'
import { PLAIN_USE, type BuildUse } from '../build-use.ts'
import { inShell, type Platform } from './platform.ts'

/** render.yaml: services that are built by a Dockerfile. https://render.com/docs/blueprint-spec */
export const render: Platform = {
  names: /^render\.ya?ml$/,
  read: (file, resolve) => {
    const yaml = parseYamlText(file.text)
    const groups = list(record(yaml?.data)['envVarGroups']).map(record)
    return list(record(yaml?.data)['services']).flatMap((item, index) => {
      const service = record(item)
      if ((text(service['runtime']) ?? text(service['env'])) !== 'docker') return []
      const root = path.join(path.dirname(file.path), text(service['rootDir']) ?? '.')
      const written = text(service['dockerfilePath'])
      const place = resolve(root, {
        context: text(service['dockerContext']),
        dockerfile: written === undefined ? undefined : path.resolve(root, written),
      })
      if (place === undefined) return []
      const variables = variablesIn(service, groups)
      const use: BuildUse = {
        ...PLAIN_USE,
        ...place,
        file: file.path,
        line: yaml?.lineOf(['services', index]) ?? 1,
        kind: 'platform',
        name: text(service['name']) ?? 'service',
        environment: variables.map(([key]) => key),
        settings: new Map(variables),
        mounts: list(service['disk']).flatMap((disk) => {
          const target = text(record(disk)['mountPath'])
          return target === undefined ? [] : [{ from: 'host', source: 'a disk of Render', target }]
        }),
      }
      const lines = ['dockerCommand', 'preDeployCommand'].flatMap((key) => text(service[key]) ?? [])
      return [use, ...lines.map((line) => ({ ...use, command: inShell(line) }))]
    })
  },
}

/** What is written out, and what a group brings: https://render.com/docs/blueprint-spec#environment-variables */
function variablesIn(
  { envVars }: Readonly<Record<string, unknown>>,
  groups: readonly Readonly<Record<string, unknown>>[],
): readonly (readonly [string, string])[] {
  return list(envVars).flatMap((item): readonly (readonly [string, string])[] => {
    const variable = record(item)
    const [key, value] = [text(variable['key']), text(variable['value'])]
    if (key !== undefined) return value === undefined ? [] : [[key, value]]
    const name = text(variable['fromGroup'])
    const group = name === undefined ? undefined : groups.find((each) => each['name'] === name)
    return group === undefined ? [] : variablesIn(group, [])
  })
}
