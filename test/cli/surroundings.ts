import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { onTestFinished } from 'vitest'
import { type MigrateAll } from '../../src/cli/migrate/core/migrate-all.ts'
import { run } from '../../src/cli/run.ts'
import type { Surroundings } from '../../src/cli/migrate/surroundings.ts'
import { fakeMigrateAll } from './fake-core.ts'

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** A folder with these files that goes away after the test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'msb-test-')))
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true })
  })
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
  return root
}

export interface RunSettings {
  readonly cwd: string
  readonly stdin?: Readable
  readonly env?: Readonly<Record<string, string>>
  readonly terminal?: boolean
  readonly migrateAll?: MigrateAll
  readonly interrupt?: AbortSignal
  readonly columns?: number
  /** The clock, in milliseconds; one that stands still unless given. */
  readonly now?: () => number
}

/** Runs the program in this process, with the fake core unless another is given. */
export async function runHere(argv: readonly string[], settings: RunSettings): Promise<Ran> {
  const stdout = collector(settings.terminal === true)
  const stderr = collector(settings.terminal === true)
  const stdin = Object.assign(settings.stdin ?? Readable.from([]), {
    isTTY: settings.terminal === true,
  })
  const around: Surroundings = {
    stdin,
    stdout: Object.assign(stdout.stream, { columns: settings.columns }),
    stderr: stderr.stream,
    cwd: settings.cwd,
    env: { XDG_STATE_HOME: process.env['XDG_STATE_HOME'], ...settings.env },
    now: settings.now ?? (() => 0),
    interrupt: settings.interrupt ?? new AbortController().signal,
  }
  const code = await run(argv, around, settings.migrateAll ?? fakeMigrateAll)
  return { code, stdout: stdout.text(), stderr: stderr.text() }
}

function collector(isTTY: boolean): {
  readonly stream: PassThrough & { isTTY: boolean }
  readonly text: () => string
} {
  const chunks: string[] = []
  // Inquirer ends what it prints to, unless it is a standard stream.
  const stream = Object.assign(new PassThrough(), { isTTY, _isStdio: true })
  stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString('utf8')))
  return { stream, text: () => chunks.join('') }
}
