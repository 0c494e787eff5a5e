import { isRecord, record, text } from '../../formats/loose-data.ts'
import { parseYamlText } from '../../formats/yaml-text.ts'
import type { ConfigFile } from '../build-use.ts'
import type { WrittenContainer } from './manifest.ts'

/** Values are not nested deeper. */
const deepest = 6

/**
 * The containers that the values of a Helm chart tell of: what has an image, and names its command, probes and rights beside it, as the charts
 * that `helm create` makes do. https://helm.sh/docs/chart_best_practices/values/
 */
export function readHelmValues({
  path: file,
  text: source,
}: ConfigFile): readonly WrittenContainer[] {
  if (!/^\s*image\s*:/m.test(source)) return []
  const yaml = parseYamlText(source)
  const containers: WrittenContainer[] = []
  const visit = (value: unknown, place: readonly string[]): void => {
    if (!isRecord(value) || place.length > deepest) return
    const image = imageOf(value['image'])
    if (image !== undefined)
      containers.push({
        ...{ file, line: yaml?.lineOf([...place, 'image']) ?? 1, claims: [] },
        owner: ['the values', ...place.slice(-1)].join(' of '),
        container: { ...value, image },
        pod: { securityContext: value['podSecurityContext'] },
      })
    for (const [key, inner] of Object.entries(value)) visit(inner, [...place, key])
  }
  visit(yaml?.data, [])
  return containers
}

function imageOf(written: unknown): string | undefined {
  const { registry, repository, name, tag } = record(written)
  const path = text(written) ?? text(repository) ?? text(name)
  if (path === undefined || path === '') return undefined
  const place = [text(registry), path].filter((part) => part !== undefined && part !== '').join('/')
  return text(tag) === undefined || text(tag) === '' ? place : `${place}:${text(tag) ?? ''}`
}
