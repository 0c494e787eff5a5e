import { baseName, sourceMentions } from '../../../src/transform.ts'
import type { PythonApp } from '../app.ts'

/** Files that tell what is installed: https://pip.pypa.io/en/stable/reference/requirements-file-format/, https://packaging.python.org/ */
const manifests =
  /(^|\/)([\w.-]*(requirements|constraints)[\w.-]*\.(txt|in|pip)|requirements\/[\w./-]+\.(txt|in|pip)|setup\.(py|cfg)|pyproject\.toml|MANIFEST\.in|Pipfile(\.lock)?|(poetry|uv|pdm)\.lock|poetry\.toml|uv\.toml|\.python-version)$/

/** Whether a file of the context is there for an install. */
export const isManifest = (file: string): boolean => manifests.test(file)

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
