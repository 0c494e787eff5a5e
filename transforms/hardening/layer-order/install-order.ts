import {
  isWithin,
  lineage,
  resolvePath,
  type Command,
  type Copy,
  type Installer,
  type Installs,
  type InstallSite,
  type Manifests,
  type RuleContext,
  type StageFacts,
  type Stays,
  type Step,
} from '../../../src/transform.ts'
import { needsOf } from './early-commands.ts'
import { earlyPart, type EarlyPart } from './early-part.ts'
import { fileOfSources } from './read-by-install.ts'

/** A COPY of the sources and the install below it, which can change places. */
export interface InstallOrder {
  readonly stage: StageFacts
  readonly copy: Copy
  readonly step: Step
  readonly manifests: Manifests
  readonly installer: Installer
  /** The part of the RUN that moves up; undefined where a download is added instead. */
  readonly part: EarlyPart | undefined
  readonly folder: string
}

/** Finds the installs of a stage that stand below their sources without need; each below the one before. */
export function findInstallOrders(
  stage: StageFacts,
  context: RuleContext,
): readonly (InstallOrder | Stays)[] {
  const found: (InstallOrder | Stays)[] = []
  let last = -1
  for (const copy of stage.copies) {
    if (copy.step.index <= last) continue
    const order = findInstall(copy, stage, context)
    if (order === undefined) continue
    if (order === 'installed-before') break
    found.push(order)
    if ('stays' in order) break
    last = order.step.index
  }
  return found
}

/** The install that reads what `copy` brings. */
function findInstall(
  copy: Copy,
  stage: StageFacts,
  { facts, installs: calls }: RuleContext,
): InstallOrder | Stays | 'installed-before' | undefined {
  const folder = copy.destination
  const [path] = copy.paths
  if (folder === undefined || path === undefined || !isPlainCopy(copy)) return undefined
  for (const step of stage.steps.slice(copy.step.index + 1)) {
    if (step.instruction.keyword !== 'RUN') {
      if (canPass(copy, step) || bringsTool(step, stage, folder)) continue
      return undefined
    }
    const part = earlyPart(step, stage, folder, calls)
    const installs = part?.installs ?? []
    const site: InstallSite = {
      stage,
      step,
      project: facts.project,
      source: path.source,
      folder,
      installs,
    }
    const installer = installerOf(site, calls)
    const manifests = installer?.manifests?.(site)
    if (manifests !== undefined && 'stays' in manifests) return manifests
    const { files = [], nested = [], folders = [] } = manifests ?? {}
    const brought = [...files, ...nested, ...folders]
    const named = fileOfSources(part?.commands ?? [], site, brought)
    if (named !== undefined)
      return manifests === undefined
        ? undefined
        : { stays: `The sources stay above the install: it reads ${named}, which they bring.` }
    if (installer !== undefined && manifests !== undefined)
      return isInstalledBefore(copy, folder, manifests, { stage, calls })
        ? 'installed-before'
        : {
            stage,
            copy,
            step,
            manifests,
            installer,
            folder,
            part: installs.length === 0 ? undefined : part,
          }
    // A RUN that reads nothing of the project can stay above the sources, too.
    if (part === undefined || installs.length > 0 || entersSources(step, stage, folder))
      return undefined
  }
  return undefined
}

/** `RUN cd /client`, where only the COPY makes that folder. */
function entersSources(step: Step, { commands }: StageFacts, folder: string): boolean {
  return commands.some(({ step: own, name, args, cwd }) => {
    const [target = ''] = args
    const path = own === step && name === 'cd' ? resolvePath(cwd, target) : undefined
    return path !== undefined && isWithin(path, folder) && !(path === folder && cwd === folder)
  })
}

/** One folder of the context, copied as it is. */
function isPlainCopy({ sources, paths, from, chown, step }: Copy): boolean {
  const [path] = paths
  return (
    from === undefined &&
    sources.length === 1 &&
    paths.length === 1 &&
    path !== undefined &&
    path.isFolder &&
    /^[\w./@-]*$/.test(path.source) &&
    step.instruction.heredocs.length === 0 &&
    step.instruction.flags.every(({ name }) => /^(chown|chmod|link)$/.test(name)) &&
    !/[$\s]/.test(chown ?? '')
  )
}

/** A COPY from another image or stage to a place of its own: `COPY --from=composer:2 /usr/bin/composer /usr/bin/composer`. */
function bringsTool(step: Step, { copies }: StageFacts, folder: string): boolean {
  const own = copies.find((each) => each.step === step)
  const to = own?.from === undefined ? undefined : own.destination
  return to !== undefined && !isWithin(to, folder) && !isWithin(folder, to)
}

/** What can stand between the sources and the install without a say in either. */
function canPass(copy: Copy, { instruction }: Step): boolean {
  const to = copy.step.instruction.exec?.at(-1) ?? copy.step.instruction.words.at(-1)?.raw ?? ''
  switch (instruction.keyword) {
    case 'LABEL':
    case 'EXPOSE':
      return true
    case 'ENV':
    case 'ARG':
      return !to.includes('$')
    case 'WORKDIR':
      return to.startsWith('/')
    default:
      return false
  }
}

/** The one that all installs of a RUN are of, or whose packages a download can bring before its build. */
function installerOf(site: InstallSite, { installers, read }: Installs): Installer | undefined {
  const [first, ...others] = site.installs.map((command) => read(command)?.installer)
  if (site.installs.length === 0)
    return installers.find(({ download }) => download?.suits(site) === true)
  return others.every((installer) => installer === first) ? first : undefined
}

/** The author has thought of it: the manifests are there already, or were installed from. */
function isInstalledBefore(
  copy: Copy,
  folder: string,
  { files, nested = [] }: Manifests,
  { stage, calls }: { readonly stage: StageFacts; readonly calls: Installs },
): boolean {
  const isInstall = (command: Command) => needsOf(command, folder, calls) === 'manifests'
  if (stage.commands.some((command) => command.step.index < copy.step.index && isInstall(command)))
    return true
  const copies = stage.copies.filter(({ step }) => step.index < copy.step.index)
  const targets = copies.flatMap(({ paths }) => paths.map(({ target }) => target))
  if (
    [...files, ...nested].some((file) =>
      targets.includes(`${folder === '/' ? '' : folder}/${file}`),
    )
  )
    return true
  return lineage(stage)
    .slice(1)
    .some(({ commands }) => commands.some(isInstall))
}
