import { asPattern, baseName, resolvePath, type Command } from '../../src/transform.ts'
import { readManifest } from './manifest.ts'
import { withWords, type Follow, type ProgramTask, type Task, type Trail } from './task.ts'

/** npm-run-all, run-s, concurrently, shx, cross-env, dotenv and the like start others; the rest is a task itself. */
export function runnerTasks(command: Command, trail: Trail, follow: Follow): readonly Task[] {
  const { args, cwd } = command
  const bin = programOfFile(command.name ?? '')
  const name = bin ?? command.name ?? ''
  const isLocal = trail.isScript || bin !== undefined
  const own: ProgramTask = {
    kind: 'program',
    name,
    args,
    cwd,
    isLocal,
    command,
    evidence: trail.evidence,
  }
  const below: Trail = { ...trail, depth: trail.depth + 1, isScript: true }
  const words = args.flatMap((arg) => (arg === undefined || arg.startsWith('-') ? [] : [arg]))
  const behind = (at: number) => follow.command(withWords(command, args.slice(at)), below)
  switch (name) {
    case 'run-s':
    case 'run-p':
    case 'npm-run-all':
    case 'npm-run-all2':
      return [
        own,
        ...words.flatMap((word) =>
          scriptsNamed(word, command, trail).flatMap((script) =>
            follow.text(`npm run ${script}`, cwd, below),
          ),
        ),
      ]
    case 'concurrently':
      return [
        own,
        ...words.flatMap((word) => follow.text(word.replace(/^npm:/, 'npm run '), cwd, below)),
      ]
    case 'shx':
      return args.length === 0 ? [own] : behind(0)
    case 'cross-env':
    case 'cross-env-shell': {
      const at = args.findIndex((arg) => arg === undefined || !/^\w+=/.test(arg))
      return at < 0 ? [own] : [own, ...behind(at)]
    }
    case 'env-cmd':
    case 'dotenv':
    case 'dotenvx': {
      const dashes = args.indexOf('--') + 1
      const at =
        dashes > 0
          ? dashes
          : args.findIndex(
              (arg, i) => arg?.startsWith('-') === false && !/^-[ef]$/.test(args[i - 1] ?? ''),
            )
      return at < 0 ? [own] : [own, ...behind(at)]
    }
    case 'node':
      return nodeTask(own, trail, follow)
    default:
      return [own]
  }
}

/** `node node_modules/.bin/next build` and `node node_modules/typescript/bin/tsc` are next and tsc. */
function nodeTask(own: ProgramTask, trail: Trail, follow: Follow): readonly Task[] {
  const at = own.args.findIndex((arg) => arg?.startsWith('-') === false)
  const program = programOfFile(own.args[at] ?? '')
  if (program === undefined) return [own]
  return runnerTasks(
    withWords(own.command, [program, ...own.args.slice(at + 1)]),
    { ...trail, isScript: true },
    follow,
  )
}

/** The program behind a file of node_modules: `node_modules/.bin/next`, `node_modules/typescript/bin/tsc`. */
function programOfFile(path: string): string | undefined {
  const [, bin, name, file = ''] =
    /(?:^|\/)node_modules\/(?:\.bin\/([^/]+)|((?:@[^/]+\/)?[^/]+)\/(.+))$/.exec(path) ?? []
  if (bin !== undefined || name === undefined) return bin
  const stem = baseName(file).replace(/\.[cm]?js$/, '')
  return /^(index|cli|main)$/.test(stem) ? name.replace(/^@[^/]+\//, '') : stem
}

/** `build:*` => every script of that name. */
function scriptsNamed(pattern: string, { cwd }: Command, { view }: Trail): readonly string[] {
  const path =
    cwd === undefined ? undefined : view.contextPath(resolvePath(cwd, 'package.json') ?? '')
  const manifest = path === undefined ? undefined : readManifest(view.project, path)
  const [word = pattern] = pattern.split(' ')
  const expression = new RegExp(`^${word.split(/\*+/).map(asPattern).join('.*')}$`)
  return [...(manifest?.scripts.keys() ?? [])].filter((name) => expression.test(name))
}
