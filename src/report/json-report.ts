import { posix } from 'node:path'
import type { FileReport } from './file-report.ts'
import { given } from './given.ts'
import { jsonVerification } from './json-verification.ts'
import type { JsonFile, JsonSummary } from './json-schema.ts'

// The document is printed while it grows, so that memory does not: head, files separated by commas, tail.

export const jsonHead = '{"version":1,"files":['

/** One file's entry, on a line of its own. */
export function jsonEntry(report: FileReport): string {
  return JSON.stringify(toJsonFile(report))
}

/** What closes the document. */
export function jsonTail(summary: JsonSummary): string {
  return `\n],"summary":${JSON.stringify(summary)}}\n`
}

/** A report as the JSON document has it; json-schema.ts says what each field is. */
export function toJsonFile({ path, context, result, verification }: FileReport): JsonFile {
  const head = { path, ...given({ context }) }
  if (result.outcome === 'failed') {
    const { outcome, code, reason } = result
    return { ...head, outcome, code, reason, ...given({ help: result.help }) }
  }
  const ecosystem = given({ ecosystem: result.ecosystem })
  if (result.outcome !== 'migrated') {
    const { outcome, code, reason, line, help } = result
    return { ...head, outcome, ...ecosystem, code, reason, ...given({ line, help }) }
  }
  const { outcome, before, after } = result
  return {
    ...head,
    outcome,
    ...ecosystem,
    before,
    after,
    changes: result.changes.map((change) => ({
      rule: change.rule,
      title: change.title,
      why: change.why,
      risk: change.risk,
      ...given({ assumption: change.assumption }),
      evidence: change.evidence.map(({ path, line, text }) => ({ path, ...given({ line }), text })),
    })),
    replaced: result.replaced.map(({ line, text, by }) => ({ line, text, by })),
    contract: result.contract.map(({ field, before, after, by }) => ({
      field,
      before: plain(before),
      after: plain(after),
      by,
    })),
    origins: result.origins.map(({ line, kind, from, by }) => ({
      line,
      kind,
      ...given({ from, by }),
    })),
    otherFiles: result.otherFiles.map(({ path, before, after }) => ({
      path: besideContext(context, path),
      before,
      after,
    })),
    ...given({ verification: verification && jsonVerification(verification) }),
  }
}

/** A path of the context as the user would type it. */
export function besideContext(context: string | undefined, path: string): string {
  return posix.join(context ?? '.', path)
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** A value of an image config as JSON has it: undefined becomes null. */
function plain(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return value
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object') return null
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]))
}
