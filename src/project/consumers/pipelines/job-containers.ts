import { isRecord, list, record, text } from '../../formats/loose-data.ts'
import { parseYamlText } from '../../formats/yaml-text.ts'
import type { BuildUse, ConfigFile } from '../build-use.ts'
import { isSameImage } from '../dockerfiles/image-name.ts'
import { deepest, shellKeys } from '../scripts/pipeline-scripts.ts'

/**
 * The jobs of a GitHub workflow whose steps run in an image that is built nearby.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idcontainer
 */
export function jobContainers(file: ConfigFile, builds: readonly BuildUse[]): readonly BuildUse[] {
  const known = builds.filter(({ images }) => images.length > 0)
  // YAML is slow to read.
  if (known.length === 0 || !/^\s*container\s*:/m.test(file.text)) return []
  const yaml = parseYamlText(file.text)
  return Object.entries(record(record(yaml?.data)['jobs'])).flatMap(([name, job]) => {
    const written = record(job)['container']
    const image = text(written) ?? text(record(written)['image'])
    const build = known.find(({ images }) => images.some((own) => isSameImage(own, image ?? '')))
    if (image === undefined || build === undefined) return []
    const steps = list(record(job)['steps']).map(record)
    const step = steps.map((each) => text(each['run'])).find((run) => run !== undefined)
    const carriesOut = step?.trim().split('\n', 1)[0] ?? text(steps[0]?.['uses']) ?? name
    const line = yaml?.lineOf(['jobs', name, 'container']) ?? 1
    return [{ ...build, file: file.path, line, kind: 'workflow', name, carriesOut }]
  })
}

/**
 * The same of GitLab, CircleCI, Azure, Bitbucket, Drone and Woodpecker: what has an image runs the lines that stand beside it and below it.
 * https://docs.gitlab.com/ci/yaml/#image, https://circleci.com/docs/configuration-reference/#docker
 */
export function pipelineContainers(
  file: ConfigFile,
  builds: readonly BuildUse[],
): readonly BuildUse[] {
  const known = builds.filter(({ images }) => images.length > 0)
  if (known.length === 0 || !/^[\s-]*(image|container)\s*:/m.test(file.text)) return []
  const yaml = parseYamlText(file.text)
  // A name with variables says the same in one file.
  const buildOf = (image: string) =>
    known.find((build) =>
      build.images.some(
        (own) => isSameImage(own, image) || (own === image && build.file === file.path),
      ),
    )
  const found: BuildUse[] = []
  const visit = (value: unknown, place: readonly (string | number)[], above?: string): void => {
    if (place.length > deepest) return
    if (Array.isArray(value)) value.forEach((item, at) => visit(item, [...place, at], above))
    if (!isRecord(value)) return
    const image = imageOf(value) ?? above
    const key = Object.keys(value).find((each) => shellKeys.has(each))
    const line = key === undefined ? undefined : list(value[key]).map(text)[0]
    const build = image === undefined || line === undefined ? undefined : buildOf(image)
    if (build !== undefined && key !== undefined)
      found.push({
        ...build,
        ...{ file: file.path, line: yaml?.lineOf([...place, key]) ?? 1, kind: 'workflow' },
        ...{ name: String(place[0] ?? key), carriesOut: line?.trim().split('\n', 1)[0] },
      })
    for (const [each, inner] of Object.entries(value)) visit(inner, [...place, each], image)
  }
  visit(yaml?.data, [], imageOf(record(record(yaml?.data)['default'])))
  return found
}

/** `image: shop`, `image: { name: shop }`, `container: shop`, `docker: [{ image: shop }]`. */
function imageOf({ image, container, docker }: Readonly<Record<string, unknown>>) {
  const written = [image, container, list(docker)[0]].find((each) => each !== undefined)
  return text(written) ?? text(record(written)['name']) ?? text(record(written)['image'])
}
