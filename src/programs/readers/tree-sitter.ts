import treeSitter, { type Node } from '@vscode/tree-sitter-wasm'
import { createRequire } from 'node:module'
import { posix } from 'node:path'

export type { Node } from '@vscode/tree-sitter-wasm'

const { Language, Parser } = treeSitter
const require = createRequire(import.meta.url)
const main = require.resolve('@vscode/tree-sitter-wasm')

// 25 ms, once. The parser is loaded before anything asks for it, so that reading a source needs no waiting.
await Parser.init()

/** Loads a grammar of the package: 'go', 'php'. */
export function loadGrammar(name: string): Promise<treeSitter.Language> {
  return Language.load(posix.join(posix.dirname(main), `tree-sitter-${name}.wasm`))
}

/**
 * Brackets in brackets that no program has. The parser gives up memory that is not its own on texts that are broken and nest 10,000 deep, and
 * can't be used again then.
 */
const deepest = 5000

/** Parses a text, hands its root on, and frees the tree; nodes must not be kept. Trees of texts with errors have nodes of type ERROR. Undefined for texts that no parser should be given. */
export function withTree<T>(
  grammar: treeSitter.Language,
  text: string,
  read: (root: Node) => T,
): T | undefined {
  if (depthOf(text) > deepest) return undefined
  const parser = new Parser()
  try {
    parser.setLanguage(grammar)
    const tree = parser.parse(text)
    if (tree === null) return undefined
    try {
      return read(tree.rootNode)
    } finally {
      tree.delete()
    }
  } finally {
    parser.delete()
  }
}

/** How deep brackets nest, those in strings and comments counted too. */
function depthOf(text: string): number {
  let depth = 0
  let most = 0
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]
    if (sign === '(' || sign === '[' || sign === '{') most = Math.max(most, ++depth)
    else if (depth > 0 && (sign === ')' || sign === ']' || sign === '}')) depth--
  }
  return most
}

/** The parts of a node that the grammar names; comments, and texts between, are none. */
export function childrenOf(node: Node): readonly Node[] {
  return node.namedChildren.flatMap((child) => (child === null || child.isExtra ? [] : [child]))
}

/** Every node of some types, in the order of the text, those inside of others included. They are looked for outside of JavaScript, at once; ERROR has to be asked for alone. */
export function nodesOf(root: Node, types: readonly string[]): readonly Node[] {
  return root.descendantsOfType([...types]).filter((node) => node !== null)
}
