import { spawn } from 'node:child_process'
import type { Smoke } from '../../verification/observation.ts'

/** What a command of --smoke finds in its environment. */
export interface SmokeTarget {
  readonly half: 'before' | 'after'
  readonly image: string
  readonly container: string
  /** `http://127.0.0.1:49153`; undefined where nothing answers. */
  readonly url: string | undefined
  /** This machine's ports by the container's. */
  readonly published: ReadonlyMap<number, number>
  /** The container's port that `url` leads to. */
  readonly port: number | undefined
}

/** Lines of output that are kept. */
const mostLines = 20

/**
 * Runs the user's own command on this machine, through its shell, as they wrote it (`sh -c`; on Windows `cmd /c`). Undefined is the exit
 * code of one that was stopped after `timeout` seconds or by an interrupt. Never throws.
 */
export function runSmoke(
  command: string,
  target: SmokeTarget,
  env: Readonly<Record<string, string | undefined>>,
  timeout: number,
  interrupt: AbortSignal,
): Promise<Smoke> {
  const child = spawn(command, {
    shell: true,
    env: { ...env, ...smokeEnvironment(target) },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    timeout: timeout * 1000,
    signal: interrupt,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => {
      said = (said + text).slice(-64 * 1024)
    })
  }
  return new Promise((resolve) => {
    let problem = ''
    const finish = (code: number | null): void => {
      const lines = `${said}${problem}`.trimEnd().split('\n')
      resolve({
        exitCode: code ?? undefined,
        output: lines.slice(-mostLines).filter((line) => line !== ''),
      })
    }
    child.on('error', (error) => {
      problem = `\n${error.message}`
    })
    child.on('exit', (code) => {
      // What it started may live on and keep the streams open.
      child.stdout.destroy()
      child.stderr.destroy()
      finish(code)
    })
    child.on('close', finish)
  })
}

/** Names are documented at --smoke. */
export function smokeEnvironment(target: SmokeTarget): Readonly<Record<string, string>> {
  const { half, image, container, url, published, port } = target
  const main = port === undefined ? undefined : published.get(port)
  return {
    SMOKE_HALF: half,
    SMOKE_IMAGE: image,
    SMOKE_CONTAINER: container,
    ...(url === undefined ? {} : { SMOKE_URL: url }),
    ...(main === undefined ? {} : { SMOKE_HOST: '127.0.0.1', SMOKE_PORT: String(main) }),
    ...Object.fromEntries(
      [...published].map(([inside, outside]) => [`SMOKE_PORT_${inside}`, String(outside)]),
    ),
  }
}
