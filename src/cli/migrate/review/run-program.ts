import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * Starts what `$EDITOR` or `$PAGER` says, words of its own included, on this terminal, and waits for its end. Gives its exit code; null where it
 * was not there or was killed. Ctrl-C is the program's while it runs.
 */
export async function runProgram(
  command: string,
  words: readonly string[],
  more: {
    readonly input?: string
    readonly env?: Readonly<Record<string, string | undefined>>
  } = {},
): Promise<number | null> {
  const listeners = process.rawListeners('SIGINT')
  const hold = (): void => undefined
  process.removeAllListeners('SIGINT')
  process.on('SIGINT', hold)
  try {
    // As git does it: https://git-scm.com/docs/git-var#Documentation/git-var.txt-GITEDITOR
    const child = spawn('sh', ['-c', `${command} "$@"`, command, ...words], {
      stdio: [more.input === undefined ? 'inherit' : 'pipe', 'inherit', 'inherit'],
      env: more.env ?? process.env,
    })
    // Who leaves a pager early has read enough.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(more.input)
    const ended: readonly unknown[] = await once(child, 'exit')
    const [code] = ended
    return typeof code === 'number' ? code : null
  } catch {
    return null
  } finally {
    process.removeListener('SIGINT', hold)
    for (const listener of listeners)
      process.on('SIGINT', () => {
        Reflect.apply(listener, process, ['SIGINT'])
      })
  }
}
