import type { Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { lineOfOffset, textOfLine } from '../../../dockerfile/line-of-offset.ts'
import type { ModuleGraph } from '../../../programs/module-graph.ts'
import { record, text } from '../../../project/formats/loose-data.ts'
import { manifestNear } from '../seen/package-needs.ts'

/** A package that the output of a compiler imports although no source names it. */
export interface CompiledImport {
  readonly name: string
  readonly cwd: string | undefined
  readonly evidence: Evidence
}

/** Helpers of Babel, and the words of its configuration that bring them in: https://babeljs.io/docs/babel-plugin-transform-runtime */
const ofBabel: readonly (readonly [word: RegExp, names: string])[] = [
  [/transform-runtime/, '@babel/runtime @babel/runtime-corejs2 @babel/runtime-corejs3'],
  [/useBuiltIns|corejs/, 'core-js core-js-pure regenerator-runtime'],
]

/**
 * What compilers import by themselves, as their configuration beside package.json says: tslib for `importHelpers`, react for
 * `"jsx": "react-jsx"`, helpers of Babel and SWC.
 */
export function compiledImports(
  { modules }: ModuleGraph,
  cwd: string | undefined,
  facts: Facts,
): readonly CompiledImport[] {
  const hasJsx = modules.some(({ path }) => /\.[jt]sx$/.test(path))
  const folder = manifestNear(cwd, facts)?.replace(/[^/]*$/, '')
  if (folder === undefined || modules.length === 0) return []
  const { project } = facts
  return project.list(folder.replace(/\/$/, '')).flatMap((file) => {
    const path = folder + file
    const found = /^tsconfig[\w.-]*\.json$/.test(file)
      ? ofTypeScript(project.json(path), hasJsx)
      : file === '.swcrc'
        ? ofSwc(project.json(path))
        : /^(\.babelrc(\.\w+)?|babel\.config\.\w+)$/.test(file)
          ? babelHelpers(project.read(path) ?? '')
          : []
    return found.map(({ name, word }) => ({ name, cwd, evidence: evidenceOf(path, word, facts) }))
  })
}

interface Helper {
  readonly name: string
  /** The setting that asks for it. */
  readonly word: string
}

/** https://www.typescriptlang.org/tsconfig/#importHelpers, https://www.typescriptlang.org/tsconfig/#jsxImportSource */
function ofTypeScript(json: unknown, hasJsx: boolean): readonly Helper[] {
  const options = record(record(json)['compilerOptions'])
  const isAutomatic = /^react-jsx(dev)?$/.test(text(options['jsx']) ?? '')
  return [
    ...(options['importHelpers'] === true ? [{ name: 'tslib', word: 'importHelpers' }] : []),
    ...(isAutomatic && hasJsx
      ? [{ name: text(options['jsxImportSource']) ?? 'react', word: '"jsx"' }]
      : []),
  ]
}

/** https://swc.rs/docs/configuration/compilation#jscexternalhelpers */
function ofSwc(json: unknown): readonly Helper[] {
  return record(record(json)['jsc'])['externalHelpers'] === true
    ? [{ name: '@swc/helpers', word: 'externalHelpers' }]
    : []
}

function babelHelpers(source: string): readonly Helper[] {
  return ofBabel.flatMap(([wanted, names]) => {
    const word = wanted.exec(source)?.[0]
    return word === undefined ? [] : names.split(' ').map((name) => ({ name, word }))
  })
}

function evidenceOf(path: string, word: string, { project }: Facts): Evidence {
  const source = project.read(path) ?? ''
  const at = Math.max(source.indexOf(word), 0)
  return { path, line: lineOfOffset(source, at), text: textOfLine(source, at) }
}
