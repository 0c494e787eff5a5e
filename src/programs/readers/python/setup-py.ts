import { childrenOf, loadGrammar, nodesOf, withTree, type Node } from '../tree-sitter.ts'
import { partsOfString } from './string.ts'

const grammar = await loadGrammar('python')

/** What a setup.py hands to `setup`. */
export interface SetupScript {
  /** `install_requires`; undefined where it is no list of texts. */
  readonly requirements: readonly string[] | undefined
  /** The words that say that the project itself has a compiled part: `ext_modules`, `Extension(`; undefined where none does. */
  readonly compiledBy: string | undefined
}

const compiling: ReadonlySet<string> = new Set([
  'ext_modules',
  'cffi_modules',
  'rust_extensions',
  'ext_package',
  'libraries',
])

/** Reads a setup.py as far as it is written out; undefined where it calls no `setup`. https://setuptools.pypa.io/en/latest/references/keywords.html */
export function readSetupPy(source: string): SetupScript | undefined {
  return withTree(grammar, source, (root) => {
    const calls = nodesOf(root, ['call'])
    const call = calls.find((node) => isSetup(functionOf(node)))
    const list = call?.childForFieldName('arguments')
    if (list === null || list === undefined) return undefined
    const given = childrenOf(list)
    const values = new Map(
      given.flatMap((node): readonly [string, Node | null][] =>
        node.type === 'keyword_argument'
          ? [[node.childForFieldName('name')?.text ?? '', node.childForFieldName('value')]]
          : [],
      ),
    )
    const isOpen = given.some(({ type }) => type === 'dictionary_splat')
    const written = values.get('install_requires')
    return {
      requirements: isOpen ? undefined : written === undefined ? [] : textsOf(written, root),
      compiledBy:
        [...values.keys()].find((name) => compiling.has(name)) ??
        calls.map((node) => `${functionOf(node)}(`).find((text) => makesExtension.test(text)) ??
        nodesOf(root, ['import_from_statement'])
          .map(({ text }) => text)
          .find((text) => ofCMake.test(text)),
    }
  })
}

const functionOf = (call: Node) => call.childForFieldName('function')?.text ?? ''

const isSetup = (name: string) => /^((setuptools|distutils\.core|core|skbuild)\.)?setup$/.test(name)

/** `Extension(...)`, `cythonize('shop/*.pyx')`, be it for `setup(**options)`. https://setuptools.pypa.io/en/latest/userguide/ext_modules.html */
const makesExtension = /(^|\.)(\w*Extension|cythonize)\($/

/** Its `setup` builds with CMake: https://scikit-build.readthedocs.io/en/latest/usage.html */
const ofCMake = /^from\s+skbuild\b/

/** The texts of a list, or of a name that a list is given to once. */
function textsOf(node: Node | null, root: Node): readonly string[] | undefined {
  if (node?.type === 'identifier') return textsOf(valueOf(node.text, root), root)
  if (node?.type !== 'list' && node?.type !== 'tuple') return undefined
  const found: string[] = []
  for (const item of childrenOf(node)) {
    const [only, ...others] = item.type === 'string' ? partsOfString(item) : []
    if (typeof only !== 'string' || others.length > 0) return undefined
    found.push(only)
  }
  return found
}

function valueOf(name: string, root: Node): Node | null {
  const given = root
    .descendantsOfType(['assignment', 'augmented_assignment', 'call'])
    .filter((node) => isChange(node, name))
  const [only, ...others] = given
  const value = others.length === 0 ? (only?.childForFieldName('right') ?? null) : null
  return value?.type === 'identifier' ? null : value
}

/** `name = ...`, `name += ...`, `name.append(...)`. */
const isChange = (node: Node | null, name: string): boolean =>
  node?.type === 'call'
    ? node.childForFieldName('function')?.childForFieldName('object')?.text === name
    : node?.childForFieldName('left')?.text === name
