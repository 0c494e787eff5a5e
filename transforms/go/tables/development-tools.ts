import { baseName, type Command, type Purpose, isGo } from '../../../src/transform.ts'

/** Programs that build again whenever a source changes: https://github.com/air-verse/air and its like. */
const watchers = new Set(
  'air realize fresh CompileDaemon compiledaemon reflex gin modd arelo watcher gow wgo nodemon bee revel entr gaper godo'.split(
    ' ',
  ),
)

/** What the start of a test, a watcher or a debugger says of the image; undefined for a program. */
export function purposeOf(command: Command): Purpose | undefined {
  const name = baseName(command.name ?? '')
  if (isGo(command, 'test')) return { kind: 'tests', what: 'the tests' }
  if (watchers.has(name))
    return {
      kind: 'development',
      what: `${name}, which rebuilds the program whenever a source file changes`,
    }
  return name === 'dlv' || isGo(command, 'tool')
    ? { kind: 'development', what: `${name}, a debugger` }
    : undefined
}
