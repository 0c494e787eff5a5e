import { lineEvidence } from '../../../facts/evidence.ts'
import type { Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { isWithin, resolvePath } from '../../../facts/image-path.ts'
import type { ModuleGraph } from '../../../programs/module-graph.ts'
import { usagesOf } from '../../uses/image-demands.ts'
import { needAt, type FileNeed } from '../seen/file-need.ts'

/**
 * The files of the context that ENV and whoever runs the image name: `ENV GOOGLE_APPLICATION_CREDENTIALS=/app/key.json`,
 * `NODE_CONFIG_DIR=./settings`, compose's `TEMPLATES: ./tpl`. Whoever reads the variable may be a package.
 */
export function settingNeeds(facts: Facts, graphs: readonly ModuleGraph[]): readonly FileNeed[] {
  const { workdir } = facts.final.end
  const modules = graphs.flatMap((graph) => graph.modules.map(({ path }) => path))
  return [...ofEnv(facts), ...ofUsages(facts)].flatMap(({ value, evidence }) => {
    const path = looksLikePath(value) ? resolvePath(workdir, value) : undefined
    if (path === undefined || isWithin(workdir ?? '/', path)) return []
    const need = needAt(path, evidence, facts)
    const { contextPath } = need ?? {}
    // A folder of sources that are built, or that come along by themselves.
    const isOfProgram =
      need?.isFolder === true &&
      modules.some((module) => isWithin(module, contextPath ?? facts.contextPath(path) ?? module))
    return need === undefined || isOfProgram ? [] : [need]
  })
}

interface Setting {
  readonly value: string
  readonly evidence: Evidence
}

/** Variables that the file sets itself; those of the base image name what that has. */
function ofEnv({ final }: Facts): readonly Setting[] {
  const lines = final.stage.instructions.filter(({ keyword }) => keyword === 'ENV')
  return [...final.config.Env].flatMap(([name, value]) => {
    const line = lines.findLast(({ text }) => text.includes(name))
    return line === undefined ? [] : [{ value, evidence: lineEvidence(line) }]
  })
}

function ofUsages(facts: Facts): readonly Setting[] {
  return usagesOf(facts).flatMap(({ path: file, line, settings, envFiles }) => [
    ...[...settings].map(([name, value]) => ({
      value,
      evidence: { path: file, line, text: name },
    })),
    ...envFiles.flatMap((each) =>
      [...each.settings].map(([name, value]) => ({
        value,
        evidence: { path: each.path, line: undefined, text: name },
      })),
    ),
  ])
}

/** One path, with a slash or an ending; no list of them, no URL. */
const looksLikePath = (value: string) =>
  value.length < 200 && /[/.]/.test(value) && !/[\s:,;$*?]/.test(value) && !/^[\d.]+$/.test(value)
