import { list, record, text } from '../../loose-data.ts'
import { parseYamlText } from '../../yaml-text.ts'
import type { BuildUse, ConfigFile } from '../build-use.ts'
import { isSameImage } from '../dockerfiles/image-name.ts'

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
