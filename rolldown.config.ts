import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { defineConfig, type Plugin } from 'rolldown'

// The program as it is published: some files that load quickly, and no package beside them but the parser of JavaScript, which is native code.

const grammars = path.dirname(createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm'))
const fileOf = (name: string) => readFileSync(path.join(grammars, name))

const parserOfGrammars = '\0tree-sitter'
const layoutOfHelp = '\0layout-of-help'

/** What yargs lays out its help with, which here is not printed by yargs: it takes half as long to load as Node itself. */
const withoutHelp: Plugin = {
  name: 'without-help',
  resolveId: (id, importer) =>
    id === 'cliui' || (id === 'string-width' && importer?.includes('yargs') === true)
      ? layoutOfHelp
      : undefined,
  load: (id) =>
    id === layoutOfHelp
      ? "export default () => { throw new Error('Help is not printed by yargs') }"
      : undefined,
}

/** Of the package of grammars, which has 22 MB, its parser as it is and those grammars that are read here. They lie beside the program. */
const ownGrammars: Plugin = {
  name: 'own-grammars',
  resolveId: (id) => (id === '@vscode/tree-sitter-wasm' ? parserOfGrammars : undefined),
  load: (id) => {
    if (id.endsWith(path.normalize('/readers/grammar-folder.ts')))
      return "import { fileURLToPath } from 'node:url'\nexport const grammarFolder = fileURLToPath(new URL('./', import.meta.url))"
    // Required: for an import Node would read all of it to find what it exports.
    return id === parserOfGrammars
      ? "import { createRequire } from 'node:module'\nexport default createRequire(import.meta.url)('./tree-sitter.cjs')"
      : undefined
  },
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
  plugins: [ownGrammars, withoutHelp],
  // One folder, so that files find each other by their names.
  output: {
    dir: 'dist/bundle',
    cleanDir: true,
    chunkFileNames: '[name].js',
    minify: 'dce-only',
    // To find files and to print, nothing of what reads projects is loaded.
    codeSplitting: {
      groups: [{ name: 'dockerfile-name', test: /src.project.dockerfile-name\.ts$/ }],
    },
  },
})
