import { isRoot, isWithin, type Artifact, type Copy } from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import type { FileNeed } from '../sources/file-needs.ts'

/** A file or folder of the sources, taken from where the author's COPY put it. */
export function needArtifact(need: FileNeed, app: NodeApp): readonly Artifact[] {
  const copy = copyOf(need.path, app)
  if (copy === undefined) return []
  const owner = copy.chown === undefined || isRoot(copy.chown) ? {} : { owner: copy.chown }
  return [{ ...need, ...owner, after: copy.step.instruction }]
}

function copyOf(path: string, { view }: NodeApp): Copy | undefined {
  return view.stage.copies.find((copy) =>
    copy.paths.some(({ target, isFolder, source }) =>
      isFolder ? isWithin(path, target) && hasBelow(source, target, path, view) : path === target,
    ),
  )
}

function hasBelow(
  source: string,
  target: string,
  path: string,
  { project }: NodeApp['view'],
): boolean {
  const below = path === target ? '' : path.slice(target === '/' ? 1 : target.length + 1)
  const inContext = [source, below].filter((part) => part !== '').join('/')
  return inContext === '' || project.isFile(inContext) || project.isFolder(inContext)
}
