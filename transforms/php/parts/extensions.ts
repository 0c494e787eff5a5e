import {
  lineEvidence,
  type Artifact,
  type Instruction,
  type RunCommand,
} from '../../../src/transform.ts'
import { baseName } from '../../../src/transform.ts'
import type { PhpApp } from '../app.ts'
import { librariesOf } from './extension-libraries.ts'
import type { ExtensionWork } from '../app/extension-work.ts'
import type { Part } from './part.ts'

/** Where the official images look for shared extensions, and for the ini files that switch them on: their Dockerfile templates. */
export const extensionFolder = '/usr/local/lib/php/extensions'
export const iniFolder = '/usr/local/etc/php/conf.d'

/**
 *   RUN docker-php-ext-install gd   =>   COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
 *                                        COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
 *
 * What compiles stays in the builder. A RUN that finds out itself what run time needs and removes the rest stands in both stages as it is;
 * BuildKit carries the same instruction out once.
 */
export function extensionsPart(app: PhpApp): Part {
  const { image, extensions } = app
  if (image.source !== 'official' || extensions.length === 0) return {}
  const shared = sharedRuns(app)
  const own = extensions.filter(({ command }) => !shared.has(command.step.instruction))
  const isCompiled = own.some(({ kind }) => kind === 'compile')
  return {
    placeInstruction: (instruction) => (shared.has(instruction) ? 'both' : undefined),
    placeCommand: (command) => placeCommand(command, own, isCompiled),
    artifacts: isCompiled ? artifactsOf(own) : [],
    packages: isCompiled ? packagesOf(app, own) : [],
    evidence: own.map(({ command }) => lineEvidence(command.step.instruction)),
  }
}

/** RUNs that leave nothing but what run time needs, by means that can't be read: scanelf, ldd, apt-mark, install-php-extensions. */
function sharedRuns({ extensions }: PhpApp): ReadonlySet<Instruction> {
  return new Set(
    extensions.flatMap(({ command, kind }) => {
      const { instruction } = command.step
      const isShared = kind === 'installer' || /\b(scanelf|apt-mark|ldd)\b/.test(instruction.text)
      return isShared ? [instruction] : []
    }),
  )
}

/** Programs that take part in compiling an extension by hand, in the RUN that does it. */
const tools =
  /^(make|cmake|configure|phpize|php-config|tar|unzip|yes|git|curl|wget|docker-php-source|pecl|pickle|strip|autoconf|ldconfig)$/

function placeCommand(
  command: RunCommand,
  own: readonly ExtensionWork[],
  isCompiled: boolean,
): 'build' | 'both' | undefined {
  const program = baseName(command.name ?? '')
  const isOwn = own.some((work) => work.command === command)
  // `docker-php-ext-enable opcache`: the image has the extension, nothing is compiled.
  if (isOwn) return isCompiled ? 'build' : 'both'
  if (/^(docker-php-source|pecl)$/.test(program)) return 'build'
  if (program === 'pear') return 'both'
  const isBeside = own.some((work) => work.kind === 'compile' && work.command.step === command.step)
  // `curl ... | apt-key add -` and `curl ... > /etc/apt/...` are for packages.
  const isOwnDownload = command.link?.kind === 'simple' && command.redirects.length === 0
  if (/^(curl|wget)$/.test(program) && !isOwnDownload) return undefined
  return isBeside && tools.test(program) ? 'build' : undefined
}

/** Both folders as they are at the builder's end, where the last command on extensions stood. */
function artifactsOf(own: readonly ExtensionWork[]): readonly Artifact[] {
  const after = own.at(-1)?.command.step.instruction
  if (after === undefined) return []
  return [extensionFolder, iniFolder].map((path) => ({
    path,
    isFolder: true,
    isMerged: true,
    after,
    evidence: own.map(({ command }) => lineEvidence(command.step.instruction)),
  }))
}

function packagesOf({ stage }: PhpApp, own: readonly ExtensionWork[]) {
  const [first] = own
  if (first === undefined) return []
  const names = own.filter(({ kind }) => kind === 'compile').flatMap((work) => work.names)
  const flags = own
    .filter(({ kind }) => kind === 'configure')
    .flatMap(({ command }) => command.args.flatMap((arg) => arg ?? []))
  return librariesOf(names, flags, stage).map((name) => ({
    name,
    evidence: lineEvidence(first.command.step.instruction),
  }))
}
