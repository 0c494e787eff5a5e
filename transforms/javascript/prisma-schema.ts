import { lineOfOffset, resolvePath } from '../../src/transform.ts'
import type { StageView } from './stage-view.ts'

/** `datasource db { provider = "sqlite" }`. https://www.prisma.io/docs/orm/reference/prisma-schema-reference */
export interface PrismaBlock {
  readonly kind: string
  /** The settings whose values are plain strings. */
  readonly strings: ReadonlyMap<string, { readonly text: string; readonly line: number }>
}

/** A schema file of the context. */
export interface PrismaSchema {
  readonly path: string
  /** Its folder in the image; paths in it belong to that. */
  readonly folder: string
  readonly blocks: readonly PrismaBlock[]
}

const places = ['prisma/schema.prisma', 'schema.prisma', 'prisma/schema/schema.prisma']

/** The schemas of an app's folder, or the one that `--schema` names. */
export const prismaSchemas = (
  root: string | undefined,
  view: StageView,
  named?: string,
): readonly PrismaSchema[] =>
  (named === undefined ? places : [named]).flatMap((place) => {
    const file = resolvePath(root, place)
    const path = file === undefined ? undefined : view.contextPath(file)
    const text = path === undefined ? undefined : view.project.read(path)
    if (file === undefined || path === undefined || text === undefined) return []
    return [{ path, folder: resolvePath(file, '..') ?? '/', blocks: readPrismaBlocks(text) }]
  })

/**
 * A Prisma schema with SQLite keeps its data in a file, by a path that belongs to the schema's folder or comes from the environment:
 * where the schema says so ('prisma/schema.prisma:6'), undefined for databases elsewhere.
 * https://www.prisma.io/docs/orm/overview/databases/sqlite
 */
export function sqliteSchema(root: string | undefined, view: StageView): string | undefined {
  for (const { path, blocks } of prismaSchemas(root, view))
    for (const { kind, strings } of blocks) {
      const provider = strings.get('provider')
      if (kind === 'datasource' && provider?.text === 'sqlite') return `${path}:${provider.line}`
    }
  return undefined
}

/** Comments, strings, words, and marks one by one. */
const token = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"|\w+|[^\s\w]/g

/** Reads the blocks of a schema: `kind name { key = "value" }`. */
export function readPrismaBlocks(schema: string): readonly PrismaBlock[] {
  const tokens = [...schema.matchAll(token)].filter(([text]) => !/^\/[/*]/.test(text))
  const blocks: PrismaBlock[] = []
  let strings = new Map<string, { text: string; line: number }>()
  tokens.forEach(({ 0: text, index }, i) => {
    const before = (steps: number) => tokens[i - steps]?.[0] ?? ''
    if (text === '{') {
      strings = new Map()
      blocks.push({ kind: before(2), strings })
    } else if (text.length > 1 && text.startsWith('"') && before(1) === '=')
      strings.set(before(2), {
        text: text.slice(1, -1),
        line: lineOfOffset(schema, index),
      })
  })
  return blocks
}
