import {
  baseName,
  commandsOfScript,
  parseScript,
  resolvePath,
  type Command,
  type Facts,
  type RunCommand,
} from '../../../src/transform.ts'

/** What a command of a RUN runs in turn: a shell script of the context, or the recipe of a Makefile's target. Undefined where it runs neither, or where that can't be read. */
export function innerCommands(command: RunCommand, facts: Facts): readonly Command[] | undefined {
  return commandsOfShellScript(command, facts) ?? commandsOfMakefile(command, facts)
}

function commandsOfShellScript(command: RunCommand, facts: Facts): readonly Command[] | undefined {
  const { name = '', args, cwd } = command
  const isShell = /^(sh|bash|ash|dash)$/.test(baseName(name))
  const file = isShell ? args.find((arg) => arg === undefined || !arg.startsWith('-')) : name
  if (file === undefined || (!isShell && !file.includes('/')) || args.includes('-c'))
    return undefined
  const path = resolvePath(cwd, file)
  const source = path === undefined ? undefined : facts.contextPath(path)
  const text = source === undefined ? undefined : facts.project.read(source)
  const script = text === undefined || text === '' ? undefined : parseScript(text)
  if (script === undefined) return undefined
  const inner = commandsOfScript(script, cwd, command.step.variable)
  // What it sources must be there too: it may be the half that matters.
  const isComplete = inner.every(
    (other) => (other.name !== '.' && other.name !== 'source') || isInContext(other, facts),
  )
  return isComplete ? inner : undefined
}

function isInContext(command: Command, { project, contextPath }: Facts): boolean {
  const path = resolvePath(command.cwd, command.args[0] ?? '')
  const source = path === undefined ? undefined : contextPath(path)
  return source !== undefined && project.isFile(source)
}

/** `make [-C folder] [target]`: the target's recipe after those of its prerequisites (https://www.gnu.org/software/make/manual/make.html). */
function commandsOfMakefile(
  command: RunCommand,
  { project, contextPath }: Facts,
): readonly Command[] | undefined {
  if (command.name === undefined || baseName(command.name) !== 'make') return undefined
  const words = command.args
  const at = words.indexOf('-C')
  const folder = at < 0 ? command.cwd : resolvePath(command.cwd, words[at + 1] ?? '.')
  const path = folder === undefined ? undefined : resolvePath(folder, 'Makefile')
  const source = path === undefined ? undefined : contextPath(path)
  const text = source === undefined ? undefined : project.read(source)
  if (text === undefined) return undefined
  const target = words.find(
    (word, i) =>
      word !== undefined &&
      !word.startsWith('-') &&
      !word.includes('=') &&
      (at < 0 || i !== at + 1),
  )
  const makefile = readMakefile(text)
  const recipe = recipeOf(makefile, target ?? makefile.first, new Set())
  if (recipe === undefined) return undefined
  return recipe.flatMap((line) => {
    const script = parseScript(line)
    return script === undefined ? [] : commandsOfScript(script, folder, command.step.variable)
  })
}

interface Makefile {
  readonly first: string
  readonly variables: ReadonlyMap<string, string>
  readonly targets: ReadonlyMap<
    string,
    { readonly prerequisites: readonly string[]; readonly recipe: readonly string[] }
  >
}

function readMakefile(text: string): Makefile {
  const variables = new Map<string, string>()
  const targets = new Map<string, { prerequisites: readonly string[]; recipe: string[] }>()
  let first = ''
  let open: string[] = []
  for (const line of text.replace(/\\\r?\n/g, ' ').split(/\r?\n/)) {
    const assignment = /^(?:export\s+)?([\w.]+)\s*[:?+]?=\s*(.*)$/.exec(line)
    const rule = /^([^\s:#=][^:=#]*?)\s*::?\s*(?!=)([^#]*)/.exec(line)
    if (line.startsWith('\t')) open.push(line.slice(1).replace(/^[@+-]+/, ''))
    else if (assignment !== null)
      variables.set(assignment[1] ?? '', (assignment[2] ?? '').replace(/\s+#.*$/, ''))
    else if (rule !== null) {
      const names = (rule[1] ?? '').split(/\s+/).map((name) => expand(name, variables))
      // `build: GOOS=linux` below the recipe of build takes nothing away.
      open = [...(targets.get(names[0] ?? '')?.recipe ?? [])]
      const prerequisites = (rule[2] ?? '')
        .split(/\s+/)
        .filter((word) => word !== '' && word !== '|')
      for (const name of names)
        targets.set(name, {
          prerequisites: [...(targets.get(name)?.prerequisites ?? []), ...prerequisites],
          recipe: open,
        })
      if (first === '' && !(names[0] ?? '.').startsWith('.')) first = names[0] ?? ''
    }
  }
  return { first, variables, targets }
}

/** https://www.gnu.org/software/make/manual/html_node/Automatic-Variables.html */
function withAutomatic(line: string, target: string, prerequisites: readonly string[]): string {
  return line
    .replaceAll('$@', target)
    .replaceAll('$<', prerequisites[0] ?? '')
    .replaceAll('$^', prerequisites.join(' '))
}

/** The lines of a target's recipe, variables of the Makefile filled in; undefined where the target is not there. */
function recipeOf(
  makefile: Makefile,
  target: string,
  seen: Set<string>,
): readonly string[] | undefined {
  const rule = makefile.targets.get(target)
  if (rule === undefined) return undefined
  if (seen.has(target)) return []
  seen.add(target)
  const before = rule.prerequisites.flatMap(
    (name) => recipeOf(makefile, expand(name, makefile.variables), seen) ?? [],
  )
  return [
    ...before,
    ...rule.recipe.map((line) =>
      expand(withAutomatic(line, target, rule.prerequisites), makefile.variables),
    ),
  ]
}

function expand(text: string, variables: ReadonlyMap<string, string>, depth = 0): string {
  if (depth > 8) return text
  const next = text.replace(
    /\$[({](\w+)[)}]/g,
    (whole, name: string) =>
      variables.get(name) ?? (/^(GO|MAKE|SHELL)$/.test(name) ? name.toLowerCase() : whole),
  )
  return next === text ? text.replaceAll('$$', '$') : expand(next, variables, depth + 1)
}
