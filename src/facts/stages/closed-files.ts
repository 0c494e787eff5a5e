import type { Instruction } from '../../dockerfile/instruction.ts'
import { rememberOf } from '../../dockerfile/remember.ts'
import type { Project } from '../../project/project.ts'
import type { RunCommand } from '../commands/command.ts'
import { sourcePath } from './carried-copies.ts'
import { contextPathOf, type Copy } from './copy.ts'
import { isRecursive } from '../effects/effect.ts'
import type { Facts } from '../facts.ts'
import { toolBehindGo } from '../go/tool-behind-go.ts'
import { baseName, isWithin, resolvePath } from '../image-path.ts'
import { isRoot } from './root-user.ts'
import { findStage, lineage, type StageFacts } from './stage-facts.ts'

/** What makes a file of the final image which root alone may read. `COPY --from` keeps modes, so a line of another stage counts where its file comes along. */
export interface ClosedFile {
  readonly instruction: Instruction
  /** The COPY of the final stage that can give it, and nothing that runs, to another user; undefined where none can. */
  readonly opener: Copy | undefined
}

type Around = Pick<Facts, 'final' | 'stages' | 'project'>

/** The line that makes the first of them; undefined where none is seen to. */
export const closedFile = (facts: Around): Instruction | undefined =>
  closedFiles(facts)[0]?.instruction

/** All of them, the final stage's own first. */
export function closedFiles(facts: Around): readonly ClosedFile[] {
  const { final, stages, project } = facts
  const closed = rememberOf((copy: Copy) => closedIn(copy, project))
  const own = lineage(final)
  const found = own.flatMap(({ copies, commands }): readonly ClosedFile[] => [
    ...copies
      .filter((each) => isClosedCopy(each) || closed(each).length > 0)
      .map((copy) => ({
        instruction: copy.step.instruction,
        opener: opensAlone(copy, facts) ? copy : undefined,
      })),
    ...commands
      .filter((each) => closedBy(each).length > 0)
      .map(({ step }) => ({ instruction: step.instruction, opener: undefined })),
  ])
  const carried = own.flatMap(({ copies }) => copies).filter(keepsModes)
  for (const copy of carried) {
    const from = copy.from === undefined ? undefined : findStage(stages, copy.from)
    const comesAlong = (path: string | undefined) =>
      copy.sources.some((source) => {
        const brought = resolvePath('/', source.replace(/\*$/, ''))
        if (path === undefined || brought === undefined) return false
        return isWithin(path, brought) || isWithin(brought, path)
      })
    const above = from === undefined ? [] : lineage(from)
    const command = above
      .flatMap(({ commands }) => commands)
      .find((each) => closedBy(each).some(comesAlong))
    const opener = opensAlone(copy, facts) ? copy : undefined
    if (command !== undefined) found.push({ instruction: command.step.instruction, opener })
    else if (above.some(({ copies }) => copies.some((each) => closed(each).some(comesAlong))))
      found.push({ instruction: copy.step.instruction, opener })
  }
  return found
}

/** Whether a COPY of the final stage brings nothing but a folder of its own or files of the context. */
function opensAlone(copy: Copy, { final, stages, project }: Around): boolean {
  const { from, sources, destination, chown, saysFolder } = copy
  if (!final.copies.includes(copy) || chown !== undefined || destination === undefined) return false
  if (from === undefined)
    return (
      copy.paths.length > 0 &&
      copy.paths.every(
        ({ source, isFolder, target }) => !isFolder || isOwnFolder(source, target, final),
      )
    )
  const stage = findStage(stages, from)
  if (stage === undefined) return false
  return sources.every((written) => {
    const path = sourcePath(written, stage.copies, project)
    const source = contextPathOf(stage.copies, path, project)
    if (path !== (resolvePath('/', written) ?? '/')) return true
    if (source !== undefined && project.isFile(source)) return true
    return !saysFolder && sources.length === 1 && isOwnFolder(source ?? path, destination, final)
  })
}

/** A folder that is neither all of the context nor around the one that the program runs in. */
const isOwnFolder = (source: string, target: string, { end }: StageFacts) =>
  source !== '' && !isWithin(end.workdir ?? '/', target)

/** A file from an address has mode 600: https://docs.docker.com/reference/dockerfile/#adding-files-from-a-url */
function isClosedCopy({ step, sources, isRemote, chown }: Copy): boolean {
  const mode = step.instruction.flags.find(({ name }) => name === 'chmod')?.value
  if (mode !== undefined) return isClosed(mode) && isRoot(chown)
  return (
    isRemote &&
    isRoot(chown) &&
    sources.some((source) => /^(https?|ftp):/.test(source) && !source.endsWith('.git'))
  )
}

/** Whether its files are root's, each with the mode that it has. */
const keepsModes = ({ step, chown }: Copy) =>
  isRoot(chown) && step.instruction.flags.every(({ name }) => name !== 'chmod')

/** Where files of the context lie that only their owner may read, who is root then. */
function closedIn(copy: Copy, project: Project): readonly string[] {
  if (!keepsModes(copy)) return []
  return copy.paths.flatMap(({ source, isFolder, target }) => {
    if (!isFolder) return project.isClosed(source) ? [target] : []
    return project
      .files(source)
      .filter(project.isClosed)
      .flatMap(
        (file) => resolvePath(target, source === '' ? file : file.slice(source.length + 1)) ?? [],
      )
  })
}

/** The paths that a command closes to all but their owner, who is root; undefined for one that is not known. */
function closedBy(command: RunCommand): readonly (string | undefined)[] {
  const { step } = command
  const { name, args, cwd } = toolBehindGo(command) ?? command
  if (name === undefined || !isRoot(step.user)) return []
  const at = (path: string | undefined) => [path === undefined ? undefined : resolvePath(cwd, path)]
  const valueOf = (flags: RegExp) =>
    args.flatMap((arg, i) => (arg !== undefined && flags.test(arg) ? at(args[i + 1]) : []))
  const mode = args.findIndex((arg) => isClosed(arg ?? ''))
  switch (baseName(name)) {
    case 'chmod':
      if (mode >= 0) return args.slice(mode + 1).flatMap(at)
      // A folder that others may not enter: `chmod -R 644 public`.
      return isRecursive({ args })
        ? args
            .slice(
              args.findIndex((arg) => /^[0-7]?[0-7]{2}[46]$/.test(arg ?? '')) + 1 || args.length,
            )
            .flatMap(at)
        : []
    case 'install':
    case 'mkdir':
      return mode > 0 && /^(-m|--mode)$/.test(args[mode - 1] ?? '') ? at(args.at(-1)) : []
    // Private keys are written for their owner alone: https://docs.openssl.org/master/man1/openssl-genpkey/
    case 'openssl':
      return /^(genrsa|genpkey|gendsa|ecparam|rsa|ec|pkey)$/.test(args[0] ?? '')
        ? valueOf(/^-out$/)
        : valueOf(/^-keyout$/)
    // Of what the same RUN makes then, nobody else reads anything: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/umask.html
    case 'umask':
      return args.some((arg) => arg === undefined || /^[0-7]*[4-7]$/.test(arg)) ? ['/'] : []
    // https://go.dev/src/crypto/tls/generate_cert.go
    case 'generate_cert':
      return at('key.pem')
    case 'ssh-keygen':
      return args.includes('-y') ? [] : valueOf(/^-f$/)
    // https://github.com/FiloSottile/mkcert/blob/master/cert.go
    case 'mkcert':
      return valueOf(/^-key-file$/)
    default:
      return []
  }
}

/** A mode that gives others nothing to read: '700', '0640', 'o-r', 'go='. */
const isClosed = (mode: string) =>
  /^[0-7]?[0-7]{2}[0-3]$|^[ugo]*o[ugo]*(-[wx]*r|=[wx]*$)/.test(mode)
