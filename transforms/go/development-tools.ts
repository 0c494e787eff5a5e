import { baseName, type Process } from '../../src/transform.ts'
import { isGo } from './build-command.ts'

/** Programs that watch sources and build again, and debuggers: https://github.com/air-verse/air and its like. */
const developmentTools = new Set([
  'air',
  'realize',
  'fresh',
  'CompileDaemon',
  'compiledaemon',
  'reflex',
  'gin',
  'modd',
  'arelo',
  'dlv',
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

export function isDevelopmentTool(process: Process): boolean {
  return (
    (process.name !== undefined && developmentTools.has(baseName(process.name))) ||
    isGo(process, 'tool')
  )
}
