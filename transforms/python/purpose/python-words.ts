import { baseName, isPython, type Command } from '../../../src/transform.ts'

/** A program of Python with its words, by whichever name it is started. */
export interface PythonWords {
  /** 'flask' of `flask run`, `/opt/venv/bin/flask run` and `python -m flask run`; 'manage.py' of `python ./manage.py test`; 'python' of a prompt. */
  readonly program: string
  readonly args: Command['args']
}

/** What a command runs: the module or the file behind Python's own flags, or the program itself. */
export function pythonWords({ name = '', args }: Pick<Command, 'name' | 'args'>): PythonWords {
  const program = baseName(name)
  return isPython(program) ? behindPython(args) : { program, args }
}

/** What stands behind the flags of Python, or of what runs files as Python does; 'python' where nothing does. */
export function behindPython(args: Command['args']): PythonWords {
  const at = args.findIndex((word, i) => !isFlag(word, args[i - 1]))
  // `python -c 'import app'`: what it runs stands in its words.
  if (at < 0 || args.slice(0, at).some((word) => /^-[a-zA-Z]*c$/.test(word ?? '')))
    return { program: 'python', args }
  const [first, ...rest] = args.slice(at)
  if (first !== '-m') return { program: baseName(first ?? ''), args: rest }
  const [module = '', ...words] = rest
  return { program: module, args: words }
}

/** A flag of Python or of coverage, or the value of one. https://docs.python.org/3/using/cmdline.html */
const isFlag = (word: string | undefined, before: string | undefined): boolean =>
  word !== undefined &&
  word !== '-m' &&
  ((word.startsWith('-') && word !== '-') ||
    /^(-[WX]|--(source|rcfile|omit|include|data-file))$/.test(before ?? ''))
