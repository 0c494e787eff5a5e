import path from 'node:path'
import { readServices } from '../../project/consumers/compose-file.ts'
import { isRecord, list, pairs, record, text, texts } from '../../project/loose-data.ts'
import type { Usage } from '../../project/project.ts'
import { parseYamlText } from '../../project/yaml-text.ts'
import { expander, readEnvFile, readText } from '../run/compose-values.ts'

/** What a compose file gives to the build of a service, in the words of `docker buildx build`. */
export interface ComposeBuild {
  readonly args: Readonly<Record<string, string>>
  readonly contexts: Readonly<Record<string, string>>
  readonly secrets: readonly string[]
  readonly ssh: readonly string[]
  readonly platform: string | undefined
}

const nothing: ComposeBuild = { args: {}, contexts: {}, secrets: [], ssh: [], platform: undefined }

/**
 * Reads the build of the compose service that is built from a Dockerfile; empty where there is none, or its file can't be read. `context` is
 * absolute; `env` fills variables, over the `.env` beside the file. https://docs.docker.com/reference/compose-file/build/
 */
export async function readComposeBuild(
  usage: Usage | undefined,
  context: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ComposeBuild> {
  if (usage?.kind !== 'compose') return nothing
  const file = path.resolve(context, usage.path)
  const source = await readText(file)
  if (source === undefined) return nothing
  const service = readServices({ path: file, text: source }).find(({ name }) => name === usage.name)
  if (service === undefined) return nothing
  const folder = path.dirname(file)
  const expand = expander(await readEnvFile(path.join(folder, '.env')), env)
  const build = record(service.data['build'])
  const defined = record(record(parseYamlText(source)?.data)['secrets'])
  const value = (written: unknown): string => expand(text(written) ?? '')
  const [only, ...others] = texts(build['platforms']).map(expand)
  const platform = value(service.data['platform']) || (others.length === 0 ? only : undefined)
  return {
    args: filled(pairs(build['args']), (written, name) => expand(written) || (env[name] ?? '')),
    contexts: filled(pairs(build['additional_contexts']), (written) =>
      contextOf(expand(written), folder),
    ),
    secrets: list(build['secrets']).flatMap((entry) => {
      const written = isRecord(entry) ? entry : { source: entry }
      const name = value(written['source'])
      const from = record(defined[name])
      const id = value(written['target']) || name
      const place = value(from['file'])
      if (place !== '') return [`id=${id},"src=${path.resolve(folder, place)}"`]
      const variable = value(from['environment'])
      return variable === '' ? [] : [`id=${id},env=${variable}`]
    }),
    ssh: isRecord(build['ssh'])
      ? [...pairs(build['ssh'])].map(([id, key]) => (key === '' ? id : `${id}=${expand(key)}`))
      : texts(build['ssh']).map(expand),
    platform: platform === '' ? undefined : platform,
  }
}

/** Pairs with their values changed; those that come out empty are left to the Dockerfile. */
function filled(
  written: ReadonlyMap<string, string>,
  change: (value: string, name: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...written]
      .map(([name, value]): [string, string] => [name, change(value, name)])
      .filter(([, value]) => value !== ''),
  )
}

/** Images and addresses stay; folders are relative to the compose file. What another service builds is not there. */
function contextOf(written: string, folder: string): string {
  if (written === '' || written.startsWith('service:')) return ''
  return /^[a-z][\w+-]*:|^git@/.test(written) ? written : path.resolve(folder, written)
}
