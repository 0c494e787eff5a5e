import {
  findStage,
  folderOf,
  inSource,
  isWithin,
  pathFrom,
  resolvePath,
  type Edit,
  type Facts,
  type Instruction,
  type Revision,
  type Rule,
} from '../../../src/transform.ts'
import { evidenceOf } from '../evidence.ts'
import { findInstallOrders, type InstallOrder } from './install-order.ts'

/**
 *   COPY . .                  COPY package.json package-lock.json ./
 *   RUN npm install      =>   RUN npm install
 *   RUN npm run build         COPY . .
 *                             RUN npm run build
 */
export const layerOrder: Rule = {
  name: 'layer-order',
  title: 'Manifests before the install, sources after it',
  about: {
    why: 'Docker keeps a layer until a file above it changes. Where manifests alone are copied before the install, an edit of the sources no longer installs everything again.',
    risk: 'An install reads a file that is copied later by now. All that the manifests name comes along; where an install may read more, the change is for review, or the order stays.',
    example: {
      file: 'Dockerfile',
      before: 'COPY . .\nRUN npm ci\n',
      after: 'COPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .\n',
    },
  },
  apply: (context) => {
    const { facts, input } = context
    const found = facts.stages.flatMap((stage) => findInstallOrders(stage, context))
    const orders = found.flatMap((order) => ('stays' in order ? [] : [order]))
    if (orders.length === 0) return found.find((order) => 'stays' in order)
    const assumption = orders.find((order) => order.manifests.assumption !== undefined)?.manifests
      .assumption
    const change = {
      rule: 'layer-order',
      title: 'Install dependencies before the sources are copied',
      why: 'Docker keeps the layer of an install until a file above it changes; below the sources, every edit installs everything again.',
      evidence: orders.flatMap(({ copy, manifests }) => [
        evidenceOf(copy.step.instruction, input),
        ...manifests.evidence,
      ]),
    }
    return {
      change:
        assumption === undefined
          ? { ...change, risk: 'safe' }
          : { ...change, risk: 'review', assumption },
      edits: orders.flatMap((order) => editsOf(order, facts)),
    } satisfies Revision
  },
}

function editsOf(order: InstallOrder, facts: Facts): readonly Edit[] {
  const { stage, copy, step, part, installer } = order
  const sources = copy.step.instruction
  const run = step.instruction
  const above = stage.steps[copy.step.index - 1]?.instruction ?? stage.stage.from
  const between = stage.steps.slice(copy.step.index + 1, step.index)
  const copies = copiesOf(order)
  if (part === undefined)
    return [
      ...between.map(({ instruction }): Edit => ({
        kind: 'move-after',
        instruction,
        target: above,
      })),
      ...insertAfter(above, [...copies, ...(installer.download ? [installer.download.line] : [])]),
    ]
  const edits = insertAfter(between.at(-1)?.instruction ?? above, copies)
  const { later } = order.manifests
  const [first, rest] = stepsOf(order)
  if (part.cut !== undefined || later !== undefined)
    return [
      ...edits,
      { kind: 'replace', instruction: run, text: first },
      { kind: 'move-after', instruction: sources, target: run },
      { kind: 'insert-after', instruction: run, text: rest },
    ]
  return needsSources(order, facts)
    ? [...edits, { kind: 'move-after', instruction: sources, target: run }]
    : [...edits, { kind: 'drop', instruction: sources }]
}

/** The RUN above the sources, and the one below them. */
function stepsOf({ step, part, manifests }: InstallOrder): readonly [string, string] {
  const { later } = manifests
  const run = part?.cut?.first ?? step.instruction.text.replace(/\r?\n$/, '')
  const rest = part?.cut?.rest
  if (later === undefined) return [run, `RUN ${rest ?? ''}`]
  const behind = rest === undefined ? '' : ` && ${rest}`
  return [later.first(run), `RUN ${later.second}${behind}`]
}

function insertAfter(instruction: Instruction, texts: readonly string[]): readonly Edit[] {
  return texts.map((text) => ({ kind: 'insert-after', instruction, text }))
}

/** The COPYs that bring the manifests, with the flags of the author's own. */
function copiesOf({ copy, step, manifests, folder }: InstallOrder): readonly string[] {
  const { instruction } = copy.step
  const flags = instruction.flags
    .map(({ start, end }) => `${instruction.text.slice(start, end)} `)
    .join('')
  const source = copy.paths[0]?.source ?? ''
  const near = pathFrom(step.workdir, folder)
  const target = near.endsWith('/') ? near : `${near}/`
  const files = manifests.files.map((file) => inSource(source, file)).join(' ')
  return [
    ...(files === '' ? [] : [`COPY ${flags}${files} ${target}`]),
    ...(manifests.nested ?? []).map(
      (file) => `COPY ${flags}${inSource(source, file)} ${target}${folderOf(file)}/`,
    ),
    ...manifests.folders.map((name) => `COPY ${flags}${inSource(source, name)} ${target}${name}`),
  ]
}

/** Whether anything below the install, in this stage or another, has a use for the sources. */
function needsSources(
  { stage, step, folder, manifests, installer }: InstallOrder,
  { stages, final }: Facts,
): boolean {
  const isBase = stage === final || stages.some(({ parent }) => parent === stage)
  const later = stage.steps.slice(step.index + 1)
  const { files, nested = [] } = manifests
  // Their packages are links to the folders of the workspaces.
  const hasWorkspaces = installer.fills !== undefined && nested.length > 0
  if (
    isBase ||
    hasWorkspaces ||
    later.some(({ instruction }) => /^(RUN|COPY|ADD)$/.test(instruction.keyword))
  )
    return true
  const packages = installer.fills && resolvePath(folder, installer.fills.name)
  const kept = [...files, ...nested].map((file) => `${folder === '/' ? '' : folder}/${file}`)
  const sources = stages.flatMap((other) =>
    other.copies.flatMap((copy) =>
      copy.from !== undefined && findStage(stages.slice(0, other.stage.index), copy.from) === stage
        ? copy.sources
        : [],
    ),
  )
  const mounts = stages.some(({ steps }) =>
    steps.some(({ instruction }) => mountsStage(instruction)),
  )
  return (
    mounts ||
    sources.length === 0 ||
    sources.some(
      (source) =>
        isWithin(source, folder) &&
        (packages === undefined || !isWithin(source, packages)) &&
        !kept.includes(source),
    )
  )
}

const mountsStage = ({ flags }: Instruction) =>
  flags.some(({ name, value }) => name === 'mount' && (value ?? '').includes('from='))
