import type { Copy } from '../../src/transform.ts'
import type { NodeApp } from './app.ts'

/** True where a COPY of the sources can't bring a node_modules folder of the author's machine: `.dockerignore` keeps it out. */
export function hasIgnoredPackages({ view }: NodeApp, copy: Copy): boolean {
  const [path] = copy.paths
  const folder =
    path === undefined || path.source === '' ? 'node_modules' : `${path.source}/node_modules`
  if (view.project.isFolder(folder)) return false
  const patterns = (view.project.ignoreFile?.text ?? '').split(/\r?\n/).map((line) => line.trim())
  const names = [
    folder,
    '**/node_modules',
    'node_modules',
    '*/node_modules',
    `./${folder}`,
    `/${folder}`,
    '**/node_modules/**',
    `${folder}/**`,
    `${folder}/*`,
  ]
  return patterns.some(
    (pattern) =>
      names.includes(pattern.replace(/\/$/, '')) &&
      (pattern.includes(folder) || pattern.startsWith('**') || folder === 'node_modules'),
  )
}
