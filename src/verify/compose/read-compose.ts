import { existsSync } from 'node:fs'
import path from 'node:path'
import {
  composeDocument,
  type ComposeDocument,
  readComposeDocument,
  readComposeService,
  type ComposeService,
  type Usage,
} from '../../library.ts'
import type { Machine } from '../engine/machine.ts'
import { expander, type Expand, readEnvFile, readText } from './variables.ts'

/** The compose file around a Dockerfile, and the service that is built from it. */
export interface Compose {
  /** Absolute. */
  readonly file: string
  readonly service: ComposeService
  /** All services of the file by name, that one included. */
  readonly services: ReadonlyMap<string, ComposeService>
  /** Fills variables into a text of the file. */
  readonly expand: Expand
  /** Why `docker compose config` did not say all this; undefined where it did. */
  readonly isOwnReading: string | undefined
}

/**
 * What compose says of the service that is built from a Dockerfile; undefined where there is none, or its file can't be read. `context` is
 * absolute. Docker's own compose is asked, with all profiles; without it the file is read as far as we know its rules, its variables filled
 * from the environment and the `.env` beside it.
 */
export async function readCompose(
  usage: Usage | undefined,
  context: string,
  machine: Pick<Machine, 'docker' | 'env'>,
): Promise<Compose | undefined> {
  if (usage?.kind !== 'compose') return undefined
  const file = path.resolve(context, usage.path)
  const source = await readText(file)
  if (source === undefined) return undefined
  const beside = await readEnvFile(path.join(path.dirname(file), '.env'))
  const expand = expander(beside, machine.env)
  const asked = await askDocker(file, machine.docker)
  const read = (document: ComposeDocument, why: string | undefined): Compose | undefined => {
    const services = new Map(
      document.services.map((each) => [each.name, readComposeService(each, document, expand)]),
    )
    const service = services.get(usage.name)
    return service && { file, service, services, expand, isOwnReading: why }
  }
  const own = (why: string): Compose | undefined =>
    read(readComposeDocument({ path: file, text: source }), why)
  if (typeof asked === 'string') return own(asked)
  return read(asked, undefined) ?? own(`it has no service ${usage.name}`)
}

/** What compose itself starts with, and what it then lays over it. https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/ */
const mainFiles = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml']
const overrides = mainFiles.map((name) => name.replace('.', '.override.'))

/**
 * The file as compose has it: merged, included, with its variables filled in. Paths stay as they are written, so that a folder of the project
 * can be told from one of the host. A text says why there is no answer.
 */
async function askDocker(
  file: string,
  docker: Machine['docker'],
): Promise<ComposeDocument | string> {
  const folder = path.dirname(file)
  const more = mainFiles.includes(path.basename(file))
    ? overrides.map((name) => path.join(folder, name)).filter((each) => existsSync(each))
    : []
  const { ok, stdout, stderr } = await docker(
    [
      'compose',
      ...[file, ...more.slice(0, 1)].flatMap((each) => ['--file', each]),
      ...['--profile', '*', 'config', '--format', 'json', '--no-path-resolution'],
    ],
    { timeout: 60, cwd: folder },
  )
  if (!ok) return whyNot(stderr)
  try {
    return composeDocument(file, JSON.parse(stdout))
  } catch {
    return 'its answer is no JSON'
  }
}

/** Without its plugin, docker knows neither the command nor its flags. */
function whyNot(stderr: string): string {
  if (/unknown (shorthand )?flag|unknown command|is not a docker command/.test(stderr))
    return 'it is not installed, or too old'
  const lines = stderr.split('\n').filter((line) => line.trim() !== '' && !/level=warn/.test(line))
  return lines.at(-1)?.trim() ?? 'it failed without a word'
}
