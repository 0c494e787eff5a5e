import path from 'node:path'
import type { ComposeService } from '../../library.ts'
import type { Compose } from './read-compose.ts'
import { readEnvFile } from './variables.ts'

/** The environment that a service gets. */
export interface ServiceEnvironment {
  readonly environment: ReadonlyMap<string, string>
  /** Files of `env_file` that are not there, as they are written. */
  readonly missingFiles: readonly string[]
}

/** `environment` over `env_file`; a name alone is that of `env`. https://docs.docker.com/reference/compose-file/services/#env_file */
export async function readEnvironment(
  service: ComposeService,
  { expand }: Pick<Compose, 'expand'>,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ServiceEnvironment> {
  const environment = new Map<string, string>()
  const missingFiles: string[] = []
  for (const file of service.envFiles) {
    const values = await readEnvFile(path.resolve(path.dirname(service.file), file.path))
    if (values === undefined && file.isRequired) missingFiles.push(file.path)
    for (const [name, value] of values ?? []) environment.set(name, expand(value))
  }
  for (const [name, value = env[name]] of service.environment)
    if (value !== undefined) environment.set(name, value)
  return { environment, missingFiles }
}
