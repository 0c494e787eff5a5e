import { expand, wordsOf, type Variable } from './expand.ts'
import {
  decide,
  joinLines,
  otherwise,
  readAssignment,
  readRule,
  type Answer,
  type Assignment,
  type RecipeLine,
} from './lines.ts'

/** What a rule says of one target. */
export interface Rule {
  /** Lists as they are written: variables in them are expanded when the target is asked for. */
  readonly prerequisites: readonly string[]
  readonly recipe: readonly RecipeLine[]
  readonly assignments: readonly Assignment[]
  /** False where a condition that can't be decided stands around a part of it. */
  readonly isCertain: boolean
}

/** A Makefile, as far as it is read: https://www.gnu.org/software/make/manual/make.html */
export interface Makefile {
  readonly rules: ReadonlyMap<string, Rule>
  /** Variables that are not known, because a condition or a function decides, have the value undefined. */
  readonly variables: ReadonlyMap<string, string | undefined>
  readonly exported: ReadonlySet<string>
  /** The target of a call without one. */
  readonly first: string | undefined
  /** Files that it includes and that are not there. */
  readonly missing: readonly string[]
}

/** What stands around a Makefile: the text of another file, and the variables of the environment and of make's own command line. */
export interface MakeScope {
  readonly read: (file: string) => string | undefined
  readonly environment: (name: string) => string | undefined
  readonly given: ReadonlyMap<string, string | undefined>
}

const builtIn: ReadonlyMap<string, string> = new Map([
  ['MAKE', 'make'],
  ['SHELL', '/bin/sh'],
  ['CC', 'cc'],
  ['CXX', 'g++'],
  ['AR', 'ar'],
  ['RM', 'rm -f'],
])

/** Reads a Makefile and what it includes. */
export function readMakefile(text: string, scope: MakeScope): Makefile {
  const rules = new Map<string, Rule>()
  const variables = new Map<string, string | undefined>([...builtIn, ...scope.given])
  const exported = new Set<string>(scope.given.keys())
  const missing: string[] = []
  let first: string | undefined
  const lookup = (name: string) => variableOf(name, variables, scope)

  const assign = (assignment: Assignment, isCertain: boolean) => {
    const { name, isExported } = assignment
    if (isExported) exported.add(name)
    if (scope.given.has(name)) return
    if (assignment.operator === '?=' && lookup(name) !== '') return
    variables.set(name, isCertain ? assigned(assignment, lookup) : undefined)
  }
  const addRule = (line: RecipeLine, isCertain: boolean): readonly string[] | undefined => {
    const rule = readRule(line)
    if (rule === undefined) return undefined
    const names = wordsOf(expand(rule.targets, lookup) ?? '')
    for (const name of names) {
      rules.set(name, merged(rules.get(name), { ...rule, isCertain }))
      if (first === undefined && !name.startsWith('.') && !name.includes('%')) first = name
    }
    return names
  }
  const readLines = (source: string, depth: number) => {
    let open: readonly string[] = []
    const conditions: Answer[] = []
    for (const line of joinLines(source)) {
      const [word = '', ...words] = wordsOf(line.text)
      const rest = line.text.trim().slice(word.length).trim()
      const isCertain = !conditions.includes('maybe')
      if (/^ifn?(eq|def)$/.test(word)) conditions.push(decide(word, rest, lookup))
      else if (word === 'else') conditions.push(otherwise(conditions.pop() ?? 'done', rest, lookup))
      else if (word === 'endif') conditions.pop()
      else if (conditions.includes('no') || conditions.includes('done')) continue
      else if (line.text.startsWith('\t')) {
        const recipe = [{ ...line, text: line.text.slice(1) }]
        for (const name of open)
          rules.set(
            name,
            merged(rules.get(name), { prerequisites: [], recipe, assignments: [], isCertain }),
          )
      } else if (/^[-s]?include$/.test(word)) {
        for (const file of wordsOf(expand(rest, lookup) ?? rest)) {
          const other = depth > 10 ? undefined : scope.read(file)
          if (other !== undefined) readLines(other, depth + 1)
          else if (word === 'include') missing.push(file)
        }
      } else {
        const assignment = readAssignment(line.text)
        if (assignment !== undefined) assign(assignment, isCertain)
        else if (word === 'export') for (const name of words) exported.add(name)
        else open = addRule(line, isCertain) ?? open
      }
    }
  }
  readLines(text, 0)
  return { rules, variables, exported, first: variables.get('.DEFAULT_GOAL') ?? first, missing }
}

/** What make knows of a name: its own variables before those of the environment. */
export function variableOf(
  name: string,
  variables: Makefile['variables'],
  { environment }: MakeScope,
): string | undefined {
  return variables.has(name) ? variables.get(name) : (environment(name) ?? '')
}

/** The value that an assignment gives; undefined where it can't be known. */
export function assigned({ name, operator, value }: Assignment, lookup: Variable) {
  if (operator === '!=') return undefined
  const own = operator.startsWith(':') ? expand(value, lookup) : value
  const before = operator === '+=' ? lookup(name) : ''
  if (own === undefined || before === undefined) return undefined
  return before === '' ? own : `${before} ${own}`
}

function merged(before: Rule | undefined, rule: Rule): Rule {
  if (before === undefined) return rule
  return {
    prerequisites: [...before.prerequisites, ...rule.prerequisites],
    recipe: [...before.recipe, ...rule.recipe],
    assignments: [...before.assignments, ...rule.assignments],
    isCertain: before.isCertain && rule.isCertain,
  }
}
