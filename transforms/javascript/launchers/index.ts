import { startsWords, type Launcher } from '../../../src/transform.ts'
import { managerLauncher } from './managers.ts'
import { programOfFile, runnerLaunchers } from './runners.ts'
import { localBin, manifestNear, startsScript } from './scripts.ts'

/** `node node_modules/.bin/next build` and `node node_modules/typescript/bin/tsc` are next and tsc; `node --run build` is a script. */
const nodeLauncher: Launcher = {
  names: new Set(['node', 'nodejs']),
  read: (call) => {
    const { args, cwd, place } = call
    const at = args.findIndex((arg) => arg?.startsWith('-') !== true)
    const run = args
      .slice(0, at < 0 ? undefined : at)
      .findIndex((arg) => /^--run(=|$)/.test(arg ?? ''))
    if (run >= 0) {
      const script = args[run]?.split('=', 2)[1] ?? args[run + 1]
      const near = manifestNear(cwd, place)
      const rest = args.slice(args.indexOf('--') < 0 ? args.length : args.indexOf('--') + 1)
      const starts =
        near === undefined || script === undefined
          ? undefined
          : startsScript(script, rest, near, false)
      return starts === undefined ? undefined : { kind: 'starts', starts }
    }
    const program = programOfFile(args[at] ?? '')
    return program === undefined
      ? undefined
      : startsWords(call, [program, ...args.slice(at + 1)], { bin: localBin })
  },
}

/** `./node_modules/.bin/next start` */
const fileLauncher: Launcher = {
  read: (call) => {
    const program = programOfFile(call.name)
    return program === undefined
      ? undefined
      : startsWords(call, [program, ...call.args], { bin: localBin })
  },
}

/** Rows of what starts other programs in a JavaScript project. */
export const javascriptLaunchers: readonly Launcher[] = [
  managerLauncher,
  ...runnerLaunchers,
  nodeLauncher,
  fileLauncher,
]
