import { isRecord, list, text } from '../../formats/loose-data.ts'
import { parseYamlText, type YamlText } from '../../formats/yaml-text.ts'
import type { Script, ScriptFormat } from './script.ts'

/** Under these keys stand lines for a shell: one text, or a list of them. */
export const shellKeys: ReadonlySet<string> = new Set([
  'script',
  'before_script',
  'after_script',
  'install',
  'before_install',
  'after_success',
  'run',
  'command',
  'commands',
  'cmd',
  'cmds',
  'bash',
  'inlineScript',
])

/** No pipeline is nested deeper. */
export const deepest = 12

/**
 * The scripts in the pipelines of GitLab, CircleCI, Travis, Azure, Bitbucket, Drone, Woodpecker and Buildkite, of AWS CodeBuild, and in a Taskfile. All of them are
 * YAML, and keep shell lines in the same few places.
 * https://docs.gitlab.com/ci/yaml/#script, https://circleci.com/docs/configuration-reference/#run, https://docs.travis-ci.com/user/job-lifecycle/,
 * https://learn.microsoft.com/azure/devops/pipelines/yaml-schema/steps-script, https://support.atlassian.com/bitbucket-cloud/docs/step-options/,
 * https://taskfile.dev/docs/reference/schema
 */
export const pipelines: ScriptFormat = {
  names:
    /^(\.gitlab-ci|\.circleci\/config|\.travis|\.?azure-pipelines|bitbucket-pipelines|\.drone|\.woodpecker|\.buildkite\/pipeline|buildspec|[Tt]askfile)\.ya?ml$/,
  read: (file, folder) => {
    const yaml = parseYamlText(file.text)
    if (yaml === undefined) return []
    return scriptsIn(yaml.data, [], { file: file.path, folder, yaml })
  },
}

interface Place {
  readonly file: string
  readonly folder: string
  readonly yaml: YamlText
}

function scriptsIn(
  value: unknown,
  path: readonly (string | number)[],
  place: Place,
): readonly Script[] {
  if (path.length > deepest) return []
  if (Array.isArray(value))
    return value.flatMap((item, index) => scriptsIn(item, [...path, index], place))
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, item]) => {
    const way = [...path, key]
    const own = shellKeys.has(key) ? scriptAt(item, way, place) : []
    return [...own, ...scriptsIn(item, way, place)]
  })
}

/** One shell runs all the lines of a list; each stands in the text as far below the first as it does in the file. */
function scriptAt(
  value: unknown,
  path: readonly (string | number)[],
  { file, folder, yaml }: Place,
): readonly Script[] {
  const first = yaml.lineOf(path)
  const lines: string[] = []
  list(value).forEach((item, index) => {
    const line = text(item)
    if (line === undefined) return
    const start = yaml.lineOf(Array.isArray(value) ? [...path, index] : path)
    // A block begins on the line below its sign.
    const at = start - first + (line.includes('\n') ? 1 : 0)
    while (lines.length < at) lines.push('')
    lines.push(...line.split('\n'))
  })
  return lines.length === 0
    ? []
    : [{ file, line: first, name: nameOf(path), text: lines.join('\n'), folder }]
}

/** The job: the last name in front of the keys that say what it runs. */
function nameOf(path: readonly (string | number)[]): string {
  const above = path.findLast(
    (part) => typeof part === 'string' && !shellKeys.has(part) && !/^steps?$/.test(part),
  )
  return String(above ?? path[0])
}
