import {
  isPosixShell,
  effectsOf,
  placeOfPackage,
  type Artifact,
  type Command,
  baseName,
  isWithin,
  type Copy,
  type Facts,
  type Placement,
  type RunCommand,
  isGo,
  innerCommands,
} from '../../../src/transform.ts'
import type { Asset } from './assets.ts'
import { embeddedPaths } from '../sources/embedded-paths.ts'

/** The go command and what works on sources and tool chain belong to the build, and so do scripts that run nothing else. */
export function placeCommand(
  command: RunCommand,
  facts: Facts,
  artifacts: readonly Artifact[],
): Placement | undefined {
  if (isBuildTool(command) || changesToolchain(command, facts, artifacts)) return 'build'
  const inner = innerCommands(command, facts)
  if (!inner.isWhole) return undefined
  return inner.commands.every((other) => isBuildTool(other) || staysInside(other, facts))
    ? 'build'
    : undefined
}

/** `chown -R app /go`: no other image has these folders, unless a WORKDIR or an artifact makes them. */
function changesToolchain(
  command: RunCommand,
  { final }: Facts,
  artifacts: readonly Artifact[],
): boolean {
  const { step } = command
  const first = final.steps.findIndex(({ instruction }) => instruction.keyword === 'WORKDIR')
  const workdirs = first < 0 ? [] : final.steps.slice(first + 1, step.index + 1)
  const made = [...artifacts.map(({ path }) => path), ...workdirs.map(({ workdir }) => workdir)]
  const effects = effectsOf(command) ?? []
  return (
    effects.length > 0 &&
    effects.every(
      (effect) =>
        effect.kind === 'changes' &&
        toolchain.test(effect.path) &&
        !made.some((path) => path !== undefined && isWithin(path, effect.path)),
    )
  )
}

const toolchain = /^\/go(\/(src|bin|pkg(\/.*)?))?$|^\/usr\/local\/go(\/|$)/

function isBuildTool({ name }: Command): boolean {
  return buildTools.has(baseName(name ?? ''))
}

/** Shell tools that work in the folder of the sources. */
function staysInside(command: Command, { final }: Facts): boolean {
  const effects = effectsOf(command)
  const folders = final.steps.flatMap(({ workdir }) => workdir ?? [])
  return (
    effects !== undefined &&
    effects.every(
      (effect) =>
        effect.kind !== 'users' &&
        [...folders, final.end.workdir ?? '/'].some(
          (folder) => folder !== '/' && isWithin(effect.path, folder),
        ),
    )
  )
}

/** Programs that work on sources and modules alone. */
const buildTools = new Set([
  'go',
  'git',
  'make',
  'gofmt',
  'dep',
  'glide',
  'govendor',
  'godep',
  'gvt',
  'vgo',
  'swag',
  'mockgen',
  'templ',
  'wire',
  'protoc',
  'buf',
  'statik',
  'packr',
  'packr2',
  'rice',
  'go-bindata',
  'upx',
  'strip',
  'golint',
  'golangci-lint',
  'staticcheck',
  'govulncheck',
  'sqlc',
  'goreleaser',
  'mage',
  'npm',
  'npx',
  'yarn',
  'pnpm',
  'node',
  'gcc',
  'g++',
  'cmake',
  'ssh-keyscan',
  'ssh-keygen',
])

/** Sources are compiled and stay behind; what the program reads and nothing compiles moves to the runtime stage. */
export function placeCopy(
  copy: Copy,
  assets: readonly Asset[],
  wholeFolder: boolean,
  facts: Facts,
): Placement {
  if (copy.from !== undefined) return 'both'
  if (copy.isWholeContext) return wholeFolder ? 'both' : 'build'
  const files = [
    ...copy.missing,
    ...copy.paths.flatMap(({ source, isFolder }) =>
      isFolder ? facts.project.files(source) : [source],
    ),
  ]
  if (
    files.some((file) =>
      /\.(go|proto|c|h|mod|sum|work|tmpl\.go)$|(^|\/)(Makefile|Gopkg\.\w+|glide\.\w+|vendor\/.*|\.netrc|\.gitconfig|id_rsa.*)$/.test(
        file,
      ),
    )
  )
    return 'build'
  const isRead = copy.paths.some(({ target }) =>
    assets.some((asset) => isWithin(asset.path, target) || isWithin(target, asset.path)),
  )
  const later = facts.final.commands.some(
    (command) =>
      command.step.index > copy.step.index &&
      !isGo(command, 'mod', 'build', 'install', 'get', 'vet', 'fmt', 'test'),
  )
  if (isEmbedded(copy, facts)) return isRead ? 'both' : 'build'
  return later ? 'both' : 'run'
}

function isEmbedded(copy: Copy, facts: Facts): boolean {
  return embeddedPaths(facts).some((path) =>
    copy.paths.some(({ source }) => isWithin(source, path) || isWithin(path, source)),
  )
}

/** Tools that fetch modules. */
const fetchTools = new Set([
  'git',
  'openssh-client',
  'openssh',
  'mercurial',
  'bzr',
  'subversion',
  'ca-certificates-java',
])

/** Where OS packages go: the build is the go command's alone, unless another program takes part in it. */
export function packagePlacer(facts: Facts): (name: string) => Placement | undefined {
  const others = facts.final.commands.some((command) => {
    const name = baseName(command.name ?? '')
    return (
      /^(make|npm|yarn|pnpm|node|curl|wget|unzip|tar)$/.test(name) ||
      isPosixShell(name) ||
      (command.name?.includes('/') ?? false)
    )
  })
  const manager = facts.final.base.packageManager
  return (name) => {
    if (fetchTools.has(name)) return 'build'
    if (others || manager === undefined) return undefined
    const place = placeOfPackage(manager, name)
    return place === 'build' || place === 'interpreter' ? undefined : 'run'
  }
}
