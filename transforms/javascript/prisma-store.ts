import { resolvePath } from '../../src/transform.ts'
import type { StageView } from './stage-view.ts'

const places = ['prisma/schema.prisma', 'schema.prisma', 'prisma/schema/schema.prisma']

/**
 * A Prisma schema with SQLite keeps its data in a file, by a path that belongs to the schema's folder or comes from the environment:
 * where the schema says so ('prisma/schema.prisma:6'), undefined for databases elsewhere.
 * https://www.prisma.io/docs/orm/overview/databases/sqlite
 */
export function sqliteSchema(root: string, view: StageView): string | undefined {
  for (const place of places) {
    const path = resolvePath(root, place)
    const inContext = path === undefined ? undefined : view.contextPath(path)
    const text = inContext === undefined ? undefined : view.project.read(inContext)
    const line = text?.split('\n').findIndex((each) => /^\s*provider\s*=\s*"sqlite"/.test(each))
    if (line !== undefined && line >= 0) return `${inContext ?? place}:${line + 1}`
  }
  return undefined
}
