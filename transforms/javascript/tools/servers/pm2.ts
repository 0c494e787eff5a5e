import { folderOf, resolvePath } from '../../../../src/transform.ts'
import { everyOption, textOption } from '../../config/options.ts'
import { optionOf } from '../../config/value.ts'
import type { StageView } from '../../stage-view.ts'
import type { ProgramTask } from '../../task.ts'
import { callOf, readConfigAt } from '../call.ts'

/** The scripts that a process file of PM2 starts, absolute; those that are computed are left out. https://pm2.keymetrics.io/docs/usage/application-declaration/ */
export function scriptsOfPm2(task: ProgramTask, view: StageView, path: string): readonly string[] {
  const folder = folderOf(path)
  const call = callOf(task, folder, view, 'production', { leavesNodeEnv: true })
  const file = readConfigAt(call, path)
  // `{ apps: [...] }`, a list, or one process alone.
  const listed = everyOption(file, ['apps'])
  const apps = listed.some(({ kind }) => kind === 'set') ? listed : everyOption(file, [])
  return apps.flatMap((app) => {
    if (app.kind !== 'set') return []
    const script = textOption(optionOf(app.value, ['script']))
    const cwd = textOption(optionOf(app.value, ['cwd']))
    const place = cwd === undefined || cwd === false ? folder : resolvePath(folder, cwd)
    return (script || undefined) === undefined ? [] : (resolvePath(place, script || '.') ?? [])
  })
}
