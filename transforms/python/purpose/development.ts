import { readWords, type Lookup } from '../../../src/transform.ts'
import { developerTools } from './developer-tools.ts'
import type { PythonWords } from './python-words.ts'

/** Flags with a value, so that it is not taken for a verb. */
const values =
  '-A --app -e --env-file -h --host -p --port --ip --config -c --app-dir --settings --pythonpath --workers -w --env --chdir -b --bind'

/** What a program that is for the developer does, as words: 'flask run, which starts again ...'; undefined for others. */
export function developedWith(
  { program, args }: PythonWords,
  variable: Lookup,
): string | undefined {
  const { flags, operands } = readWords(args, values)
  const [verb] = operands
  if (args.some((word) => /^(--version|--help)$/.test(word ?? ''))) return undefined
  const row = developerTools.find(
    ({ names, verbs, flags: own, unless = '' }) =>
      isIn(program, names) &&
      (verbs === undefined || isIn(verb, verbs)) &&
      (own === undefined || own.split(' ').some((flag) => flags.has(flag))) &&
      !unless.split(' ').some((flag) => flags.get(flag)?.includes('prod') === true),
  )
  if (row !== undefined) {
    const [flag] = (row.flags ?? '').split(' ').filter((each) => flags.has(each))
    const words = [program, row.verbs === undefined ? undefined : verb, flag]
    return `${words.filter((word) => word !== undefined && word !== '').join(' ')}, ${row.what}`
  }
  const set = isFlask(program, verb) ? debugOfFlask(variable) : undefined
  return set === undefined ? undefined : `flask run with ${set}, a development server`
}

const isFlask = (program: string, verb: string | undefined) => program === 'flask' && verb === 'run'

/** https://flask.palletsprojects.com/en/stable/config/#debug-mode; FLASK_ENV was the name for it until 2.3. */
function debugOfFlask(variable: Lookup): string | undefined {
  const debug = variable('FLASK_DEBUG')
  if (debug !== undefined && debug !== '')
    return /^(0|false|no)$/i.test(debug) ? undefined : `FLASK_DEBUG=${debug}`
  return variable('FLASK_ENV') === 'development' ? 'FLASK_ENV=development' : undefined
}

const isIn = (word: string | undefined, words: string) =>
  word !== undefined && words.split(' ').includes(word)
