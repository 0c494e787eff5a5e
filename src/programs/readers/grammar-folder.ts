import { createRequire } from 'node:module'
import path from 'node:path'

/** The folder of the parser and its grammars, `tree-sitter-go.wasm` and the like. The bundled program has its own: rolldown.config.ts. */
export const grammarFolder = path.dirname(
  createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm'),
)
