import { type InventoryFile, inventoryFile } from '../report/inventory/inventory.ts'
import { inventoryCsv } from '../report/inventory/inventory-csv.ts'
import { inventoryHtml } from '../report/inventory/inventory-html.ts'
import { inventoryJson } from '../report/inventory/inventory-json.ts'
import { inventoryMarkdown } from '../report/inventory/inventory-markdown.ts'
import { inventoryText } from '../report/inventory/inventory-text.ts'
import type { Look } from '../report/paint.ts'
import { count, emptyTally, summaryLine } from '../report/summary.ts'
import type { Format } from './formats.ts'
import type { Run } from './migrate/migrate-run.ts'
import { exitCode } from './migrate/print-reports.ts'
import { createProgress } from './migrate/progress.ts'
import { hasColor } from './migrate/surroundings.ts'
import { openPayload } from './payload.ts'

/** `inventory`: counts what would come of all files, and prints it at the end. Gives the exit code. */
export async function takeInventory({
  options,
  around,
  jobs,
  migrateAll,
  started,
}: Run): Promise<number> {
  const { cwd, stdout, stderr, env } = around
  const payload = openPayload(options.output, around, jobs)
  const progress = createProgress(jobs.length, options.quiet, around)
  const tally = emptyTally()
  const files: InventoryFile[] = []
  for await (const report of migrateAll({ ...options, cwd }, jobs, options.jobs)) {
    if (around.interrupt.aborted) break
    count(tally, report.result)
    progress.show(files.push(inventoryFile(report)))
  }
  progress.clear()
  if (around.interrupt.aborted) {
    stderr.write(`Interrupted: ${files.length} of ${jobs.length} Dockerfiles are done.\n`)
    return 130
  }
  const isFile = options.output !== undefined
  const look = {
    color: !isFile && hasColor(stdout, options.color, env),
    terminal: !isFile && stdout.isTTY === true,
  }
  await payload.write(render(files, options.format, look))
  payload.end()
  // For people, what is printed begins with it.
  const isSaid = !isFile && (options.format ?? 'pretty') === 'pretty'
  if (!options.quiet && !isSaid)
    stderr.write(`${summaryLine(tally, undefined, (around.now() - started) / 1000)}\n`)
  return exitCode(tally, options.mode)
}

function render(files: readonly InventoryFile[], format: Format | undefined, look: Look): string {
  switch (format) {
    case 'json':
      return inventoryJson(files)
    case 'csv':
      return inventoryCsv(files)
    case 'markdown':
      return inventoryMarkdown(files)
    case 'html':
      return inventoryHtml(files)
    default:
      return inventoryText(files, look)
  }
}
