import {
  dropLinks,
  effectsOf,
  isWithin,
  lineEvidence,
  listText,
  resolvePath,
  type Artifact,
  type Copy,
  type Instruction,
  type Placement,
  type Rewrite,
  type RunCommand,
  type Split,
  unknownProgram,
} from '../../../src/transform.ts'
import type { NodeApp } from '../app.ts'
import { nodeBehaviour } from '../behaviour.ts'
import type { MovedBuild } from './moved-build.ts'
import { readProgram } from '../sources/program.ts'
import { runtimeBases } from '../parts/runtime-bases.ts'

// COPY . /tmp/src
// RUN cd /tmp/src && npm ci && npm run build && mv dist node_modules / && rm -rf /tmp/src
//   => builder: everything up to the last mv
//      runtime: what was moved, in its place

/** The split of a build whose results are taken out of its folder, which is deleted then: the image keeps just these. */
export function splitMovedBuild(app: NodeApp, build: MovedBuild): Split {
  const { root } = app
  const program = readProgram(asBuilt(app, build))
  const isRead = program.entries.length > 0 && program.gap === undefined
  const keepsBase = !isRead || unknownProgram(program.graph) !== undefined || build.after.size > 0
  const behaviour = {
    ...nodeBehaviour(app, program),
    writes: [],
    writesElsewhere: 'it runs outside of the folder that it is built in',
  }
  const { instruction } = build.last.step
  const names = [...new Set(build.moved.map(({ path }) => path))]
  const evidence = [lineEvidence(instruction, instruction.text.split('\n', 1)[0])]
  const leaner = { builderRewrites: [], afterBuild: [], kept: undefined }
  return {
    kind: 'split',
    runtimeBases: runtimeBases(app, 'made', leaner, keepsBase).map((base) => ({
      ...base,
      pays: true,
    })),
    placeCommand: (command) => placeCommand(command, app, build),
    // What the author leaves in the image, the image keeps.
    placePackage: () => 'both',
    placeInstruction: (instruction) => (isOfBuild(instruction, app, build) ? 'build' : undefined),
    placeCopy: (copy) => placeCopy(copy, root, build),
    builderRewrites: withoutTail(app, build),
    artifacts: artifactsOf(build),
    behaviour,
    leaves: [{ what: `what lower layers still hold of ${root}` }],
    change: {
      rule: 'split-stages',
      title: 'Build in a builder stage, take over what is moved out of it',
      why: `Line ${instruction.line} deletes ${root} once ${listText(names)} ${build.moved.length === 1 ? 'is' : 'are'} out of it: that is all that the image keeps of the build.`,
      risk: 'safe',
      evidence,
    },
  }
}

/** The app as if it ran where it is built, for what its sources tell. */
function asBuilt(app: NodeApp, { moved }: MovedBuild): NodeApp {
  const entries = app.start.entries.map((entry) => {
    const out = moved.find(({ path, from }) => from !== undefined && isWithin(entry.path, path))
    if (out?.from === undefined) return entry
    return {
      ...entry,
      path: resolvePath(out.from, `.${entry.path.slice(out.path.length)}`) ?? entry.path,
    }
  })
  return { ...app, start: { ...app.start, entries } }
}

function placeCommand(
  command: RunCommand,
  { works, root }: NodeApp,
  { moved, last, tidying, after }: MovedBuild,
): Placement | undefined {
  if (after.has(command)) return 'run'
  if (moved.some((item) => item.command === command)) return 'build'
  if (works.some((work) => work.command === command && work.isNode)) return 'build'
  const effects = effectsOf(command) ?? []
  const paths = effects.flatMap((effect) => (effect.kind === 'users' ? [] : [effect.path]))
  const isInside = effects.length > 0 && paths.length === effects.length
  if (isInside && paths.every((path) => isWithin(path, root))) return 'build'
  const isOnTheWay =
    command.name === 'cd' && command.step === last.step && command.source !== undefined
  return isOnTheWay || (tidying.has(command) && command.name === 'rm') ? 'build' : undefined
}

/** The WORKDIR of the build, where nothing that stays names its files from there. */
function isOfBuild(
  instruction: Instruction,
  { facts, root, works }: NodeApp,
  { after }: MovedBuild,
) {
  const { steps, end } = facts.final
  if (instruction.keyword !== 'WORKDIR' || after.size > 0) return false
  const at = steps.findIndex((step) => step.instruction === instruction)
  const folder = steps[at + 1]?.workdir
  const next = steps.findIndex((step, i) => i > at && step.instruction.keyword === 'WORKDIR')
  const isLeft = end.workdir !== undefined && !isWithin(end.workdir, root) && next > at
  const nextIsWhole = /^["']?\//.test(steps[next]?.instruction.body.text.trim() ?? '')
  const climbs = works.some(({ command }) =>
    command.args.some((arg) => arg?.startsWith('..') === true),
  )
  return folder !== undefined && isWithin(folder, root) && isLeft && nextIsWhole && !climbs
}

function placeCopy(copy: Copy, root: string, { last }: MovedBuild): Placement {
  const isInside = copy.paths.length > 0 && copy.paths.every(({ target }) => isWithin(target, root))
  if (isInside) return 'build'
  return copy.step.index > last.step.index ? 'run' : 'both'
}

function artifactsOf({ moved, last, after }: MovedBuild): readonly Artifact[] {
  return moved
    .filter(({ path }, i) => moved.findIndex((other) => other.path === path) === i)
    .map(({ path, isFolder, command }) => ({
      path,
      isFolder,
      isFirst: after.size > 0,
      after: last.step.instruction,
      evidence: [lineEvidence(command.step.instruction, wordsOf(command))],
    }))
}

/** The builder stage is left behind: nothing has to be deleted in it, nor done with the results. */
function withoutTail({ works }: NodeApp, { last, tidying, after }: MovedBuild): readonly Rewrite[] {
  const { instruction } = last.step
  const own = works.filter(({ command }) => command.step === last.step)
  const at = own.findIndex(({ command }) => command === last)
  const tail = own.slice(at + 1).map(({ command }) => command)
  if (tail.some((command) => !tidying.has(command) && !after.has(command))) return []
  const links = tail.flatMap(({ link }) => link ?? [])
  const text = links.length === 0 ? undefined : dropLinks(instruction, links)
  return text === undefined ? [] : [{ instruction, text: text.replace(/\r?\n$/, '') }]
}

const wordsOf = ({ argv }: RunCommand) => argv.map((word) => word ?? '?').join(' ')
