import { isWithin, lineEvidence, resolvePath, type Artifact } from '../../../src/transform.ts'
import { isInstallElsewhere } from '../../javascript/lifecycle.ts'
import { readManifest } from '../../javascript/manifest.ts'
import type { NodeApp } from '../app.ts'
import type { Program } from '../sources/program.ts'

/** The packages of folders in which the scripts of an install install again, `"postinstall": "cd server && npm install"`, where they run. */
export function packagesBelow(app: NodeApp, program: Program): readonly Artifact[] {
  const { view, root } = app
  const runs = [
    ...program.entries.flatMap(({ entry }) => [entry.path, entry.cwd]),
    ...app.start.tasks.flatMap((task) => (task.kind === 'program' ? (task.cwd ?? []) : [])),
    ...program.graph.modules.flatMap(({ path }) => view.imagePath(path) ?? []),
  ]
  return app.works.flatMap(({ command, lifecycle }) =>
    (lifecycle?.tasks ?? []).flatMap((task): readonly Artifact[] => {
      if (task.kind !== 'manager' || !isInstallElsewhere(task, root)) return []
      if (task.cwd === undefined) return []
      const folder = task.cwd
      const manifest = view.contextPath(resolvePath(folder, 'package.json') ?? '')
      const own = manifest === undefined ? undefined : readManifest(view.project, manifest)
      const packages = [...(own?.dependencies ?? []), ...(own?.devDependencies ?? [])]
      const isRun = program.unseen !== undefined || runs.some((path) => isWithin(path, folder))
      const path = resolvePath(folder, 'node_modules')
      if (path === undefined || packages.length === 0 || !isRun) return []
      const { instruction } = command.step
      return [
        {
          path,
          isFolder: true,
          after: instruction,
          evidence: [lineEvidence(instruction), ...task.evidence],
        },
      ]
    }),
  )
}
