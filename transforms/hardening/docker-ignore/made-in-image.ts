import {
  contextPathOf,
  findStage,
  isWithin,
  lineage,
  lineEvidence,
  readInstall,
  resolvePath,
  type Copy,
  type Evidence,
  type Facts,
  type Installs,
  type PackageFolder,
  type RuleContext,
  type RunCommand,
  type StageFacts,
} from '../../../src/transform.ts'

/** A folder of the context that a build makes again in the image. */
export interface MadeFolder {
  /** Relative to the context: 'node_modules', 'web/vendor'. */
  readonly path: string
  /** What installs fill; undefined where it is a build's output. */
  readonly packages: PackageFolder | undefined
  readonly evidence: Evidence
  /** Made by what people run on their machines, too: an install, a package script. */
  readonly isUsual: boolean
  /** The stage with the command. */
  readonly maker: StageFacts
}

/** The folders of packages that the file's own installs fill, by the manifests that they find in the context. */
export function packageFolders({ facts, installs }: RuleContext): readonly MadeFolder[] {
  return facts.stages.flatMap((stage) =>
    stage.commands.flatMap((command): readonly MadeFolder[] => {
      const call = installs.read(command)
      const packages = call?.installer.fills
      if (call?.fills !== true || call.folder === undefined || packages === undefined) return []
      const manifest = contextPathOf(
        copiesBelow(stage),
        resolvePath(call.folder, packages.manifest) ?? '',
        facts.project,
      )
      if (manifest === undefined || !facts.project.isFile(manifest)) return []
      const { instruction } = command.step
      return [
        {
          path: manifest.slice(0, -packages.manifest.length) + packages.name,
          packages,
          isUsual: true,
          maker: stage,
          evidence: lineEvidence(instruction, instruction.text.split('\n', 1)[0]),
        },
      ]
    }),
  )
}

/** Folders with a build's output, as tools call them and `COPY --from` names them. */
const outputs =
  /^((?:[\w-]+\/)*(?:dist|build|out|\.next|\.nuxt|\.output|\.svelte-kit|_site|storybook-static))(\/|$)/

/** The output folders that other stages take from a stage with a build. */
export function outputFolders({ facts: { stages }, installs }: RuleContext): readonly MadeFolder[] {
  return stages.flatMap((stage) =>
    stage.copies.flatMap((copy) => {
      const maker =
        copy.from === undefined
          ? undefined
          : findStage(stages.slice(0, stage.stage.index), copy.from)
      if (maker === undefined) return []
      return copy.sources.flatMap((source): readonly MadeFolder[] => {
        const from = resolvePath('/', source) ?? '/'
        const [, path] = outputs.exec(pathInContext(maker, from) ?? '') ?? []
        const build = builds(maker, installs).at(-1)
        if (path === undefined || build === undefined) return []
        const evidence = lineEvidence(build.step.instruction)
        return [{ path, packages: undefined, evidence, isUsual: isUsualBuild(build), maker }]
      })
    }),
  )
}

/** Whether a COPY brings a folder with the path in it, as far as the context has it. */
export const isAround = ({ paths }: Copy, path: string) =>
  paths.some(({ isFolder, source }) => isFolder && isWithin(`/${path}`, `/${source}`))

/** Whether a stage that copies the folder's surroundings makes the folder itself, or takes it from another stage. */
export function isMadeIn(
  made: MadeFolder,
  stage: StageFacts,
  copy: Copy,
  { facts, calls }: { readonly facts: Facts; readonly calls: Installs },
): boolean {
  const target = copy.paths
    .filter(({ isFolder, source }) => isFolder && isWithin(`/${made.path}`, `/${source}`))
    .map(({ source, target: to }) =>
      resolvePath(to, made.path.slice(source === '' ? 0 : source.length + 1)),
    )
    .at(-1)
  if (target === undefined) return false
  const family = facts.stages.filter(
    (other) => lineage(other).includes(stage) || lineage(stage).includes(other),
  )
  const isTaken = family.some(({ copies }) =>
    copies.some(({ from, destination }) => from !== undefined && destination === target),
  )
  if (isTaken) return true
  return made.packages === undefined
    ? family.some((other) => builds(other, calls).some(isUsualBuild) || other === made.maker)
    : family.some(({ commands }) =>
        commands.some((command) => {
          const call = calls.read(command)
          const name = call?.fills === true ? call.installer.fills?.name : undefined
          return name !== undefined && resolvePath(call?.folder, name) === target
        }),
      )
}

const building =
  /\b(build|compile|generate|export|dist|bundle|prod|production|make|tsc|webpack|gulp|grunt|rollup|esbuild|parcel)\b/

/** Commands that build, by their words. Tests and the like leave the output folder as they find it. */
function builds(stage: StageFacts, calls: Installs): readonly RunCommand[] {
  return stage.commands.filter(
    (command) =>
      readInstall(command.argv) === undefined &&
      calls.read(command)?.fills !== true &&
      building.test(command.argv.join(' ')),
  )
}

/** A frontend's or a package's own: not a compiler's, whose call may write anywhere. */
const isUsualBuild = ({ name }: RunCommand) => !/^(go|make|sh|bash)$/.test(name ?? '')

/** The COPYs that a stage rests on, the first of them first. */
const copiesBelow = (stage: StageFacts): readonly Copy[] =>
  lineage(stage)
    .toReversed()
    .flatMap(({ copies }) => copies)

/** Where a path of a stage would stand in the context, whether it is there or not. */
function pathInContext(stage: StageFacts, path: string): string | undefined {
  const folder = copiesBelow(stage)
    .flatMap(({ from, paths }) => (from === undefined ? paths : []))
    .findLast(({ isFolder, target }) => isFolder && path !== target && isWithin(path, target))
  if (folder === undefined) return undefined
  const below = path.slice(folder.target === '/' ? 1 : folder.target.length + 1)
  return folder.source === '' ? below : `${folder.source}/${below}`
}
