import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { defineConfig, type Plugin } from 'rolldown'

// The program as it is published: some files that load quickly, and no package beside them but the parser of JavaScript, which is native code.

const grammars = path.dirname(createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm'))
const fileOf = (name: string) => readFileSync(path.join(grammars, name))

/** Of the package of grammars, which has 22 MB, its parser as it is and those grammars that are read here. They lie beside the program. */
const ownGrammars: Plugin = {
  name: 'own-grammars',
  resolveId: (id) =>
    id === '@vscode/tree-sitter-wasm'
      ? { id: './tree-sitter.cjs', external: 'relative' }
      : undefined,
  load: (id) =>
    id.endsWith(path.normalize('/readers/grammar-folder.ts'))
      ? "import { fileURLToPath } from 'node:url'\nexport const grammarFolder = fileURLToPath(new URL('./', import.meta.url))"
      : undefined,
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'tree-sitter.cjs', source: fileOf('tree-sitter.js') })
    for (const fileName of [
      'tree-sitter.wasm',
      'tree-sitter-go.wasm',
      'tree-sitter-php.wasm',
      'tree-sitter-python.wasm',
    ])
      this.emitFile({ type: 'asset', fileName, source: fileOf(fileName) })
  },
}

export default defineConfig({
  input: {
    main: 'src/cli/main.ts',
    'core-process': 'src/cli/migrate/core/core-process.ts',
    index: 'src/index.ts',
  },
  platform: 'node',
  external: ['oxc-parser'],
  plugins: [ownGrammars],
  // One folder, so that files find each other by their names.
  output: { dir: 'dist/bundle', cleanDir: true, chunkFileNames: '[name].js', minify: 'dce-only' },
})
