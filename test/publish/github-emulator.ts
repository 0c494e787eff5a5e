import { createServer, type AddressInfo } from 'node:net'
import { createEmulator } from 'emulate'
import type { Answer, Received } from './faulty-proxy.ts'

export interface Account {
  readonly login: string
  readonly token: string
}

/** A call to the emulator itself, past what stands before it. */
export type Call = <T>(method: string, path: string, body?: unknown) => Promise<T>

/** GitHub's API as npm `emulate` has it: everything in memory, objects with git's own ids. */
export interface GithubEmulator {
  readonly pass: (request: Received) => Promise<Answer>
  readonly as: (account: Account) => Call
  readonly stop: () => Promise<void>
}

/** `publicUrl`: what the emulator calls itself in its answers. */
export async function startEmulator(
  publicUrl: () => string,
  accounts: readonly Account[],
): Promise<GithubEmulator> {
  const port = await freePort()
  const emulator = await createEmulator({
    service: 'github',
    port,
    baseUrl: publicUrl(),
    seed: {
      tokens: Object.fromEntries(accounts.map(({ login, token }) => [token, { login }])),
      github: { users: accounts.map(({ login }) => ({ login, email: `${login}@example.org` })) },
    },
  })
  const url = `http://localhost:${port}`
  return {
    pass: async ({ method, url: path, headers, body }) => {
      const { authorization, 'content-type': type, accept } = headers
      const response = await fetch(url + path, {
        method,
        headers: {
          ...(authorization === undefined ? {} : { authorization }),
          ...(type === undefined ? {} : { 'content-type': type }),
          ...(accept === undefined ? {} : { accept }),
        },
        ...(body.length === 0 ? {} : { body }),
      })
      const names = new Set(['content-type', 'link'])
      const kept = [...response.headers].filter(([name]) => names.has(name))
      const bytes = Buffer.from(await response.arrayBuffer())
      return { status: response.status, headers: Object.fromEntries(kept), body: bytes }
    },
    as:
      ({ token }) =>
      async <T>(method: string, path: string, body?: unknown) => {
        const response = await fetch(url + path, {
          method,
          headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        })
        const text = await response.text()
        if (!response.ok) throw new EmulatorError(method, path, response.status, text)
        return (text === '' ? undefined : JSON.parse(text)) as T
      },
    stop: () => emulator.close(),
  }
}

export class EmulatorError extends Error {
  readonly status: number
  constructor(method: string, path: string, status: number, text: string) {
    super(`${method} ${path}: ${status} ${text}`)
    this.status = status
  }
}

/** Undefined where there is no such thing. */
export async function orMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof EmulatorError && error.status === 404) return undefined
    throw error
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.on('error', fail)
    server.listen(0, () => {
      const { port } = server.address() as AddressInfo
      server.close(() => {
        done(port)
      })
    })
  })
}
