import { execFile } from 'node:child_process'
import { z } from 'zod'

/** What a docker command said. */
export interface Ran {
  readonly ok: boolean
  readonly stdout: string
  readonly stderr: string
}

/** Every image and container of this run carries it, so that exactly these are removed at the end. */
export const label = `msb-migrate.test=${process.pid}`

/** Runs a docker command at the engine that DOCKER_HOST names; never throws. `seconds` is the longest it may take. */
export function docker(args: readonly string[], seconds = 120): Promise<Ran> {
  return run('docker', args, seconds)
}

export function run(command: string, args: readonly string[], seconds: number): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      command,
      [...args],
      { encoding: 'utf8', maxBuffer: 1 << 28, timeout: seconds * 1000 },
      (error, stdout, stderr) => {
        resolve({ ok: error === null, stdout, stderr: stderr || (error?.message ?? '') })
      },
    )
  })
}

/** Undefined where a Docker Engine with buildx answers; else why there is none. */
export async function whyNoDocker(): Promise<string | undefined> {
  const engine = await docker(['version', '--format', '{{.Server.Version}}'], 20)
  if (!engine.ok) return engine.stderr.trim().split('\n')[0] ?? 'docker does not answer'
  const buildx = await docker(['buildx', 'version'], 20)
  return buildx.ok ? undefined : 'docker has no buildx'
}

const imageSchema = z.object({
  Size: z.number(),
  Config: z.object({
    User: z.string().optional(),
    ExposedPorts: z.record(z.string(), z.unknown()).nullish(),
    Healthcheck: z.object({ Test: z.array(z.string()).nullish() }).nullish(),
  }),
})

const stateSchema = z.object({
  Running: z.boolean(),
  ExitCode: z.number(),
  Health: z.object({ Status: z.string() }).nullish(),
})

/** @throws Error where there is no such image. */
export async function inspectImage(tag: string): Promise<z.infer<typeof imageSchema>> {
  const { stdout } = await docker(['image', 'inspect', '--format', '{{json .}}', tag])
  return imageSchema.parse(JSON.parse(stdout))
}

/** @throws Error where there is no such container. */
export async function stateOf(container: string): Promise<z.infer<typeof stateSchema>> {
  const { stdout } = await docker(['inspect', '--format', '{{json .State}}', container])
  return stateSchema.parse(JSON.parse(stdout))
}

/** Removes what this run made; what it pulled stays. */
export async function removeOurs(): Promise<void> {
  const containers = await docker(['ps', '--all', '--quiet', '--filter', `label=${label}`])
  await removeListed(['rm', '--force', '--volumes'], containers.stdout)
  const networks = await docker(['network', 'ls', '--quiet', '--filter', `label=${label}`])
  await removeListed(['network', 'rm'], networks.stdout)
  const images = await docker(['images', '--quiet', '--filter', `label=${label}`])
  await removeListed(['rmi', '--force'], images.stdout)
}

async function removeListed(command: readonly string[], ids: string): Promise<void> {
  const list = [...new Set(ids.split('\n').filter((id) => id !== ''))]
  if (list.length > 0) await docker([...command, ...list])
}
