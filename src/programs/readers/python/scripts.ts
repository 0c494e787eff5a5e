import type { Language } from '../../language.ts'
import type { DatabasePackages } from './surroundings.ts'
import { pythonLanguage, type ReadableFiles } from './language.ts'

/**
 * Python, for the scripts that a program in another language starts: their own modules are followed, and what packages they import is for whoever
 * installs packages of Python. Names of packages are those of one language alone.
 */
export function pythonScripts(
  files: ReadableFiles,
  roots: readonly string[],
  databases?: () => DatabasePackages,
): Language {
  const language = pythonLanguage(files, roots, databases)
  return {
    ...language,
    resolve: (item, from) => {
      const found = language.resolve(item, from)
      return found.kind === 'files' ? found : { kind: 'builtin' }
    },
  }
}
