import { z } from 'zod'
import { configSchema } from '../../src/project/config/config-schema.ts'

/** docs/config.schema.json: what an editor checks a configuration by. */
export function configSchemaPage(): string {
  return JSON.stringify({
    title: 'Configuration of msb-migrate',
    ...z.toJSONSchema(configSchema, { io: 'input' }),
  })
}
