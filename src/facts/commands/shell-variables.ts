import type { ShellCommand, ShellWord } from '../../dockerfile/shell/shell-script.ts'
import type { Lookup } from '../stages/step.ts'

/** The variables of a shell while it reads a script. */
export interface ShellVariables {
  /** What is known for certain where the shell stands now. */
  readonly lookup: Lookup
  /** Takes in what a command sets. What stands inside an if or a loop may not happen. */
  readonly meet: (command: Met, isCertain: boolean) => void
  /**
   * The variables that the programs get which the shell starts now, beside those that it got itself: `export A=1`, `set -a`. A default is taken
   * for what it is: `export A="${A:-config}"`.
   */
  readonly handedOn: () => ReadonlyMap<string, string | undefined>
}

interface Met {
  readonly name: string | undefined
  readonly argv: readonly (string | undefined)[]
  readonly args: readonly (string | undefined)[]
  readonly assignments: ReadonlyMap<string, string | undefined>
  readonly source: ShellCommand
}

/** Follows the variables of a shell that is started with those of `outer`. */
export function shellVariables(outer: Lookup): ShellVariables {
  const local = new Map<string, string | undefined>()
  const likely = new Map<string, string | undefined>()
  const exported = new Set<string>()
  let exportsAll = false
  let handed: ReadonlyMap<string, string | undefined> | undefined
  const lookup: Lookup = (name) => (local.has(name) ? local.get(name) : outer(name))
  const expected: Lookup = (name) => (likely.has(name) ? likely.get(name) : outer(name))

  /** The word where variables that nobody sets are empty. */
  const withDefaults = (word: ShellWord | undefined) =>
    word?.raw.includes(':-') === true ? word.expand((name) => expected(name) ?? '') : undefined

  const set = (name: string, value: string | undefined, isCertain: boolean) => {
    if (isCertain || expected(name) === undefined) likely.set(name, value)
    if (exportsAll || outer(name) !== undefined) exported.add(name)
    handed = undefined
  }

  const meet = (command: Met, isCertain: boolean) => {
    const { name, argv, args, assignments, source } = command
    if (argv.length === 0)
      for (const [variable, value] of assignments) {
        local.set(variable, isCertain ? value : undefined)
        const word = source.assignments.find((each) => each.name === variable)?.value
        set(variable, value ?? withDefaults(word), isCertain)
      }
    else if (name === 'export' || name === 'declare' || name === 'typeset') {
      const isExport = name === 'export' ? args[0] !== '-n' : /^-\w*x/.test(args[0] ?? '')
      const words = source.words.slice(argv.length - args.length)
      args.forEach((arg, i) => {
        const written = arg ?? words[i]?.raw ?? ''
        const equals = written.indexOf('=')
        const variable = equals < 0 ? written : written.slice(0, equals)
        if (!/^[A-Za-z_]\w*$/.test(variable)) return
        if (isExport) exported.add(variable)
        handed = undefined
        if (equals < 0) return
        local.set(variable, isCertain ? arg?.slice(equals + 1) : undefined)
        const value = arg ?? withDefaults(words[i])
        set(variable, value?.slice(equals + 1), isCertain)
      })
    } else if (name === 'unset') {
      for (const arg of args) if (arg !== undefined && isCertain) set(arg, undefined, true)
    } else if (name === 'set') {
      // https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#set
      const [flag = '', option] = args
      if (/^[-+]\w*a/.test(flag) || (/^[-+]o$/.test(flag) && option === 'allexport'))
        exportsAll = flag.startsWith('-')
    } else if (name === ':') for (const word of source.words.slice(1)) setDefault(word)
  }

  /** `: "${CONFIG:=config/prod.yaml}"` */
  const setDefault = (word: ShellWord) => {
    if (!word.raw.includes(':=')) return
    const asked: string[] = []
    const value = word.expand((name) => {
      asked.push(name)
      return expected(name) ?? ''
    })
    const [name] = asked
    if (name !== undefined) set(name, value, true)
  }

  return {
    lookup,
    meet,
    handedOn: () => (handed ??= new Map([...likely].filter(([name]) => exported.has(name)))),
  }
}
