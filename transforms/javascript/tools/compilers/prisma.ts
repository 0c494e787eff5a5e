import { resolvePath } from '../../../../src/transform.ts'
import { sqliteSchema } from '../../prisma-store.ts'
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
  const path = resolvePath(cwd, flagOf(call, ['--schema']) ?? 'prisma/schema.prisma')
  const inContext = path === undefined ? undefined : view.contextPath(path)
  const text = inContext === undefined ? undefined : view.project.read(inContext)
  const generator = /generator\s+\w+\s*\{[^}]*\}/g
  const places = [...(text ?? '').matchAll(generator)].flatMap(
    ([block]) => /output\s*=\s*"([^"]+)"/.exec(block)?.[1] ?? [],
  )
  const folder = path?.slice(0, path.lastIndexOf('/'))
  const made = places.flatMap((place) => resolvePath(folder, place) ?? [])
  const outside = made.filter((place) => !place.includes('/node_modules/'))
  return outside.length === 0
    ? nothing
    : { kind: 'paths', paths: outside.map((place) => ({ path: place, isFolder: true, evidence })) }
}
