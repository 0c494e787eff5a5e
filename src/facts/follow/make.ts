import { expand, wordsOf } from '../../project/makefile/expand.ts'
import {
  assigned,
  readMakefile,
  variableOf,
  type Makefile,
  type MakeScope,
  type Rule,
} from '../../project/makefile/makefile.ts'
import { baseName, resolvePath } from '../image-path.ts'
import { unknownStart, type Call, type Launcher, type Reading, type Started } from './launcher.ts'

/** `make [-C folder] [-f file] [NAME=value] [target]`: the target's recipe after those of its prerequisites. */
export const makeLauncher: Launcher = {
  names: new Set(['make', 'gmake']),
  read: (call) => {
    const asked = readArguments(call.args)
    if (asked === undefined) return undefined
    const folder = asked.folders.reduce<string | undefined>(
      (cwd, path) => (path === undefined ? undefined : resolvePath(cwd, path)),
      call.cwd,
    )
    const read = (file: string) => {
      const path = resolvePath(folder, file)
      const source = path === undefined ? undefined : call.place.contextPath(path)
      const text = source === undefined ? undefined : call.place.project.read(source)
      return source === undefined || text === undefined ? undefined : { source, text }
    }
    const names = asked.file === undefined ? ['GNUmakefile', 'makefile', 'Makefile'] : [asked.file]
    const found = names.flatMap((name) => read(name) ?? [])[0]
    if (found === undefined) return unknownStart(`no Makefile for \`make\` is in the build context`)
    const environment = (name: string) =>
      call.command.assignments.has(name)
        ? call.command.assignments.get(name)
        : call.place.variable(name)
    const scope: MakeScope = {
      read: (file) => read(file)?.text,
      environment,
      given: asked.given,
    }
    const makefile = readMakefile(found.text, scope)
    return startsTargets(asked.targets, { call, makefile, scope, folder, source: found.source })
  },
}

interface Making {
  readonly call: Call
  readonly makefile: Makefile
  readonly scope: MakeScope
  readonly folder: string | undefined
  readonly source: string
}

const withValue = new Set(['-j', '-l', '-o', '-W', '-I', '--jobs', '--load-average'])

/** Make's own words; undefined for a call that makes nothing: `make --version`. */
function readArguments(args: readonly (string | undefined)[]) {
  const folders: (string | undefined)[] = []
  const targets: (string | undefined)[] = []
  const given = new Map<string, string | undefined>()
  let file: string | undefined
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]
    const equals = arg?.indexOf('=') ?? -1
    if (arg === undefined) targets.push(undefined)
    else if (/^(-v|--version|-h|--help|-n|--dry-run|-p)$/.test(arg)) return undefined
    else if (arg === '-C' || arg === '--directory') folders.push(args[++at])
    else if (arg.startsWith('-C')) folders.push(arg.slice(2))
    else if (arg.startsWith('--directory=')) folders.push(arg.slice(equals + 1))
    else if (arg === '-f' || arg === '--file' || arg === '--makefile') file = args[++at]
    else if (/^--(make)?file=/.test(arg)) file = arg.slice(equals + 1)
    else if (withValue.has(arg)) {
      if (arg !== '-j' || /^\d+$/.test(args[at + 1] ?? '')) at++
    } else if (arg.startsWith('-')) continue
    else if (equals > 0)
      given.set(arg.slice(0, equals).replace(/[:?+]$/, ''), arg.slice(equals + 1))
    else targets.push(arg)
  }
  return { folders, targets, given, file }
}

function startsTargets(targets: readonly (string | undefined)[], making: Making): Reading {
  const { makefile, source } = making
  const [lost] = makefile.missing
  if (lost !== undefined) return unknownStart(`${source} includes ${lost}, which can't be read`)
  const goals = targets.length === 0 ? [makefile.first] : targets
  const starts: Started[] = []
  const seen = new Set<string>()
  for (const goal of goals) {
    const why =
      goal === undefined
        ? `which target of ${source} is made can't be told`
        : makeTarget(goal, makefile.variables, making, seen, starts)
    if (why !== undefined) return unknownStart(why)
  }
  return { kind: 'starts', starts }
}

const mostTargets = 1000

/** Adds what a target's recipe starts, behind its prerequisites'; says why where that can't be told. */
function makeTarget(
  target: string,
  above: Makefile['variables'],
  making: Making,
  seen: Set<string>,
  starts: Started[],
): string | undefined {
  if (seen.has(target)) return undefined
  seen.add(target)
  if (seen.size > mostTargets) return `${making.source} makes more than can be followed`
  const { makefile, scope, folder, source, call } = making
  const found = ruleOf(target, makefile)
  if (found === undefined) {
    const path = resolvePath(folder, target)
    const file = path === undefined ? undefined : call.place.contextPath(path)
    return file === undefined ? `${source} has no rule for ${target}` : undefined
  }
  const { rule, stem } = found
  if (!rule.isCertain) return `what ${source} makes as ${target} depends on a condition`
  const variables = new Map(above)
  for (const assignment of rule.assignments)
    if (!scope.given.has(assignment.name))
      variables.set(
        assignment.name,
        assigned(assignment, (name) => variableOf(name, variables, scope)),
      )
  const lookup = (name: string) => variableOf(name, variables, scope)
  const prerequisites: string[] = []
  for (const written of rule.prerequisites) {
    const names = expand(written.replaceAll('%', stem), lookup)
    if (names === undefined) return `what ${target} of ${source} needs is computed`
    prerequisites.push(...wordsOf(names).filter((name) => name !== '|'))
  }
  for (const name of prerequisites) {
    const why = makeTarget(name, variables, making, seen, starts)
    if (why !== undefined) return why
  }
  const automatic = new Map([
    ['@', target],
    ['<', prerequisites[0] ?? ''],
    ['^', prerequisites.join(' ')],
    ['*', stem],
    ['@D', target.includes('/') ? target.slice(0, target.lastIndexOf('/')) : '.'],
    ['@F', baseName(target)],
    ['CURDIR', folder],
  ])
  const variable = (name: string) => (automatic.has(name) ? automatic.get(name) : lookup(name))
  const assignments = new Map(
    [...makefile.exported].flatMap((name): [string, string | undefined][] => {
      const value = lookup(name)
      return [[name, value === undefined ? undefined : expand(value, variable)]]
    }),
  )
  for (const { text, line } of rule.recipe) {
    const plain = (expand(text, variable, unknownValue) ?? unknownValue).trim()
    const command = withoutPrefix(plain)
    if (command !== '')
      starts.push({
        text: command,
        cwd: folder,
        assignments,
        evidence: { path: source, line, text: text.trim() },
      })
  }
  return undefined
}

/** A variable that nothing sets. */
const unknownValue = '$UNKNOWN'

/** `@` hides a line, `-` goes on after it fails, `+` runs it in any case. */
function withoutPrefix(line: string): string {
  let at = 0
  while ('@-+ \t'.includes(line.charAt(at)) && at < line.length) at++
  return line.slice(at)
}

/** The rule of a target, by its name or by a pattern: `bin/%: cmd/%`. */
function ruleOf(
  target: string,
  { rules }: Makefile,
): { readonly rule: Rule; readonly stem: string } | undefined {
  const own = rules.get(target)
  if (own !== undefined) return { rule: own, stem: '' }
  for (const [pattern, rule] of rules) {
    const at = pattern.indexOf('%')
    if (at < 0) continue
    const [start, end] = [pattern.slice(0, at), pattern.slice(at + 1)]
    const isLong = target.length > start.length + end.length
    if (isLong && target.startsWith(start) && target.endsWith(end))
      return { rule, stem: target.slice(start.length, target.length - end.length) }
  }
  return undefined
}
