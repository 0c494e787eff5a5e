import {
  isBroughtBy,
  isWithin,
  lineEvidence,
  resolvePath,
  type Artifact,
} from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import { needArtifact } from './copied-artifact.ts'
import type { FileNeed } from '../sources/file-needs.ts'
import { packagesBelow } from './packages-below.ts'
import {
  managerCache,
  manifestArtifact,
  packageArtifacts,
  workspaceArtifacts,
  yarnFiles,
} from './package-artifacts.ts'
import { pnpmFiles } from './pnpm-files.ts'
import { browserFetch } from './place-work.ts'
import { placeCopy } from './place-copy.ts'
import type { Program } from '../sources/program.ts'
import { lastBuildIndex, type Question } from '../app/question.ts'

/** They read package.json for what `npm start` means. */
const managers = ['npm', 'npx', 'yarn', 'pnpm', 'bun']

/** What the runtime stage takes from the builder. */
export function artifactsOf(
  question: Question,
  program: Program,
  needs: readonly FileNeed[],
  keepsDev: boolean,
): readonly Artifact[] {
  const { app, shape } = question
  if (shape.kind === 'folder') return wholeFolder(app, shape.why)
  const runCopies = app.view.stage.copies.filter((copy) => placeCopy(copy, question) !== 'build')
  const isCopied = (path: string) => isBroughtBy(path, runCopies)
  const bundled =
    program.frameworks.some(({ framework }) => framework.bundlesPackages === true) &&
    program.entries.length > 0
  const readsManifest = !bundled || managers.some((name) => question.programs.has(name))
  const artifacts = [
    ...(readsManifest
      ? [
          ...manifestArtifact(app, isCopied),
          ...yarnFiles(question, isCopied),
          ...pnpmFiles(question, isCopied),
          ...managerCache(question),
        ]
      : []),
    ...(bundled ? [] : packageArtifacts(question, keepsDev)),
    ...(bundled ? [] : packagesBelow(app, program)),
    ...(shape.kind === 'made' ? workspaceArtifacts(app, isCopied) : []),
    ...needs.flatMap((need) => (isCopied(need.path) ? [] : needArtifact(need, app))),
    ...madeArtifacts(question, program),
  ]
  return artifacts.filter(
    (item) =>
      !artifacts.some(
        (other) =>
          other !== item &&
          other.isFolder &&
          other.path !== item.path &&
          isWithin(item.path, other.path),
      ),
  )
}

function wholeFolder(app: NodeApp, why: string): readonly Artifact[] {
  const last = app.view.stage.steps[lastBuildIndex(app)]
  const after = last?.instruction
  if (after === undefined) return []
  const evidence = lineEvidence(after, `${after.text.trim()} (${why})`)
  const fetch = browserFetch(app.works)
  const place = fetch === undefined ? { after } : { after: fetch, isFirst: true }
  return [{ path: app.root, isFolder: true, ...place, evidence: [evidence] }]
}

function madeArtifacts({ app, shape }: Question, program: Program): readonly Artifact[] {
  const server = program.frameworks.flatMap(({ framework }) => framework.servers ?? [])
  const bundles = program.frameworks.some(({ framework }) => framework.bundlesPackages === true)
    ? server
    : []
  const arranged = app.arranged.filter(
    (item) => shape.kind === 'made' || sharesRun(item.evidence[0]?.line, app),
  )
  return [...app.made, ...arranged].flatMap((item): readonly Artifact[] => {
    const maker = app.works.findLast((work) => work.makes.some(({ path }) => path === item.path))
    const after = maker?.command.step.instruction
    if (after === undefined) return []
    // Of a bundled server's output only the server's own folder runs.
    const inner = bundles
      .map((folder) => resolvePath(app.root, folder) ?? folder)
      .find((folder) => isWithin(folder, item.path))
    const user =
      app.facts.final.end.user === undefined ? app.facts.final.base.user?.name : undefined
    const isOwn = program.frameworks.some(
      ({ framework, cwd }) =>
        framework.ownsServer === true || framework.stores?.(cwd, app.view).ownsServer === true,
    )
    const owner = isOwn && inner !== undefined && user !== undefined ? `${user}:${user}` : undefined
    return [
      {
        path: inner ?? item.path,
        isFolder: item.isFolder,
        ...(owner === undefined ? {} : { owner }),
        after,
        evidence: item.evidence,
      },
    ]
  })
}

const sharesRun = (line: number | undefined, { works }: NodeApp) =>
  works.some((work) => work.isNode && work.command.step.instruction.line === line)
