import { createProjectCache } from '../../../project/project-cache.ts'
import { withWrittenFiles } from '../../../project/written-files.ts'
import type { TreeReport } from '../../../publish/sources/migrate-round.ts'
import { treeCache } from '../../../publish/sources/tree-cache.ts'
import { type FileJob, migrateFile, type MigrateSettings } from './migrate-file.ts'

/** Answers the jobs of a run, one after the other; what was read of the disk for one is there for the next. */
export function createAnswers(settings: MigrateSettings): (job: FileJob) => TreeReport {
  const { commit, cwd } = settings
  if (commit === undefined) {
    const disk = createProjectCache()
    return (job) => migrateFile(settings, job, disk)
  }
  return (job) => {
    const files = treeCache(cwd, commit)
    const cache = job.written?.size ? withWrittenFiles(files, job.written) : files
    const report = migrateFile(settings, job, cache)
    return { ...report, missing: [...files.missing.values()] }
  }
}
