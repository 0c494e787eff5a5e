import { existsSync } from 'node:fs'
import { dirname, isAbsolute, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ecosystems, rules } from '../../../../transforms/index.ts'
import type { Ecosystem } from '../../../plan/ecosystem.ts'
import type { Tooling } from '../../../plan/tooling.ts'
import { splitRule } from '../../../plan/rule-names.ts'
import type { Config, ConfigFault } from '../../../project/config/read-config.ts'
import { defaultExport } from '../../load-module.ts'
import { careful, readEcosystem } from './own-ecosystem.ts'

/** A transform of one's own, and the module that it is of. */
export interface OwnTransform {
  readonly ecosystem: Ecosystem
  /** As the configuration names it. */
  readonly module: string
  /** Where it does. */
  readonly at: { readonly path: string; readonly line: number | undefined }
}

/** All ecosystems, in the order they are asked: one's own first, as their authors know their files. */
export const withOwn = (own: readonly OwnTransform[] = []): readonly Tooling[] => [
  ...own.map(({ ecosystem }) => ecosystem),
  ...ecosystems,
]

/** A transform of one's own fails while it is asked. */
export class TransformError extends Error {
  override readonly name = 'TransformError'
  readonly fault: ConfigFault

  constructor(fault: ConfigFault, cause?: unknown) {
    super(fault.reason, { cause })
    this.fault = fault
  }
}

/**
 * Runs the modules that a configuration lists under `transforms`, and gives their ecosystems. Only for a configuration that a person named:
 * what lies in a repository is not run because of that.
 */
export async function loadTransforms(
  config: Config,
): Promise<readonly OwnTransform[] | ConfigFault> {
  const { path, data, lineOf } = config
  const all: OwnTransform[] = []
  for (const [i, module] of (data.transforms ?? []).entries()) {
    const line = lineOf(['transforms', i])
    const fault = (reason: string): ConfigFault => ({
      ...{ kind: 'fault', path, line },
      reason: `transforms: ${module}: ${reason}`,
    })
    const ecosystem = await ecosystemOf(module, dirname(path))
    if (typeof ecosystem === 'string') return fault(ecosystem)
    const { name } = ecosystem
    const other = all.find((each) => each.ecosystem.name === name)
    if (other !== undefined) return fault(`${other.module} is named "${name}", too`)
    if (taken.has(name)) return fault(`there is a transform "${name}" already`)
    all.push({
      ...{ module, at: { path, line } },
      ecosystem: careful(ecosystem, (reason, cause) => new TransformError(fault(reason), cause)),
    })
  }
  return all
}

const taken = new Set([...ecosystems, ...rules].map(({ name }) => name)).add(splitRule)

/** The ecosystem of a module, or a clause that says why there is none. */
async function ecosystemOf(module: string, folder: string): Promise<Ecosystem | string> {
  try {
    return readEcosystem(await defaultExport(await fileOf(module, folder)))
  } catch (error) {
    return `it can't be loaded: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** A path begins as one; all else is a package, found as Node finds it from the folder of the configuration. Throws an Error with a clause. */
async function fileOf(module: string, folder: string): Promise<string> {
  if (module.startsWith('file:')) return fileURLToPath(module)
  if (isAbsolute(module) || /^\.\.?[/\\]/.test(module)) return resolve(folder, module)
  // Node itself resolves from the module that asks alone, which is this one.
  const { default: enhancedResolve } = await import('enhanced-resolve')
  const find = enhancedResolve.create.sync({ conditionNames: ['node', 'import'] })
  try {
    const found = find(folder, module)
    if (found !== false) return found
  } catch (error) {
    if (!existsSync(resolve(folder, module))) throw error
  }
  throw new Error(`it is no package; a file is named ./${module}`)
}
