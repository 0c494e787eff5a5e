import { posix } from 'node:path'
import type { FileReport } from '../file-report.ts'
import { jsonVerification } from './json-verification.ts'
import { plainJson } from '../paint.ts'
import type { JsonFile, JsonSummary, Printed } from './json-schema.ts'

// The document is printed while it grows, so that memory does not: head, files separated by commas, tail.

export const jsonHead = '{"version":1,"files":['

/** One file's entry, on a line of its own. */
export function jsonEntry(report: FileReport): string {
  return plainJson(JSON.stringify(toJsonFile(report)))
}

/** What closes the document. */
export function jsonTail(summary: JsonSummary): string {
  return `\n],"summary":${JSON.stringify(summary)}}\n`
}

/** A report as the JSON document has it; json-schema.ts says what each field is. What is undefined is not printed. */
function toJsonFile({ path, context, result, verification }: FileReport): Printed<JsonFile> {
  if (result.outcome !== 'migrated') return { path, context, ...result }
  return {
    ...{ path, context, ...result },
    otherFiles: result.otherFiles.map((file) => ({
      ...file,
      path: besideContext(context, file.path),
    })),
    verification: verification && jsonVerification(verification),
  }
}

/** A path of the context as the user would type it. */
export function besideContext(context: string | undefined, path: string): string {
  return posix.join(context ?? '.', path)
}
