import type { Copy, Rewrite } from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import { placeCopy } from './place-copy.ts'
import { isManifest, type Question } from '../app/question.ts'

/** `COPY . .` above an install that reads the manifests alone: the builder takes those, the runtime stage the sources. */
export function copyOnlyManifests(question: Question): readonly Rewrite[] {
  const { app, shape } = question
  if (shape.kind !== 'run' || app.installs.some(({ work }) => work.lifecycle !== undefined))
    return []
  return app.view.stage.copies.flatMap((copy) => {
    const [path] = copy.paths
    if (
      placeCopy(copy, question) !== 'both' ||
      path === undefined ||
      copy.paths.length > 1 ||
      !path.isFolder ||
      path.target !== app.root
    )
      return []
    if (!hasIgnoredPackages(app, copy)) return []
    const text = manifestCopy(copy, path.source, app)
    return text === undefined ? [] : [{ instruction: copy.step.instruction, text }]
  })
}

function manifestCopy(
  copy: Copy,
  folder: string,
  { view, installs, root }: NodeApp,
): string | undefined {
  const managers = [...new Set(installs.map(({ task }) => task.manager))]
  const names = [
    'package.json',
    ...managers.flatMap((manager) => [...manager.lockFiles, ...manager.settings]),
  ]
  const inContext = names
    .map((name) => (folder === '' ? name : `${folder}/${name}`))
    .filter(
      (name) => view.project.isFile(name) || (isManifest(name) && view.project.isFolder(name)),
    )
  if (inContext.some((name) => view.project.isFolder(name)) || managers.length === 0)
    return undefined
  const { instruction } = copy.step
  const flags = instruction.flags
    .map((flag) => (flag.value === undefined ? `--${flag.name} ` : `--${flag.name}=${flag.value} `))
    .join('')
  const target = copy.step.workdir === root ? './' : `${root}/`
  // It may be continued on the next line.
  const isUpper = instruction.text.startsWith(instruction.keyword.charAt(0))
  const keyword = isUpper ? instruction.keyword : instruction.keyword.toLowerCase()
  return `${keyword} ${flags}${[...new Set(inContext)].join(' ')} ${target}`
}

/** True where a COPY of the sources can't bring a node_modules folder of the author's machine: `.dockerignore` keeps it out. */
function hasIgnoredPackages({ view }: NodeApp, copy: Copy): boolean {
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
