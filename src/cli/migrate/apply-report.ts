import { resolve, sep } from 'node:path'
import { toApplyError } from '../../apply/apply-error.ts'
import { type NoteWrites, writeGroup } from '../../apply/write-group.ts'
import { failed, type FileReport } from '../../report/file-report.ts'

/** Writes a migrated report: the files beside the Dockerfile first. The report, or the failure that it becomes; then all is as it was. */
export function applyReport(report: FileReport, cwd: string, note?: NoteWrites): FileReport {
  const { path, context, result } = report
  if (result.outcome !== 'migrated') return report
  const root = resolve(cwd, context ?? '.')
  const others = result.otherFiles.map((file) => ({ ...file, path: resolve(root, file.path) }))
  const outside = others.find((file) => !file.path.startsWith(root + sep))
  if (outside) {
    return {
      ...report,
      result: failed('internal-error', `${outside.path} is outside of the build context.`),
    }
  }
  try {
    writeGroup(
      [...others, { path: resolve(cwd, path), before: result.before, after: result.after }],
      note,
    )
    return report
  } catch (error) {
    const { code, message } = toApplyError(error)
    const help = code === 'changed-on-disk' ? 'Run msb-migrate again.' : undefined
    return { ...report, result: failed(code, message, help) }
  }
}
