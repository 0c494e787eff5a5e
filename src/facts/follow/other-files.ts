import { unknownStart, startsWords, type Launcher } from './launcher.ts'
import { interpreterOf } from '../../dockerfile/shell/shells.ts'
import { fileOf } from './shell-launchers.ts'

/** A file of the context whose #! line names another interpreter than a shell; and a shell script that is not there. */
export const otherFiles: Launcher = {
  read: (call) => {
    const file = call.command.name ?? ''
    const found = fileOf(file, undefined, call)
    const text = found === undefined ? undefined : call.place.project.read(found.source)
    if (text === undefined)
      return file.endsWith('.sh') ? unknownStart(`${file} is not in the build context`) : undefined
    const interpreter = interpreterOf(text)
    // The interpreter is given the whole path of what was found on PATH.
    const script = file.includes('/') ? file : found?.path
    return interpreter === undefined
      ? undefined
      : startsWords(call, [...interpreter, script, ...call.args])
  },
}
