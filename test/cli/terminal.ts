import pty from '@lydell/node-pty'
import xterm from '@xterm/headless'
import { program } from '../built-program.ts'

/** The built program on a terminal of its own, which is looked at and typed into as a person does. */
export interface TerminalSession {
  /** What stands on the screen, without blank lines at its end. */
  readonly screen: () => string
  /** Waits until the screen shows something; fails after a while, and says what it shows. */
  readonly shows: (text: string | RegExp) => Promise<string>
  readonly type: (keys: string) => void
  readonly resize: (columns: number, rows: number) => void
  readonly signal: (signal: string) => void
  /** The exit code, when it has ended. */
  readonly ended: Promise<number>
}

export function openTerminal(
  argv: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  size: readonly [number, number] = [80, 24],
): TerminalSession {
  return openProgram([process.execPath, program, ...argv], cwd, env, size)
}

/** Any program on a terminal of its own: a shell, to stop the program and let it go on. */
export function openProgram(
  [file = '', ...argv]: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  [columns, rows]: readonly [number, number] = [80, 24],
): TerminalSession {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(CI|NO_COLOR|FORCE_COLOR)$/.test(name),
  )
  const child = pty.spawn(file, argv, {
    ...{ cwd, cols: columns, rows, name: env['TERM'] ?? 'xterm-256color' },
    env: { ...Object.fromEntries(inherited), LANG: 'C.UTF-8', ...env },
  })
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true })
  child.onData((data) => {
    terminal.write(data)
  })
  const ended = new Promise<number>((resolve) => {
    child.onExit(({ exitCode }) => {
      resolve(exitCode)
    })
  })
  const screen = (): string => {
    const { active } = terminal.buffer
    const lines = Array.from({ length: terminal.rows }, (_, i) =>
      (active.getLine(active.viewportY + i)?.translateToString(true) ?? '').trimEnd(),
    )
    return lines.join('\n').trimEnd()
  }
  const shows = async (text: string | RegExp): Promise<string> => {
    for (let i = 0; i < 300; i++) {
      const now = screen()
      if (typeof text === 'string' ? now.includes(text) : text.test(now)) return now
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`the screen does not show ${String(text)}, but:\n${screen()}`)
  }
  return {
    ...{ screen, shows, ended },
    type: (keys) => {
      child.write(keys)
    },
    resize: (cols, lines) => {
      terminal.resize(cols, lines)
      child.resize(cols, lines)
    },
    signal: (signal) => {
      child.kill(signal)
    },
  }
}
