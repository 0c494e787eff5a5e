import {
  folderOf,
  inSource,
  isWithin,
  lineEvidence,
  resolvePath,
  type Artifact,
  type Evidence,
} from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import type { Question } from '../app/question.ts'
import { pnpmMajor } from '../../javascript/package-managers/pnpm-version.ts'
import { namedFiles } from '../../javascript/installs/named-files.ts'
import { needArtifact } from './copied-artifact.ts'

/** Since this version `pnpm start` looks first whether the packages are those of the lock file, and installs where it sees a difference. */
const checksSince = 11

/**
 * What pnpm holds the packages against before it starts a script: https://pnpm.io/settings#verifydepsbeforerun. Without its lock file and
 * its settings, pruned packages are out of date for it.
 */
export function pnpmFiles(
  { app, programs }: Question,
  isCopied: (path: string) => boolean,
): readonly Artifact[] {
  if (!programs.has('pnpm') || !checksPackages(app)) return []
  const { root, manifest, view } = app
  const source = manifest.path.includes('/') ? folderOf(manifest.path) : ''
  const settings = ['pnpm-workspace.yaml', '.pnpmfile.cjs', '.pnpmfile.mjs']
  const named = settings.flatMap((name) => namedFiles(name, view.project, source))
  const files = [...new Set(['pnpm-lock.yaml', ...settings, ...named])].filter(
    (name) => !isWithin(name, 'node_modules') && name !== 'package.json',
  )
  return files.flatMap((name): readonly Artifact[] => {
    const path = resolvePath(root, name) ?? name
    const evidence: Evidence = { path: inSource(source, name), line: undefined, text: name }
    if (isCopied(path)) return []
    const found = view.project.isFile(inSource(source, name))
      ? needArtifact({ path, isFolder: false, evidence: [evidence] }, app)
      : []
    return found.length === 0 && name === 'pnpm-lock.yaml' ? writtenLock(path, app) : found
  })
}

/** The lock file that an install writes where the sources have none. */
function writtenLock(path: string, { installs }: NodeApp): readonly Artifact[] {
  const install = installs.find(({ task }) => task.manager.name === 'pnpm')
  const after = install?.work.command.step.instruction
  return after === undefined
    ? []
    : [{ path, isFolder: false, after, evidence: [lineEvidence(after)] }]
}

/** Whether the pnpm that starts scripts looks at the packages first: by its version, or because its settings ask for that. */
function checksPackages(app: NodeApp): boolean {
  const { manifest, view } = app
  const source = manifest.path.includes('/') ? folderOf(manifest.path) : ''
  const settings = ['.npmrc', 'pnpm-workspace.yaml'].map(
    (name) => view.project.read(inSource(source, name)) ?? '',
  )
  const isAsked = settings.some((text) => /verify-?deps-?before-?run/i.test(text))
  return isAsked || (pnpmMajor(manifest, view.stage) ?? checksSince) >= checksSince
}
