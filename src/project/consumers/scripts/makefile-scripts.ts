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

/** A line as the shell gets it; where only make itself knows a part of it, with the variables that are known. */
const expanded = (line: string, lookup: (name: string) => string | undefined): string =>
  expand(line, lookup) ??
  line.replace(/\$\$|\$[({][\w.-]+[)}]/g, (all) =>
    all === '$$' ? all : (expand(all, lookup) ?? all),
  )

/** The recipes of a Makefile, each line a script of its own, as make runs them. */
export const makefile: ScriptFormat = {
  names: /^(GNUmakefile|[Mm]akefile)$/,
  read: (file, folder) => {
    const { rules, variables } = readMakefile(file.text, scope)
    const lookup = (name: string) => variableOf(name, variables, scope)
    return [...rules].flatMap(([name, { recipe }]) =>
      recipe.map(({ text, line }) => {
        const command = text.replace(/^[\s@+-]+/, '')
        return { file: file.path, line, name, text: expanded(command, lookup), folder }
      }),
    )
  },
}
