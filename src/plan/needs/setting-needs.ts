import type { Evidence } from '../../facts/evidence.ts'
import { lineOfOffset, textOfLine } from '../../dockerfile/line-of-offset.ts'
import type { Facts } from '../../facts/facts.ts'
import { folderOf, isWithin, resolvePath } from '../../facts/image-path.ts'
import { isGoSource } from '../../programs/readers/go/language.ts'
import { settingsIn } from '../../project/consumers/compose-env-files.ts'
import { isRecord } from '../../project/loose-data.ts'
import { parseYamlTexts } from '../../project/yaml-text.ts'
import { needAt, type FileNeed } from './file-need.ts'
import type { Seen } from './seen-program.ts'

interface Setting {
  readonly value: string
  readonly evidence: Evidence
  /** Folders of the image that it may be relative to. */
  readonly folders: readonly string[]
}

/**
 * The files that settings name which a program of Go is given: in the files that it reads or has compiled in, and in the environment that
 * whoever runs the image sets. How the value comes to the call that opens it, nobody reads: `templates: ./mail`, `MIGRATION_URL=file://db/migration`.
 */
export function settingNeeds(
  read: readonly FileNeed[],
  { programs }: Seen,
  facts: Facts,
): readonly FileNeed[] {
  const ofGo = programs.filter(({ go }) => go !== undefined)
  const { project } = facts
  const folders = [...new Set(ofGo.flatMap(({ entry }) => entry.cwd ?? []))]
  if (folders.length === 0) return []
  const sources = new Set(
    [
      ...read.flatMap(({ contextPath }) => contextPath ?? []),
      ...ofGo.flatMap(({ go }) => go?.embedded ?? []),
    ].flatMap((path) => (project.isFolder(path) ? project.files(path) : [path])),
  )
  const all = [
    ...[...sources].flatMap((path) => settingsOfFile(path, folders, facts)),
    ...settingsOfUsages(folders, facts),
  ]
  return all.flatMap(({ value, evidence, folders: from }) => {
    const path = value
      .trim()
      .replace(/^file:\/\/(?=[^/])/, '')
      .replace(/^file:\/\//, '')
    if (!/^[\w@./+-]*[./][\w@./+-]*$/.test(path)) return []
    return from.flatMap((folder) => needOf(resolvePath(folder, path), folders, evidence, facts))
  })
}

/** What is there, but for the work folder, the folders around it, and sources. */
function needOf(
  path: string | undefined,
  folders: readonly string[],
  evidence: Evidence,
  facts: Facts,
): readonly FileNeed[] {
  const need = needAt(path, evidence, facts)
  if (need === undefined || folders.some((folder) => isWithin(folder, need.path))) return []
  const { contextPath } = need
  const files =
    contextPath === undefined
      ? []
      : need.isFolder
        ? facts.project.files(contextPath)
        : [contextPath]
  return files.length > 0 && files.every(isGoSource) ? [] : [need]
}

/** Files of data, by their endings; longer ones are no settings. */
const ofData = /\.(ya?ml|json)$/
const ofLines = /(^|[./])(env|toml|ini|properties|conf|cfg)(\.[\w-]+)?$/
const longest = 100_000

function settingsOfFile(
  path: string,
  folders: readonly string[],
  facts: Facts,
): readonly Setting[] {
  if (!ofData.test(path) && !ofLines.test(path)) return []
  const text = facts.project.read(path)
  if (text === undefined || text.length > longest) return []
  const values = ofData.test(path)
    ? parseYamlTexts(text).flatMap(({ data }) => textsIn(data))
    : settingsIn(text).map(([, value]) => value)
  const own = facts.imagePath(path)
  const from = [...folders, ...(own === undefined ? [] : [folderOf(own)])]
  return [...new Set(values)].map((value) => {
    const at = Math.max(0, text.indexOf(value))
    const evidence = { path, line: lineOfOffset(text, at), text: textOfLine(text, at) }
    return { value, evidence, folders: from }
  })
}

/** JSON is YAML. */
function textsIn(data: unknown): readonly string[] {
  if (typeof data === 'string') return [data]
  const items = Array.isArray(data) ? data : isRecord(data) ? Object.values(data) : []
  return items.flatMap((item: unknown) => textsIn(item))
}

function settingsOfUsages(folders: readonly string[], { project }: Facts): readonly Setting[] {
  return project.usages().flatMap(({ path, line, settings, envFiles }) => {
    const given = [...envFiles.flatMap((file) => [...file.settings]), ...settings]
    return given.map(([name, value]) => ({
      value,
      evidence: { path, line, text: `${name}=${value}` },
      folders,
    }))
  })
}
