import { baseName, type Process } from '../../../src/transform.ts'
import { isGo } from '../builds/build-command.ts'

/** Programs that build again whenever a source changes: https://github.com/air-verse/air and its like. */
const watchers = new Set([
  'air',
  'realize',
  'fresh',
  'CompileDaemon',
  'compiledaemon',
  'reflex',
  'gin',
  'modd',
  'arelo',
  'watcher',
  'gow',
  'wgo',
  'nodemon',
  'bee',
  'revel',
  'entr',
  'gaper',
  'godo',
])

/** What a development tool does; undefined for other programs. */
export function whatItDoes(process: Process): string | undefined {
  const name = baseName(process.name ?? '')
  if (watchers.has(name)) return 'which rebuilds the program whenever a source file changes'
  return name === 'dlv' || isGo(process, 'tool') ? 'a debugger' : undefined
}
