import { parseYamlText } from '../../project/formats/yaml-text.ts'
import { decisionKeysAt, decisionsSchema, type Decisions } from './decisions-schema.ts'

/** Why a file of decisions can't be used: a clause with its line, and the names that are known where one is not. */
export interface DecisionsFault {
  readonly line: number
  readonly reason: string
  readonly unknown?: { readonly name: string; readonly known: readonly string[] }
}

/** Reads what `printDecisions` prints; `rules` are the names of rules. */
export function readDecisions(
  text: string,
  rules: readonly string[],
): Decisions | { readonly fault: DecisionsFault } {
  const yaml = parseYamlText(text)
  if (yaml === undefined) return { fault: { line: 1, reason: 'it is no YAML' } }
  const parsed = decisionsSchema.safeParse(yaml.data)
  const lineOf = (way: readonly PropertyKey[]): number =>
    yaml.lineOf(way.filter((key) => typeof key !== 'symbol'))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    if (issue === undefined) return { fault: { line: 1, reason: 'these are no decisions' } }
    if (issue.code !== 'unrecognized_keys')
      return {
        fault: { line: lineOf(issue.path), reason: `${nameOf(issue.path)}: ${issue.message}` },
      }
    const [name = ''] = issue.keys
    return {
      fault: {
        line: lineOf([...issue.path, name]),
        reason: `there is no key "${name}"`,
        unknown: { name, known: decisionKeysAt(issue.path) },
      },
    }
  }
  for (const [path, entry] of Object.entries(parsed.data.files))
    for (const rule of Object.keys(entry.rules ?? {}))
      if (!rules.includes(rule))
        return {
          fault: {
            line: lineOf(['files', path, 'rules', rule]),
            reason: `there is no rule "${rule}"`,
            unknown: { name: rule, known: rules },
          },
        }
  return parsed.data
}

const nameOf = (path: readonly PropertyKey[]) =>
  path.length === 0 ? 'the whole' : path.map(String).join(' / ')
