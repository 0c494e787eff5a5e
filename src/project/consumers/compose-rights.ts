import { isRecord, list, record, text, texts } from '../formats/loose-data.ts'

type Service = Readonly<Record<string, unknown>>

/** What a service may do that other containers may not: 'privileged', capabilities, devices, the processes of the host. */
export function readRights(service: Service): readonly string[] {
  return [
    ...(service['privileged'] === true ? ['privileged'] : []),
    ...(service['pid'] === 'host' ? ['pid: host'] : []),
    ...texts(service['cap_add']),
    ...texts(service['device_cgroup_rules']),
    ...list(service['devices']).flatMap((device) =>
      isRecord(device) ? (text(device['source']) ?? []) : (text(device) ?? []),
    ),
  ]
}

/** Where `develop.watch` copies what changes. https://docs.docker.com/reference/compose-file/develop/#action */
export function readSyncs(service: Service, expand: (text: string) => string): readonly string[] {
  return list(record(service['develop'])['watch']).flatMap((item) => {
    const rule = record(item)
    const target = text(rule['target'])
    const isSync = text(rule['action'])?.startsWith('sync') === true
    return target === undefined || !isSync ? [] : [expand(target)]
  })
}
