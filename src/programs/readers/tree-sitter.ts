import treeSitter, { type Node } from '@vscode/tree-sitter-wasm'
import path from 'node:path'
import { grammarFolder } from './grammar-folder.ts'
import type { Span } from './missed-paths.ts'

export type { Node } from '@vscode/tree-sitter-wasm'

const { Language, Parser } = treeSitter

// 25 ms, once. The parser is loaded before anything asks for it, so that reading a source needs no waiting.
await Parser.init({ locateFile: (name: string) => path.join(grammarFolder, name) })

/** Loads a grammar of the package: 'go', 'php'. */
export function loadGrammar(name: string): Promise<treeSitter.Language> {
  return Language.load(path.join(grammarFolder, `tree-sitter-${name}.wasm`))
}

/** No program nests brackets so deep. On broken texts that nest some 10,000 deep the parser corrupts its memory, and every later text fails. */
const deepest = 5000

/**
 * Parses a text, hands its root to `read`, and frees the tree: nodes must not be kept. A text with errors has nodes of type ERROR. Undefined
 * for a text that nests too deep to be parsed.
 */
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

/** Every node of some types, in the order of the text, nested ones included. One call into WebAssembly finds them all. ERROR has to be asked for alone. */
export function nodesOf(root: Node, types: readonly string[]): readonly Node[] {
  return root.descendantsOfType([...types]).filter((node) => node !== null)
}

/** Where a node stands in the text. */
export const spanOf = ({ startIndex, endIndex }: Node): Span => ({
  start: startIndex,
  end: endIndex,
})
