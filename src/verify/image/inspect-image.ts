import { z } from 'zod'
import type { Docker } from '../engine/docker.ts'
import { readJson } from '../engine/find-engine.ts'
import { verifyLabel } from '../build/service-plan.ts'

const texts = z.array(z.string()).nullish()
const names = z.record(z.string(), z.unknown()).nullish()

const imageSchema = z.object({
  Id: z.string(),
  Size: z.number(),
  Architecture: z.string().nullish(),
  RootFS: z.object({ Layers: texts }).nullish(),
  Config: z.object({
    User: z.string().nullish(),
    WorkingDir: z.string().nullish(),
    StopSignal: z.string().nullish(),
    Cmd: texts,
    Entrypoint: texts,
    Env: texts,
    Shell: texts,
    OnBuild: texts,
    ExposedPorts: names,
    Volumes: names,
    Labels: z.record(z.string(), z.string()).nullish(),
    Healthcheck: z
      .object({ Test: texts, Interval: z.number().nullish(), Timeout: z.number().nullish() })
      .nullish(),
  }),
})

/** What Docker says of an image. */
export interface InspectedImage {
  readonly id: string
  /** In bytes, as `docker image ls` counts them. */
  readonly size: number
  readonly layers: number
  /** '' is root. */
  readonly user: string
  /** '/' where none is set. */
  readonly workingDir: string
  readonly stopSignal: string | undefined
  readonly cmd: readonly string[]
  readonly entrypoint: readonly string[]
  readonly env: ReadonlyMap<string, string>
  /** '8080/tcp' */
  readonly ports: readonly string[]
  readonly volumes: readonly string[]
  readonly labels: Readonly<Record<string, string>>
  /** The check's words; empty where there is none. */
  readonly healthcheck: readonly string[]
}

/** Undefined where there is no such image. */
export async function inspectImage(
  docker: Docker,
  image: string,
): Promise<InspectedImage | undefined> {
  const { stdout } = await docker(['image', 'inspect', '--format', '{{json .}}', image])
  const found = readJson(stdout, imageSchema)
  return found && readConfig(found)
}

function readConfig({ Id, Size, RootFS, Config }: z.infer<typeof imageSchema>): InspectedImage {
  const test = Config.Healthcheck?.Test ?? []
  return {
    id: Id,
    size: Size,
    layers: RootFS?.Layers?.length ?? 0,
    user: Config.User ?? '',
    workingDir: Config.WorkingDir === '' ? '/' : (Config.WorkingDir ?? '/'),
    stopSignal: Config.StopSignal ?? undefined,
    cmd: Config.Cmd ?? [],
    entrypoint: Config.Entrypoint ?? [],
    env: new Map(
      (Config.Env ?? []).map((text): [string, string] => {
        const equals = text.indexOf('=')
        return equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)]
      }),
    ),
    ports: Object.keys(Config.ExposedPorts ?? {}).sort(),
    volumes: Object.keys(Config.Volumes ?? {}).sort(),
    labels: Object.fromEntries(
      Object.entries(Config.Labels ?? {}).filter(([name]) => name !== verifyLabel),
    ),
    healthcheck: test[0] === 'NONE' ? [] : test,
  }
}
