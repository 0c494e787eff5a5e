import type { NodeApp } from '../app.ts'
import type { Program } from '../sources/program.ts'
import { usesSources } from '../../javascript/work.ts'
import { workspaceTops } from '../../javascript/workspaces.ts'

/** What the runtime stage takes of the sources. */
export type Shape =
  /** They run as they are, and the builder does without them. */
  | { readonly kind: 'run' }
  /** They run as they are, or may; the builder needs them, too. */
  | { readonly kind: 'both'; readonly why: string; readonly runsSources: boolean }
  /** What the build makes of them, and the files that evidence names. */
  | { readonly kind: 'made' }
  /** The whole folder as the builder leaves it: what the build makes is not known. */
  | { readonly kind: 'folder'; readonly why: string }

export function shapeOf(app: NodeApp, program: Program): Shape {
  if (app.unknownOutput !== undefined) return { kind: 'folder', why: app.unknownOutput }
  if (app.manifest.hasWorkspaces)
    return workspaceTops(app.view.project, app.manifest) === undefined || app.root === '/'
      ? { kind: 'folder', why: 'the workspaces are linked into node_modules' }
      : { kind: 'made' }
  const runsSources = program.entries.some(({ kind }) => kind === 'source')
  const read = program.graph.modules.flatMap(({ path, gaps }) =>
    gaps.flatMap(({ what, at }) => (what === 'reads' ? [{ path, at }] : [])),
  )[0]
  const gap =
    program.gap ??
    (read === undefined
      ? undefined
      : `${read.path}:${read.at.line} reads a path that is only known at run time`)
  const isBuilt = app.made.length > 0
  if (isBuilt && !runsSources && gap === undefined) return { kind: 'made' }
  if (!isBuilt && !needsSources(app)) return { kind: 'run' }
  return {
    kind: 'both',
    runsSources: runsSources || !isBuilt,
    why: runsSources ? 'the sources run as they are' : (gap ?? 'the sources run as they are'),
  }
}

/** Whether the builder does something with the sources: tests, scripts of the install. */
function needsSources({ works, installs }: NodeApp): boolean {
  return (
    works.some(usesSources) || installs.some(({ work }) => work.lifecycle?.needsSources === true)
  )
}
