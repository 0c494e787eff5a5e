import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { isSeq, parseDocument } from 'yaml'
import { toApplyError } from '../../../apply/apply-error.ts'
import { writeFile } from '../../../apply/write-file.ts'
import { configNames } from '../../../project/config/find-config.ts'
import type { FactOverride } from '../../../review/questions/fact-lines.ts'

/**
 * Writes answers to the configuration in the working directory, as overrides behind those that are there; comments stay. Gives its path, or why
 * that was not done: a sentence.
 */
export function saveFacts(
  overrides: readonly FactOverride[],
  cwd: string,
): { readonly path: string } | { readonly problem: string } {
  const name = configNames.find((each) => existsSync(join(cwd, each))) ?? configNames[0]
  if (name.endsWith('.json'))
    return { problem: `${name} is not written by this program; the lines are:` }
  const path = join(cwd, name)
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null
  const document = parseDocument(before ?? '')
  if (document.errors.length > 0) return { problem: `${name} is no YAML; the lines are:` }
  const items = overrides.map(({ path: file, facts }) => ({
    files: relative(dirname(path), resolve(cwd, file)).split(sep).join('/'),
    facts,
  }))
  const known = document.get('overrides')
  if (isSeq(known)) for (const item of items) known.add(document.createNode(item))
  else document.set('overrides', document.createNode(items))
  try {
    writeFile({ path, before, after: document.toString({ lineWidth: 0 }) })
    return { path: name }
  } catch (error) {
    return { problem: `${name}: ${toApplyError(error).message}; the lines are:` }
  }
}
