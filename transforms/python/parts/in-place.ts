import { isPython, type RunCommand } from '../../../src/transform.ts'
import type { PythonApp } from '../app.ts'

interface InPlace {
  readonly line: number
  /** Goes on behind 'Line 7'. */
  readonly what: string
}

/** The first command that compiles or registers the project among its sources: `setup.py build_ext --inplace`, `pip install -e .`; undefined where none does. */
export function inPlace({ facts, works }: PythonApp): InPlace | undefined {
  for (const command of facts.final.commands) {
    const what = buildOf(command)
    if (what !== undefined) return { line: command.step.instruction.line, what }
  }
  for (const { install, command } of works) {
    const folder = install?.editable[0]
    if (folder === undefined || /^[a-z+]+:/.test(folder)) continue
    return {
      line: command.step.instruction.line,
      what: `installs ${folder} as it lies in its folder (-e)`,
    }
  }
  return undefined
}

/** https://setuptools.pypa.io/en/latest/deprecated/commands.html, https://cython.readthedocs.io/en/latest/src/userguide/source_files_and_compilation.html */
function buildOf({ name = '', args }: RunCommand): string | undefined {
  const [script, verb] = args
  if (
    isPython(name) &&
    script === 'setup.py' &&
    /^(build|build_ext|build_clib|develop)$/.test(verb ?? '')
  )
    return `runs \`setup.py ${verb}\``
  return /^(cythonize|f2py)$/.test(name) ? `compiles with ${name}` : undefined
}
