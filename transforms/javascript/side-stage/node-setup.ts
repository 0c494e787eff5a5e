import {
  baseName,
  readPackageCommand,
  type Copy,
  type Install,
  type RunCommand,
  type StageFacts,
  type Step,
} from '../../../src/transform.ts'

/** How Node gets into an image of something else. */
export interface NodeSetup {
  readonly isSetup: (command: RunCommand) => boolean
  readonly isSetupCopy: (copy: Copy) => boolean
  /** Node's own OS packages. */
  readonly isSetupPackage: (name: string) => boolean
  /** Whether a RUN does nothing else. */
  readonly isWholeSetup: (step: Step) => boolean
  /** The image that has the same Node; undefined where its version is not said. */
  readonly image: string | undefined
}

const downloads =
  /nodesource\.com|nvm-sh\/nvm|creationix\/nvm|nodejs\.org\/dist|dl\.yarnpkg\.com|get\.pnpm\.io|bun\.sh\/install|npmjs\.(com|org)\/install\.sh|tj\/n\/|volta\.sh/
/** `COPY --from=node:20 /usr/local/bin/node /usr/local/bin/` */
const nodeImage = /(^|\/)node(:[\w.-]+)?(@sha256:\w+)?$/
const nodePaths =
  /(^|\/)(node|npm|npx|yarn|yarnpkg|corepack|nodejs)$|\/node_modules(\/|$)|\/yarn-v[\d.]+|^\/opt\/?$|^\/usr\/local(\/(bin|lib|include|share))?\/?$/
const packages = /^(nodejs|nodejs-current|npm|yarn|libnode.*)$/
/** What fetches and checks Node's own packages. */
const helpers =
  /^(curl|wget|gnupg2?|ca-certificates|apt-transport-https|lsb-release|xz-utils|dirmngr)$/

export function nodeSetupOf(stage: StageFacts): NodeSetup {
  const piped = new Set(
    stage.commands.flatMap((command) =>
      isDownload(command) && command.link !== undefined ? [command.link] : [],
    ),
  )
  const isSetup = (command: RunCommand) =>
    isDownload(command) || (command.link !== undefined && piped.has(command.link)) || sets(command)
  return {
    isSetup,
    isSetupCopy,
    isSetupPackage: (name) => packages.test(name),
    isWholeSetup: (step) => isWholeSetup(step, stage, isSetup),
    image: imageOf(stage),
  }
}

function isSetupCopy({ from, sources, isRemote }: Copy): boolean {
  if (isRemote) return sources.every((source) => downloads.test(source))
  return from !== undefined && nodeImage.test(from) && sources.every((path) => nodePaths.test(path))
}

/** A download of Node, or of the key and the list of its packages. */
function isDownload({ name, argv, redirects }: RunCommand): boolean {
  const words = [...argv, ...redirects.map(({ target }) => target)]
  return (
    /^(curl|wget|echo|gpg|git|tee)$/.test(baseName(name ?? '')) &&
    words.some((word) => word !== undefined && downloads.test(word))
  )
}

/** `nvm install 20`, `n 20`, `corepack enable`, `ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm`. */
function sets(command: RunCommand): boolean {
  const { name, args } = command
  if (name === undefined) return false
  const words = args.flatMap((arg) => (arg === undefined || arg.startsWith('-') ? [] : [arg]))
  switch (baseName(name)) {
    case 'nvm':
    case 'n':
    case 'fnm':
    case 'volta':
    case 'corepack':
    case 'nvm.sh':
      return true
    case '.':
    case 'source':
      return words.some((word) => /nvm\.sh|setup_\d+\.x|bash_completion/.test(word))
    case 'bash':
    case 'sh':
      return words.some((word) => /nodesource|setup_\d+\.x|install_?nvm/.test(word))
    case 'ln':
    case 'rm':
    case 'chmod':
      return (
        words.length > 0 &&
        words.some((word) =>
          /\/node_modules\/(npm|yarn|corepack)\/|nodesource|\/node(js)?$/.test(word),
        )
      )
    case 'node':
    case 'npm':
    case 'npx':
    case 'yarn':
      return args.length === 1 && /^(-v|--version)$/.test(args[0] ?? '')
    default:
      return false
  }
}

function isWholeSetup(
  step: Step,
  stage: StageFacts,
  isSetup: (command: RunCommand) => boolean,
): boolean {
  const commands = stage.commands.filter((command) => command.step === step)
  const isIdle = ({ name, args, argv }: RunCommand) =>
    /^(echo|true|cd|set|export|which|node|npm)$/.test(name ?? '') ||
    (/^(mkdir|rm)$/.test(name ?? '') &&
      args.some((arg) => arg !== undefined && /keyrings|apt\/lists/.test(arg))) ||
    isUpkeep(readPackageCommand(argv))
  const rest = commands.filter((command) => !isSetup(command) && !isIdle(command))
  const names = rest.flatMap((command) => {
    const install = readPackageCommand(command.argv)
    return install?.action === 'install' ? install.packages.map(({ name }) => name) : ['']
  })
  const isAll = names.every((name) => packages.test(name) || helpers.test(name))
  return isAll && (commands.some(isSetup) || names.some((name) => packages.test(name)))
}

/** `apt-get update`, `apt-get autoremove`: nothing that the author names comes or goes. */
const isUpkeep = (call: Install | undefined) =>
  call?.action === 'update' ||
  call?.action === 'clean' ||
  (call?.action === 'remove' && call.packages.length === 0)

/** `setup_20.x`, `node_20.x`, `nvm install 20`, `COPY --from=node:20`. */
function imageOf(stage: StageFacts): string | undefined {
  const copied = stage.copies.find(isSetupCopy)?.from
  if (copied !== undefined) return copied
  for (const { argv, name, args } of stage.commands) {
    const text = argv.map((word) => word ?? '').join(' ')
    const major =
      /nodesource\.com\/(?:setup_|node_)(\d+)\.x/.exec(text)?.[1] ??
      /nodejs\.org\/dist\/v(\d+(?:\.\d+)*)/.exec(text)?.[1] ??
      (name === 'nvm' && args[0] === 'install'
        ? /^v?(\d[\d.]*)$/.exec(args[1] ?? '')?.[1]
        : undefined)
    if (major !== undefined)
      return stage.base.distribution === 'alpine' ? `node:${major}-alpine` : `node:${major}`
  }
  return undefined
}
