import { setTimeout as sleep } from 'node:timers/promises'
import type { Fixture } from '../fixture.ts'
import { askFpm } from './ask-fpm.ts'
import { ask, assetsOf, type Answer } from './ask.ts'
import { docker, inspectImage, label, stateOf } from './docker.ts'

/** What can be seen of an image from outside, once it runs. */
export interface Observation {
  readonly state: string
  /** By path. */
  readonly answers: Readonly<Record<string, Answer>>
  /** What HEALTHCHECK says in the end; undefined where there is none. */
  readonly health: string | undefined
  /** Standard output of a program that ends by itself. */
  readonly output: string | undefined
  /** Exit code and standard output of the fixture's commands, by command. */
  readonly commands: Readonly<Record<string, string>>
}

/** Starts an image, waits until it answers or ends, and tells what was seen and what it logged. */
export async function runImage(
  tag: string,
  { settings }: Fixture,
  network: string | undefined,
): Promise<{ readonly seen: Observation; readonly logs: string }> {
  const { Config } = await inspectImage(tag)
  const port = settings.port?.toString() ?? Object.keys(Config.ExposedPorts ?? {})[0]?.split('/')[0]
  const test = Config.Healthcheck?.Test?.[0]
  const hasHealthcheck = test !== undefined && test !== 'NONE'
  const container = tag.replace(/\W/g, '-')
  const started = await docker([
    ...['run', '--detach', '--name', container, '--label', label],
    ...(port === undefined ? [] : ['--publish', `127.0.0.1::${port}`]),
    ...Object.entries(settings.env ?? {}).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...(hasHealthcheck ? ['--health-interval=1s'] : []),
    ...(network === undefined ? [] : ['--network', network]),
    tag,
  ])
  try {
    if (!started.ok) return { seen: notStarted, logs: started.stderr }
    const deadline = Date.now() + (settings.wait ?? 60) * 1000
    const address = port === undefined ? undefined : await addressOf(container, port)
    const answers = await askAll(container, address, settings, deadline)
    const commands = await runCommands(tag, settings.commands ?? [])
    const health = hasHealthcheck ? await awaitHealth(container, deadline) : undefined
    const { Running, ExitCode } = await stateOf(container)
    const { stdout, stderr } = await docker(['logs', '--tail', '50', container])
    const state = Running ? 'running' : `exited ${ExitCode}`
    const output = Running ? undefined : stdout
    return { seen: { state, answers, health, output, commands }, logs: stdout + stderr }
  } finally {
    await docker(['rm', '--force', '--volumes', container])
  }
}

const notStarted: Observation = {
  state: 'not started',
  answers: {},
  health: undefined,
  output: undefined,
  commands: {},
}

/** Each in a container of its own, whatever the image starts otherwise. */
async function runCommands(
  tag: string,
  commands: readonly string[],
): Promise<Observation['commands']> {
  const said: Record<string, string> = {}
  for (const command of commands) {
    const shell = ['--entrypoint', 'sh', tag, '-c', `${command}; echo "exit code $?"`]
    said[command] = (await docker(['run', '--rm', '--label', label, ...shell])).stdout
  }
  return said
}

async function addressOf(container: string, port: string): Promise<string | undefined> {
  const { stdout } = await docker(['port', container, port])
  return stdout.split('\n')[0]?.trim()
}

/** The answers to every path, asked again and again until the program listens with all that is behind it, ends, or its time is over. */
async function askAll(
  container: string,
  address: string | undefined,
  { paths = [{ path: '/' }], follow = false, script }: Fixture['settings'],
  deadline: number,
): Promise<Readonly<Record<string, Answer>>> {
  let said: Readonly<Record<string, Answer>> = {}
  while (Date.now() < deadline && (await stateOf(container)).Running) {
    if (address !== undefined) {
      const answers = await Promise.all(
        paths.map(async (request) => {
          const answer =
            script === undefined ? ask(address, request) : askFpm(address, script, request)
          return [request.path, await answer] as const
        }),
      ).catch(() => undefined)
      if (answers !== undefined) {
        said = Object.fromEntries(answers)
        if (!answers.some(([, { status }]) => isStarting(status)))
          return follow ? { ...said, ...(await assetsOf(address, paths[0]?.path ?? '/')) } : said
      }
    }
    await sleep(500)
  }
  return said
}

/** A web server that is up before the program behind it. */
const isStarting = (status: number) => status === 502 || status === 503

async function awaitHealth(container: string, deadline: number): Promise<string | undefined> {
  for (;;) {
    const { Running, Health } = await stateOf(container)
    if (Health?.Status !== 'starting' || !Running || Date.now() > deadline) return Health?.Status
    await sleep(500)
  }
}
