import {
  commandEvidence,
  type ComposerCommand,
  type Evidence,
  type Instruction,
  isWithin,
  outermost,
  placeOf,
  resolvePath,
} from '../../../src/transform.ts'
import { commandLeavings } from './command-leavings.ts'
import { evidenceIn, type ComposerManifest } from './manifest.ts'
import { pluginLeavings } from './plugins.ts'
import { isInstalling, type ComposerProject } from './project.ts'
import { scriptLeavings } from './script-leavings.ts'
import { scriptLinesOf } from './script-lines.ts'

/** Something that composer leaves in the image. */
export interface Made {
  /** Absolute. */
  readonly path: string
  readonly isFolder: boolean
  /** The last instruction that has a part in it. */
  readonly by: Instruction
  readonly evidence: readonly Evidence[]
  /** The side stage that has it; the builder unless said. */
  readonly from?: string
}

/** All that composer leaves of a project; a reason where that can't be told. */
export function composerLeavings(
  project: ComposerProject,
): readonly Made[] | { readonly why: string; readonly evidence: readonly Evidence[] } {
  const { commands, manifest, lock, folder, vendor } = project
  const install = commands.find(isInstalling)
  if (install === undefined && commands.length === 0) return []
  const last = commands.at(-1)
  if (last === undefined) return []
  const own = commandEvidence(last.command)
  if (manifest === undefined)
    return { why: `no composer.json for ${folder} is in the build context`, evidence: [own] }
  const creates = commands.find(({ name }) => name === 'create-project')
  if (creates !== undefined)
    return {
      why: `line ${creates.command.step.instruction.line} has composer make the project`,
      evidence: [commandEvidence(creates.command)],
    }
  const made: Made[] = [madeBy(vendor, true, last, [own])]
  const bin = resolvePath(folder, manifest.binDir)
  if (bin !== undefined && !isWithin(bin, vendor))
    made.push(madeBy(bin, true, last, [evidenceIn(manifest, 'config', 'bin-dir')]))
  const plugins = pluginLeavings(manifest, lock)
  if ('plugin' in plugins)
    return {
      why: `what the composer plugin ${plugins.plugin} writes is not known`,
      evidence: [evidenceIn(manifest, plugins.plugin)],
    }
  for (const { path, isFolder } of plugins)
    made.push(
      madeBy(resolvePath(folder, path) ?? path, isFolder, last, [evidenceIn(manifest, 'extra')]),
    )
  for (const command of commands) {
    const { name = '' } = command
    const left = manifest.scripts.has(name) ? [] : commandLeavings(name)
    if (left === undefined)
      return {
        why: `what \`composer ${name}\` writes is not known`,
        evidence: [commandEvidence(command.command)],
      }
    for (const { path, isFolder } of left)
      made.push(madeBy(resolvePath(folder, path) ?? path, isFolder, command, [own]))
    const [unsure] = lock === undefined ? ofInstallAlone(command, manifest) : []
    if (unsure !== undefined)
      return {
        why: `without composer.lock, it depends on composer whether \`${unsure.text}\` (${placeOf(unsure.evidence)}) runs`,
        evidence: [unsure.evidence],
      }
    for (const line of scriptLinesOf(command, manifest, lock !== undefined)) {
      const left = scriptLeavings(line, project)
      if (left === undefined)
        return {
          why: `what \`${line.text}\` (${placeOf(line.evidence)}) writes is not known`,
          evidence: [line.evidence],
        }
      for (const { path, isFolder } of left)
        made.push(madeBy(resolvePath(folder, path) ?? path, isFolder, command, [line.evidence]))
    }
  }
  return outermostMade(made)
}

/** The lines of scripts that an install runs by a lock file and not without: then it is an update, for most versions of composer. */
function ofInstallAlone(command: ComposerCommand, manifest: ComposerManifest) {
  const others = new Set(scriptLinesOf(command, manifest, false).map(({ text }) => text))
  return scriptLinesOf(command, manifest, true).filter(({ text }) => !others.has(text))
}

const madeBy = (
  path: string,
  isFolder: boolean,
  { command }: ComposerCommand,
  evidence: readonly Evidence[],
): Made => ({ path, isFolder, by: command.step.instruction, evidence })

/** Each path once, by what made it last; not what lies in another. */
export function outermostMade(all: readonly Made[]): readonly Made[] {
  const last = new Map(all.map((item) => [item.path, item]))
  return outermost(all).map((item) => last.get(item.path) ?? item)
}
