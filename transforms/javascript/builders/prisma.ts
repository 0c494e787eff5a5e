import { resolvePath } from '../../../src/transform.ts'
import { sqliteSchema } from '../prisma-store.ts'
import type { StageView } from '../stage-view.ts'
import { flagValue, nothing, unknownOutput, type Output, type ProgramTask } from './output.ts'

/** `db push`, `migrate deploy`: a database elsewhere is none of the image's files. */
function databaseOutput(
  verb: string | undefined,
  cwd: string | undefined,
  view: StageView,
): Output {
  if (verb !== 'db' && verb !== 'migrate') return nothing
  const schema = cwd === undefined ? undefined : sqliteSchema(cwd, view)
  return schema === undefined ? nothing : unknownOutput(`${schema} keeps the database in a file`)
}

/** The client goes into node_modules, unless the schema says where. https://www.prisma.io/docs/orm/reference/prisma-schema-reference#fields-1 */
export function prismaOutput({ args, cwd, evidence }: ProgramTask, view: StageView): Output {
  if (args[0] !== 'generate') return databaseOutput(args[0], cwd, view)
  const schema = flagValue(args, ['--schema']) ?? 'prisma/schema.prisma'
  const path = cwd === undefined ? undefined : resolvePath(cwd, schema)
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
