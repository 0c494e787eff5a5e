import type { Project } from '../../../project/project.ts'
import { settingsIn } from '../../../project/formats/setting-lines.ts'
import { readToml } from '../../../project/formats/toml-text.ts'
import { parseYamlTexts } from '../../../project/formats/yaml-text.ts'

/** A longer file is data, and no settings. */
const longest = 200_000

/** JSON, YAML, TOML: `cfg.json`. */
export const isOfData = (path: string): boolean => /\.(json|ya?ml|toml)$/.test(path)

/** Files of lines with a name and a value: `.env.production`, `app.env`, `settings.ini`. */
export const isOfLines = (path: string): boolean =>
  /(^|[./])(env|ini|properties|conf|cfg)(\.[\w-]+)?$/.test(path) && !isOfData(path)

/** Variables by the name of an environment, as JSON: https://github.com/toddbluhm/env-cmd#-rc-file */
export const isOfEnvCmd = (path: string): boolean => /(^|\/)\.env-cmdrc$/.test(path)

/** The text of a file that a person may have written. */
export function textOfSettings(path: string, project: Project): string | undefined {
  const text = project.read(path)
  return text === undefined || text.length > longest ? undefined : text
}

/** What a file of settings holds, be it lines, JSON, YAML or TOML. */
export function readData(path: string, text: string, project: Project): unknown {
  if (isOfLines(path))
    return settingsIn(text, ['#', ';']).map(([name, value]) => ({ [name]: value }))
  if (path.endsWith('.json') || isOfEnvCmd(path)) return project.json(path)
  return path.endsWith('.toml') ? readToml(text) : parseYamlTexts(text).map(({ data }) => data)
}

/** A text in a file of settings, with the name that it is given to: that of the list, where it is in one. */
export interface NamedText {
  readonly name: string
  readonly text: string
}

/** Each text of what a file holds; nesting has been limited where it was parsed. */
export function textsIn(data: unknown): readonly NamedText[] {
  const found: NamedText[] = []
  const queue: { readonly name: string; readonly item: unknown }[] = [{ name: '', item: data }]
  for (const { name, item } of queue) {
    if (typeof item === 'string') found.push({ name, text: item })
    else if (Array.isArray(item)) queue.push(...item.map((each: unknown) => ({ name, item: each })))
    else if (typeof item === 'object' && item !== null) {
      const entries: readonly (readonly [string, unknown])[] = Object.entries(item)
      queue.push(...entries.map(([key, each]) => ({ name: key, item: each })))
    }
  }
  return found
}
