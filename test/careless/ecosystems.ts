import { nothingToLeave } from '../../src/plan/refusals/nothing-to-leave.ts'
import {
  folderOf,
  leanerBase,
  lineEvidence,
  pathFrom,
  resolvePath,
  type Artifact,
  type Ecosystem,
  type Facts,
  type RuntimeBase,
  type Split,
} from '../../src/transform.ts'
import { go } from '../../transforms/go/index.ts'
import { node } from '../../transforms/node/index.ts'
import { php } from '../../transforms/php/index.ts'
import { python } from '../../transforms/python/index.ts'

/**
 * Ecosystems that take no care: they copy what they like, say that nothing else is needed, nothing written and nothing started, and name
 * the leanest image first. What comes out right is the engine's own doing.
 */
export const careless: readonly Ecosystem[] = [
  {
    ...go,
    behaviour: () => ({ ...nothingDone }),
    split: (facts) =>
      carelessSplit(facts, binaryOf(facts), [
        pays('gcr.io/distroless/static-debian12:nonroot'),
        pays('alpine'),
        pays('debian:bookworm-slim'),
      ]),
  },
  withoutPreparing({
    ...node,
    behaviour: () => ({ ...nothingDone }),
    split: (facts) => carelessSplit(facts, nodeFilesOf(facts), leanOf(facts)),
  }),
  {
    ...php,
    behaviour: () => ({ ...nothingDone }),
    split: (facts) => carelessSplit(facts, publicOf(facts), [ownBase(facts)]),
  },
  {
    ...python,
    title: 'Programs of Python',
    matches: ({ final }) => final.base.family === 'python',
    behaviour: () => ({ ...nothingDone }),
    prepare: () => undefined,
    // Another version of Python, and whatever is slim.
    split: (facts) =>
      carelessSplit(facts, scriptOf(facts), [pays('python:slim'), ...leanOf(facts)]),
  },
]

function withoutPreparing(ecosystem: Ecosystem): Ecosystem {
  return { ...ecosystem, prepare: () => undefined }
}

const nothingDone = { writes: [], writesElsewhere: undefined, ports: [], programs: [] }
const pays = (image: string): RuntimeBase => ({ image, pays: true })
const ownBase = ({ final }: Facts) => pays(final.stage.base)

function leanOf(facts: Facts): readonly RuntimeBase[] {
  const lean = leanerBase(facts.final.base)
  return [...(lean === undefined ? [] : [pays(lean.image)]), ownBase(facts)]
}

function carelessSplit(
  facts: Facts,
  liked: readonly { readonly path: string | undefined; readonly isFolder: boolean }[],
  runtimeBases: readonly RuntimeBase[],
) {
  const last = facts.final.stage.instructions.findLast(({ keyword }) =>
    /^(RUN|COPY|ADD)$/.test(keyword),
  )
  const artifacts = liked.flatMap(({ path, isFolder }): readonly Artifact[] =>
    path === undefined || last === undefined
      ? []
      : [{ path, isFolder, after: last, evidence: [lineEvidence(last)] }],
  )
  if (artifacts.length === 0) return nothingToLeave
  const split: Split = {
    kind: 'split',
    runtimeBases,
    artifacts,
    placeCommand: () => 'build',
    placePackage: () => 'build',
    placeCopy: () => 'build',
    leaves: [{ what: 'the rest' }],
    contract: ['User', 'Env.PATH'],
    behaviour: nothingDone,
    change: {
      rule: 'split-stages',
      title: 'Take what looks good',
      why: 'The rest stays behind.',
      risk: 'safe',
      evidence: [],
    },
  }
  return split
}

/** The last program that the start command comes down to, if a path names it. */
function binaryOf({ start }: Facts) {
  const { name, cwd } = start?.processes.findLast((process) => !process.follows) ?? {}
  const path = name?.includes('/') === true ? resolvePath(cwd, name) : undefined
  return [{ path, isFolder: false }]
}

/** package.json, node_modules, and the entry's folder below the work folder: `dist` of `dist/main.js`; the file alone where it has none. */
function nodeFilesOf({ start, final, project, imagePath, contextPath }: Facts) {
  const root = final.end.workdir ?? '/'
  const manifest = imagePath('package.json')
  const process = start?.processes.findLast(({ name }) => /^(node|tsx|bun)$/.test(name ?? ''))
  const script = process?.args.findLast((arg) => /^[^-].*[./]\w+/.test(arg ?? ''))
  const entry = resolvePath(process?.cwd, script ?? '.')
  const [first = ''] = entry === undefined ? [] : pathFrom(root, entry).split('/').slice(1)
  const top = resolvePath(root, first)
  const isFile = top === entry
  const hasPackages = /"(dev)?dependencies"/i.test(project.read('package.json') ?? '')
  const isThere = entry !== undefined && script !== undefined && entry.startsWith(`${root}/`)
  return [
    { path: manifest, isFolder: false },
    {
      path:
        manifest !== undefined && hasPackages ? `${folderOf(manifest)}/node_modules` : undefined,
      isFolder: true,
    },
    {
      path: isThere ? withEnding(top, isFile, (path) => contextPath(path)) : undefined,
      isFolder: !isFile,
    },
  ]
}

/** `node server` runs server.js. */
function withEnding(
  path: string | undefined,
  isFile: boolean,
  contextPath: (path: string) => string | undefined,
): string | undefined {
  if (path === undefined || !isFile || contextPath(path) !== undefined) return path
  return contextPath(`${path}.js`) === undefined ? path : `${path}.js`
}

/** The file that Python runs, or the one in the work folder that looks like it. */
function scriptOf({ project, imagePath, start }: Facts) {
  const { args = [], cwd } = start?.processes.findLast(({ name }) => name === 'python') ?? {}
  const script = args.find((arg) => arg?.endsWith('.py') === true)
  const found = ['app.py', 'main.py', 'manage.py'].find((name) => project.isFile(name))
  const own = found === undefined ? undefined : imagePath(found)
  return [{ path: script === undefined ? own : resolvePath(cwd, script), isFolder: false }]
}

/** `public`, or the file that the start command runs. */
function publicOf({ project, imagePath, start }: Facts) {
  const folder = ['public', 'web', 'html'].find((name) => project.isFolder(name))
  if (folder !== undefined) return [{ path: imagePath(folder), isFolder: true }]
  const { args = [], cwd } = start?.processes.findLast(({ name }) => name === 'php') ?? {}
  const script = args.find((arg) => arg?.startsWith('-') === false)
  return [{ path: script === undefined ? undefined : resolvePath(cwd, script), isFolder: false }]
}
