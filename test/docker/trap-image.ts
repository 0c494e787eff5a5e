import { mkdtempSync, rmSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Trap } from '../careless/trap.ts'
import { docker, label, stateOf } from './docker.ts'

/** Runs the image of a trap as its settings say: 'works', or what was seen instead. */
export async function seenOf(tag: string, { shows, name }: Trap): Promise<string> {
  const socket = shows.rootSocket === undefined ? undefined : await openSocket()
  const options = [
    ...Object.entries(shows.env ?? {}).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
    ...(shows.volumes ?? []).flatMap((folder) => ['--volume', folder]),
    ...(shows.rootFolders ?? []).flatMap((folder) => ['--tmpfs', `${folder}:mode=0755`]),
    ...(socket === undefined ? [] : ['--volume', `${socket.path}:${shows.rootSocket}`]),
  ]
  try {
    return shows.ask === undefined && shows.health === undefined
      ? await saidBy(tag, shows, options)
      : await answered(tag, shows, options, `${name}-${process.pid}`)
  } finally {
    socket?.close()
  }
}

async function saidBy(
  tag: string,
  { command: [program, ...args] = [], expect: wanted = '' }: Trap['shows'],
  options: readonly string[],
): Promise<string> {
  const entry = program === undefined ? [] : ['--entrypoint', program]
  const ran = await docker(['run', '--rm', '--label', label, ...options, ...entry, tag, ...args])
  return ran.stdout.includes(wanted) ? 'works' : ran.stdout + ran.stderr
}

async function answered(
  tag: string,
  shows: Trap['shows'],
  options: readonly string[],
  container: string,
): Promise<string> {
  const publish = shows.port === undefined ? [] : ['--publish', `127.0.0.1::${shows.port}`]
  const always = ['--detach', '--name', container, '--label', label, '--health-interval=1s']
  await docker(['run', ...always, ...publish, ...options, tag])
  try {
    let last = 'does not start'
    for (let tries = 0; tries < 40; tries++) {
      await sleep(500)
      const state = await stateOf(container).catch(() => undefined)
      if (state?.Running !== true) break
      last =
        shows.health === undefined
          ? await answer(container, shows)
          : state.Health?.Status === shows.health
            ? 'works'
            : (state.Health?.Status ?? 'none')
      if (last === 'works' || /^\d/.test(last) || last === 'unhealthy') return last
    }
    const { stdout, stderr } = await docker(['logs', '--tail', '20', container])
    return `${last}: ${stdout}${stderr}`
  } finally {
    await docker(['rm', '--force', '--volumes', container])
  }
}

async function answer(container: string, shows: Trap['shows']): Promise<string> {
  const { stdout } = await docker(['port', container, String(shows.port)])
  const address = stdout.split('\n')[0]?.trim() ?? ''
  try {
    const response = await fetch(new URL(shows.ask ?? '/', `http://${address}`))
    const text = await response.text()
    // What is made at the start may need a moment.
    if (text === 'nothing yet') return text
    const type = response.headers.get('content-type') ?? ''
    return text.includes(shows.expect ?? '') && type.includes(shows.type ?? '')
      ? 'works'
      : `${response.status} ${type} ${text}`
  } catch {
    return 'does not answer'
  }
}

/** A socket that only its owner may open, as Docker's; whoever asks there is told that it is open. */
async function openSocket() {
  const folder = mkdtempSync(path.join(tmpdir(), 'msb-migrate-socket-'))
  const file = path.join(folder, 'root.sock')
  const server = createServer((_, response) => response.end('open')).listen(file)
  await once(server, 'listening')
  await chmod(file, 0o600)
  const close = () => {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { path: file, close }
}
