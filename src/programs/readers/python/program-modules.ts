import type { Import, StartedProgram } from '../../source-facts.ts'

/**
 * Modules whose names are the programs of the machine: `sh.git.log()`, `from plumbum.cmd import tar`. https://sh.readthedocs.io/en/latest/,
 * https://plumbum.readthedocs.io/en/latest/local_commands.html#import-hack
 */
const modules = ['sh', 'plumbum.cmd']

/** What `sh` has besides: https://sh.readthedocs.io/en/latest/sections/contrib.html; classes begin with a capital letter. */
const ofModule: ReadonlySet<string> = new Set('args bake cd contrib glob pushd'.split(' '))

/** Whether an import brings such a module, or programs of it: 'sh', 'sh:git'. */
export const isOfPrograms = (specifier: string): boolean =>
  modules.some((module) => `${wholeOf(specifier)}.`.startsWith(`${module}.`))

/** The words of a command that a whole name is: 'git' of 'sh.git', 'git log' of 'sh.git.log'; none where it is no program. */
export function wordsNamed(whole: string): readonly string[] {
  const module = modules.find((name) => whole.startsWith(`${name}.`))
  if (module === undefined) return []
  const [name = '', ...more] = whole.slice(module.length + 1).split('.')
  if (!/^[a-z]/.test(name) || ofModule.has(name)) return []
  return [name, ...more.filter((word) => word !== 'bake')]
}

/** `from sh import git` ends the program where there is no git. */
export const programsImported = (imports: readonly Import[]): readonly StartedProgram[] =>
  imports.flatMap(({ specifier, at }) => {
    const [name] = wordsNamed(wholeOf(specifier))
    return name === undefined ? [] : [{ name, args: [], values: [], cwd: undefined, at }]
  })

const wholeOf = (specifier: string) => specifier.replace(':', '.')
