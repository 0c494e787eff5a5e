import { expand } from '../../makefile/expand.ts'
import { readMakefile, variableOf } from '../../makefile/makefile.ts'
import type { ScriptFormat } from './script.ts'

/** What make has from its shell, and its own folder, in words of a shell. */
const usual: ReadonlyMap<string, string> = new Map([
  ['HOME', '$$HOME'],
  ['PWD', '.'],
  ['CURDIR', '.'],
])
const scope = {
  read: () => undefined,
  environment: (name: string) => usual.get(name),
  given: new Map(),
}

/** The recipes of a Makefile, each line a script of its own, as make runs them. A line with a variable that is not known stays as it is written. */
export const makefile: ScriptFormat = {
  names: /^(GNUmakefile|[Mm]akefile)$/,
  read: (file, folder) => {
    const { rules, variables } = readMakefile(file.text, scope)
    const lookup = (name: string) => variableOf(name, variables, scope)
    return [...rules].flatMap(([name, { recipe }]) =>
      recipe.map(({ text, line }) => {
        const command = text.replace(/^[\s@+-]+/, '')
        return { file: file.path, line, name, text: expand(command, lookup) ?? command, folder }
      }),
    )
  },
}
