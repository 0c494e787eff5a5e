import { run } from './run.ts'

const interrupt = new AbortController()
// Once only: a second Ctrl-C ends the process at once.
process.once('SIGINT', () => {
  interrupt.abort()
})

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
  now: () => performance.now(),
  interrupt: interrupt.signal,
})
