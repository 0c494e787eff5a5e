import { baseName, sourceMentions } from '../../../src/transform.ts'
import type { PythonApp } from '../app.ts'

/**
 * Whether run time does without a manifest: no source names it but other manifests, and no COPY brings it for another reason. setup.cfg and
 * pyproject.toml hold settings of tools alone there, unless a source names them.
 */
export function isReadByInstall({ facts }: PythonApp): (file: string) => boolean {
  const mentions = sourceMentions(facts.project)
  const starts = (facts.start?.argv ?? []).join(' ')
  return (file) => {
    const name = baseName(file)
    const quoted = name.replaceAll('.', '\\.')
    // A string of a program; a script's word. The first line of a requirements file may name others.
    return (
      !starts.includes(name) &&
      !mentions(new RegExp(`(open|read|load|parse|Path|join|resource)\\w*\\([^)\\n]*${quoted}`))
    )
  }
}
