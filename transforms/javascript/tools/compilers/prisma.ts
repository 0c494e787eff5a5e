import { resolvePath } from '../../../../src/transform.ts'
import { prismaSchemas, sqliteSchema } from '../../prisma-schema.ts'
import { flagOf, type ToolCall } from '../call.ts'
import { nothing, unknownOutput, type Output } from '../output.ts'
import type { Tool } from '../tool.ts'

export const prisma: Tool = {
  name: 'prisma',
  title: 'Prisma',
  programs: ['prisma'],
  writes: (call) => (call.task.args[0] === 'generate' ? clientOutput(call) : databaseOutput(call)),
  runs: [
    {
      name: 'Prisma',
      programs: ['prisma'],
      files: ['prisma', 'schema.prisma', '.env'],
      config: 'prisma.config',
      writesElsewhere: 'its command line may fetch an engine into node_modules when it starts',
      source:
        'https://www.prisma.io/docs/orm/prisma-client/deployment/deploy-migrations-from-a-local-environment',
    },
  ],
  source: 'https://www.prisma.io/docs/orm/reference/prisma-cli-reference',
}

/** `db push`, `migrate deploy`: a database elsewhere is none of the image's files. */
function databaseOutput({ task, cwd, view }: ToolCall): Output {
  const [verb] = task.args
  if (verb !== 'db' && verb !== 'migrate') return nothing
  const schema = sqliteSchema(cwd, view)
  return schema === undefined ? nothing : unknownOutput(`${schema} keeps the database in a file`)
}

/** The client goes into node_modules, unless the schema says where. https://www.prisma.io/docs/orm/reference/prisma-schema-reference#fields-1 */
function clientOutput(call: ToolCall): Output {
  const { cwd, view, evidence } = call
  const [schema] = prismaSchemas(cwd, view, flagOf(call, ['--schema']))
  const paths = (schema?.blocks ?? []).flatMap(({ kind, strings }) => {
    const output = kind === 'generator' ? strings.get('output') : undefined
    const path = output === undefined ? undefined : resolvePath(schema?.folder, output.text)
    return path === undefined || path.includes('/node_modules/')
      ? []
      : [{ path, isFolder: true, evidence }]
  })
  return paths.length === 0 ? nothing : { kind: 'paths', paths }
}
