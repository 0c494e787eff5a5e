import { parseScript } from '../../dockerfile/shell/shell.ts'
import type { Statement } from '../../project/config/preferences.ts'
import { type Command, commandsOfScript } from '../commands/command.ts'
import type { Evidence } from '../evidence.ts'
import { resolvePath } from '../image-path.ts'
import { follow, followText } from './follow.ts'
import type { Launcher, Place } from './launcher.ts'
import { isProcess, type Followed, type Process } from './process.ts'

/** What people state the container to run in a folder, followed like any start command; `via` leads to where the author's can't be followed. */
export function followStated(
  statements: readonly Statement[],
  cwd: string | undefined,
  place: Place,
  launchers: readonly Launcher[],
  via: readonly Evidence[],
): Followed {
  const all = statements.map(({ text, evidence }) => {
    const origin = { via: [...via, evidence] }
    const script = parseScript(text)
    const [only, ...more] =
      script === undefined ? [] : commandsOfScript(script, cwd, place.variable)
    // No shell is needed for the words of one command.
    return only === undefined || more.length > 0
      ? followText({ text, cwd }, place, launchers, origin)
      : follow(only, place, launchers, origin)
  })
  return {
    found: all.flatMap(({ found }) => found),
    needsShell: all.some(({ needsShell }) => needsShell),
  }
}

/** The first program that is stated and that the author's start command, which can be followed, does not start; undefined where it starts all of them. */
export function startedOtherwise(
  stated: Followed,
  processes: readonly Process[],
): Process | undefined {
  const known = new Set(processes.map(keyOf))
  return stated.found.filter(isProcess).find((each) => !each.follows && !known.has(keyOf(each)))
}

/** The same for `node main.js` and `/usr/local/bin/node ./main.js`. */
function keyOf({ name, args, cwd }: Command): string {
  const program = name?.replace(/^\/(usr\/(local\/)?)?s?bin\//, '')
  return JSON.stringify([
    program,
    ...args.map((arg) => (arg === undefined ? null : resolvePath(cwd, arg))),
  ])
}
