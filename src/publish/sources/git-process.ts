import { spawn } from 'node:child_process'
import { ForgeError } from '../forge-error.ts'
import { withSettings } from './git-settings.ts'

/** Runs git on this machine. */
export interface Git {
  /**
   * Runs git in a folder; gives what it prints. Throws ForgeError: 'interrupted', or 'invalid' with git's own words, which hold no
   * credentials, for none stand in arguments or URLs.
   */
  readonly run: (
    folder: string,
    args: readonly string[],
    input?: string,
    variables?: Readonly<Record<string, string>>,
  ) => Promise<Buffer>
}

export interface GitSettings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly interrupt: AbortSignal
  /** The value of an Authorization header, and the scheme and host it is for. */
  readonly authorization?: { readonly origin: string; readonly value: string } | undefined
}

/** Nothing that a repository's or a user's configuration names is started: no hooks, monitors, or editors. */
const safe = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.quotePath=false',
  'protocol.ext.allow=never',
  'gc.auto=0',
  'maintenance.auto=false',
  'advice.detachedHead=false',
]

/** Milliseconds after which an unanswered transfer ends, in git's own terms: under 1 kB a second for a minute. */
const slowness = { GIT_HTTP_LOW_SPEED_LIMIT: '1000', GIT_HTTP_LOW_SPEED_TIME: '60' }

export function createGit({ env, interrupt, authorization }: GitSettings): Git {
  const settings = [...safe, 'http.followRedirects=initial']
  const given = { ...env, ...slowness, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' }
  // By the environment: arguments can be read by everybody on the machine.
  const secret = authorization && [
    [`http.${authorization.origin}/.extraHeader`, `Authorization: ${authorization.value}`] as const,
    ['credential.helper', ''] as const,
  ]
  const configured = settings.flatMap((setting) => ['-c', setting])
  return {
    run: (folder, args, input, variables) =>
      new Promise((done, fail) => {
        if (interrupt.aborted) return fail(new ForgeError('interrupted', 'Interrupted.'))
        const child = spawn('git', [...configured, ...args], {
          cwd: folder,
          env: { ...withSettings(given, secret ?? []), ...variables },
          signal: interrupt,
          stdio: ['pipe', 'pipe', 'pipe'],
        })
        const out: Buffer[] = []
        const complaints: Buffer[] = []
        child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
        child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk))
        child.stdin.on('error', () => undefined)
        child.stdin.end(input ?? '')
        child.on('error', (error) => {
          fail(interrupt.aborted ? new ForgeError('interrupted', 'Interrupted.') : noGit(error))
        })
        child.on('close', (code) => {
          if (code === 0) return done(Buffer.concat(out))
          fail(problemOf(Buffer.concat(complaints).toString(), args[0] ?? ''))
        })
      }),
  }
}

function noGit(error: Error): ForgeError {
  const isMissing = 'code' in error && error.code === 'ENOENT'
  return new ForgeError('invalid', isMissing ? 'git is not installed.' : `git: ${error.message}`)
}

/** What git says, as a problem of the host. */
function problemOf(words: string, verb: string): ForgeError {
  const line = words.trim().split('\n').at(-1) ?? ''
  const message = `git ${verb}: ${line === '' ? 'it failed without a word' : line}`
  if (/stale info|fetch first|non-fast-forward|\[rejected\]|cannot lock ref/.test(words))
    return new ForgeError('moved', message)
  if (/could not read Username|Authentication failed|HTTP 401|returned error: 401/.test(words))
    return new ForgeError('unauthorized', message)
  if (/returned error: 403|denied/i.test(words)) return new ForgeError('forbidden', message)
  if (/not found/i.test(words)) return new ForgeError('not-found', message)
  if (/Could not resolve|Failed to connect|unable to access|timed out/.test(words))
    return new ForgeError('unreachable', message)
  return new ForgeError('invalid', message)
}
