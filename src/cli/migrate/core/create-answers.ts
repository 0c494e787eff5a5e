import { resolve } from 'node:path'
import { createProjectCache, type ProjectCache } from '../../../project/project-cache.ts'
import { withWrittenFiles } from '../../../project/written-files.ts'
import type { TreeReport } from '../../../publish/sources/migrate-round.ts'
import { treeCache } from '../../../publish/sources/tree-cache.ts'
import { createConfigs } from './load-config.ts'
import { type FileJob, migrateFile, type MigrateSettings } from './migrate-file.ts'

/** Answers the jobs of a run, one after the other; what was read of the disk for one is there for the next. */
export function createAnswers(settings: MigrateSettings): (job: FileJob) => Promise<TreeReport> {
  const { commit, cwd, config = 'nearest' } = settings
  const configOf = createConfigs(config, cwd)
  const answer = async (job: FileJob, cache: ProjectCache) =>
    migrateFile(settings, job, cache, await configOf(resolve(cwd, job.path), cache))
  if (commit === undefined) {
    const disk = createProjectCache()
    return (job) => answer(job, disk)
  }
  return async (job) => {
    const files = treeCache(cwd, commit)
    const cache = job.written?.size ? withWrittenFiles(files, job.written) : files
    const report = await answer(job, cache)
    return { ...report, missing: [...files.missing.values()] }
  }
}
