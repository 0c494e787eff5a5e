import { createCore } from './migrate/core/create-core.ts'
import { readVersion } from './version.ts'

/** The program as a process; `argv` without Node and the script. */
async function main(argv: readonly string[]): Promise<void> {
  const interrupt = new AbortController()
  // Once only: a second Ctrl-C ends the process at once.
  process.once('SIGINT', () => {
    interrupt.abort()
  })
  const core = createCore(interrupt.signal)
  // It loads while this process reads its options and finds the files.
  if (!argv.some((word) => /^(-h|--help|--version|pr|undo|completion)$/.test(word))) core.prepare()

  const { run } = await import('./run.ts')
  process.exitCode = await run(
    argv,
    {
      stdin: process.stdin,
      stdout: process.stdout,
      stderr: process.stderr,
      cwd: process.cwd(),
      env: process.env,
      now: () => performance.now(),
      interrupt: interrupt.signal,
    },
    core.migrateAll,
  )
  core.end()
}

const argv = process.argv.slice(2)
// Alone, it needs nothing that reads options.
if (argv.length === 1 && argv[0] === '--version') process.stdout.write(`${readVersion()}\n`)
else await main(argv)
