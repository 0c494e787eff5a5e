import {
  commandsOfScript,
  lineOfScript,
  parseScript,
  resolvePath,
  type Command,
  type Evidence,
} from '../../src/transform.ts'
import { readManifest, type Manifest } from './manifest.ts'
import { isYarnBerry, readManagerCall, type PackageManager } from './package-managers/index.ts'
import { runnerTasks } from './runners.ts'
import type { StageView } from './stage-view.ts'
import { unknownTask, withWords, type Follow, type Task, type Trail } from './task.ts'
import { chosenWorkspaces } from './workspaces.ts'

const maxDepth = 8
const follow: Follow = { command: followCommand, text: followText }

/** Follows a command through package scripts, npx and script runners to the programs that do the work. */
export function tasksOf(
  command: Command,
  view: StageView,
  evidence: readonly Evidence[] = [],
  isScript = false,
): readonly Task[] {
  return followCommand(command, { view, evidence, depth: 0, isScript })
}

/** The tasks of a script of package.json. */
export function textTasks(
  text: string,
  cwd: string | undefined,
  view: StageView,
  evidence: readonly Evidence[],
): readonly Task[] {
  return followText(text, cwd, { view, evidence, depth: 0, isScript: true })
}

function followCommand(command: Command, trail: Trail): readonly Task[] {
  const { name, args, cwd } = command
  const { view } = trail
  if (name === undefined)
    return command.argv.length === 0 ? [] : [unknownTask('a word is only known at run time', trail)]
  if (trail.depth > maxDepth) return [unknownTask(`${name} calls itself`, trail)]
  const manifest = manifestIn(cwd, view)
  const folder = manifest?.path.replace(/\/?package\.json$/, '') ?? ''
  const read = readManagerCall(name, args, isYarnBerry(view.project, folder, manifest))
  if (read === undefined) return runnerTasks(command, trail, follow)
  const { manager, call } = read
  const there = { ...command, cwd: read.folder === undefined ? cwd : resolvePath(cwd, read.folder) }
  if (call.kind === 'program') return programTasks(call.argv, there, trail)
  if (call.kind !== 'script')
    return [{ kind: 'manager', manager, call, cwd: there.cwd, command, evidence: trail.evidence }]
  const chosen = manifest === undefined ? undefined : chosenWorkspaces(args, view.project, manifest)
  if (chosen === undefined) return scriptTasks(call.script, call.args, there, manager, trail)
  return chosen
    .flatMap((place) => view.imagePath(place) ?? [])
    .filter((place) => manifestIn(place, view)?.scripts.has(call.script) === true)
    .flatMap((place) => scriptTasks(call.script, [], { ...there, cwd: place }, manager, trail))
}

function scriptTasks(
  script: string,
  args: readonly (string | undefined)[],
  command: Command,
  manager: PackageManager,
  trail: Trail,
): readonly Task[] {
  const { cwd } = command
  const manifest = manifestIn(cwd, trail.view)
  if (manifest === undefined)
    return [
      unknownTask(`no package.json for the script "${script}" is in the build context`, trail),
    ]
  const { scripts, path, text } = manifest
  // npm's own default: https://docs.npmjs.com/cli/commands/npm-start
  const main =
    scripts.get(script) ??
    (script === 'start' && manager.name === 'npm' ? 'node server.js' : undefined)
  if (main === undefined) {
    if (manager.name === 'npm') return [unknownTask(`${path} has no script "${script}"`, trail)]
    // `bun run server.js` runs the file.
    const isFile = manager.name === 'bun' && /\.[mc]?[jt]sx?$/.test(script)
    return programTasks(isFile ? ['bun', script, ...args] : [script, ...args], command, trail)
  }
  const hasHooks = manager.name === 'npm' || manager.name === 'yarn'
  return (hasHooks ? [`pre${script}`, script, `post${script}`] : [script]).flatMap((name) => {
    const line = name === script ? [main, ...args.map(quote)].join(' ') : scripts.get(name)
    if (line === undefined) return []
    const evidence: Evidence = {
      path,
      line: lineOfScript(text, name),
      text: `"${name}": "${scripts.get(name) ?? main}"`,
    }
    const above = { ...trail, evidence: [...trail.evidence, evidence] }
    return followText(line, cwd, above, command.assignments)
  })
}

/** `above`: variables that the command sets which started the text: `PORT=80 npm start`. */
function followText(
  text: string,
  cwd: string | undefined,
  trail: Trail,
  above: Command['assignments'] = new Map(),
): readonly Task[] {
  const parsed = parseScript(text)
  if (parsed === undefined) return [unknownTask(`\`${text}\` can not be read`, trail)]
  const below: Trail = { ...trail, depth: trail.depth + 1, isScript: true }
  const variable = (name: string) => (above.has(name) ? above.get(name) : trail.view.env(name))
  return commandsOfScript(parsed, cwd, variable).flatMap((command) =>
    followCommand({ ...command, assignments: new Map([...above, ...command.assignments]) }, below),
  )
}

/** `npx tsc`, `yarn tsc`: a program of node_modules/.bin. */
function programTasks(
  argv: readonly (string | undefined)[],
  command: Command,
  trail: Trail,
): readonly Task[] {
  const [name, ...args] = argv
  if (name === undefined) return [unknownTask('a program is only known at run time', trail)]
  const plain = name.replace(/(?<=.)@[\w.^~-]+$/, '')
  return runnerTasks(withWords(command, [plain, ...args]), { ...trail, isScript: true }, follow)
}

function manifestIn(cwd: string | undefined, view: StageView): Manifest | undefined {
  const path =
    cwd === undefined ? undefined : view.contextPath(resolvePath(cwd, 'package.json') ?? '')
  return path === undefined ? undefined : readManifest(view.project, path)
}

const quote = (word: string | undefined) =>
  word === undefined
    ? '"$UNKNOWN"'
    : /^[\w./:=@%+,-]+$/.test(word)
      ? word
      : `'${word.replaceAll("'", `'\\''`)}'`
