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
  type RunCommand,
  type StageFacts,
} from '../../../src/transform.ts'

/** A folder of the context that a build makes again in the image. */
export interface MadeFolder {
  /** Relative to the context: 'node_modules', 'web/vendor'. */
  readonly path: string
  readonly kind: 'packages' | 'output'
  readonly evidence: Evidence
  /** Made by what people run on their machines, too: an install, a package script. */
  readonly isUsual: boolean
  /** The stage with the command. */
  readonly maker: StageFacts
}

/** The package managers whose install fills a folder beside a manifest. */
const installers = [
  {
    manifest: 'package.json',
    folder: 'node_modules',
    installs: ({ name, args }: RunCommand) =>
      (name === 'yarn' && words(args).length === 0) ||
      (/^(npm|yarn|pnpm|bun)$/.test(name ?? '') &&
        words(args).length === 1 &&
        /^(install|i|ci|clean-install)$/.test(words(args)[0] ?? '')),
    elsewhere: /^(-g|--global|--version|-v|--help|-C|--(prefix|cwd|dir|modules-folder)\b)/,
  },
  {
    manifest: 'composer.json',
    folder: 'vendor',
    installs: ({ name, args }: RunCommand) => {
      const own = name === 'php' ? args.slice(1) : args
      const isComposer = /(^|\/)composer(\.phar)?$/.test((name === 'php' ? args[0] : name) ?? '')
      return isComposer && /^(install|update|i|u)$/.test(words(own)[0] ?? '')
    },
    elsewhere: /^(-d|--working-dir|--help|--dry-run)/,
  },
] as const

const words = (args: readonly (string | undefined)[]) =>
  args.filter((arg) => arg === undefined || !arg.startsWith('-'))

/** The folders of packages that the file's own installs fill, by the manifests that they find in the context. */
export function packageFolders(facts: Facts): readonly MadeFolder[] {
  return facts.stages.flatMap((stage) =>
    stage.commands.flatMap((command): readonly MadeFolder[] => {
      const row = installers.find((each) => isInstall(command, each))
      if (row === undefined || command.cwd === undefined) return []
      const manifest = contextPathOf(
        copiesBelow(stage),
        `${command.cwd === '/' ? '' : command.cwd}/${row.manifest}`,
        facts.project,
      )
      if (manifest === undefined || !facts.project.isFile(manifest)) return []
      const { instruction } = command.step
      return [
        {
          path: manifest.slice(0, -row.manifest.length) + row.folder,
          kind: 'packages',
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
export function outputFolders({ stages }: Facts): readonly MadeFolder[] {
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
        const build = builds(maker).at(-1)
        if (path === undefined || build === undefined) return []
        const evidence = lineEvidence(build.step.instruction)
        return [{ path, kind: 'output', evidence, isUsual: isUsualBuild(build), maker }]
      })
    }),
  )
}

/** Whether a COPY brings a folder with the path in it, as far as the context has it. */
export const isAround = ({ paths }: Copy, path: string) =>
  paths.some(({ isFolder, source }) => isFolder && isWithin(`/${path}`, `/${source}`))

/** Whether a stage that copies the folder's surroundings makes the folder itself, or takes it from another stage. */
export function isMadeIn(made: MadeFolder, stage: StageFacts, copy: Copy, facts: Facts): boolean {
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
  return made.kind === 'output'
    ? family.some((other) => builds(other).some(isUsualBuild) || other === made.maker)
    : family.some(({ commands }) =>
        commands.some((command) =>
          installers.some(
            (row) =>
              isInstall(command, row) &&
              command.cwd !== undefined &&
              resolvePath(command.cwd, row.folder) === target,
          ),
        ),
      )
}

function isInstall(command: RunCommand, row: (typeof installers)[number]): boolean {
  return (
    row.installs(command) &&
    command.args.every((arg) => arg !== undefined && !row.elsewhere.test(arg))
  )
}

const building =
  /\b(build|compile|generate|export|dist|bundle|prod|production|make|tsc|webpack|gulp|grunt|rollup|esbuild|parcel)\b/

/** Commands that build, by their words. Tests and the like leave the output folder as they find it. */
function builds(stage: StageFacts): readonly RunCommand[] {
  return stage.commands.filter(
    (command) =>
      readInstall(command.argv) === undefined &&
      !installers.some((row) => row.installs(command)) &&
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
