import type { MigrateAll } from './migrate/core/migrate-all.ts'
import { parseArguments } from './parse-arguments.ts'
import { payloadToStream } from './payload.ts'
import type { Surroundings } from './migrate/surroundings.ts'
import { shownText } from '../report/paint.ts'
import { UsageError } from './usage-error.ts'

/**
 * The whole program: takes the command line without node and script, gives the exit code. Everything but help and bad usage is loaded
 * when it is needed. `migrateAll` can stand in for the core in tests.
 */
export async function run(
  argv: readonly string[],
  around: Surroundings,
  migrateAll?: MigrateAll,
): Promise<number> {
  // Nobody hears what is said there: no reason to stop.
  around.stderr.on('error', () => undefined)
  try {
    const request = await parseArguments(argv, around.stdout.columns)
    if (request.kind === 'print') {
      await payloadToStream(around.stdout).write(request.text)
      return 0
    }
    if (request.options.command === 'mcp') {
      if (request.options.paths.length > 0)
        throw new UsageError('mcp takes no paths; it serves the folder that it is started in')
      const { serveMcp } = await import('./mcp/serve-mcp.ts')
      const { allowWrite, config, configFile } = request.options
      // What is wrong with it is said at once, not to the agent.
      if (configFile !== undefined)
        await (await import('./named-config.ts')).readNamedConfig(configFile, around.cwd)
      const words = configFile === undefined ? [] : [`--config=${configFile}`]
      if (config === 'none') words.push('--no-config')
      return await serveMcp(around, allowWrite, (argv, inner) =>
        run([...words, ...argv], inner, migrateAll),
      )
    }
    const { runOptions } = await import('./run-options.ts')
    return await runOptions(request.options, around, migrateAll)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    around.stderr.write(`msb-migrate: ${shownText(error.message)}\n`)
    return 2
  }
}
