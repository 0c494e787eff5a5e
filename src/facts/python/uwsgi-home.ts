import { readIni } from '../../project/formats/ini-text.ts'
import { placeOf } from '../evidence.ts'
import type { Facts } from '../facts.ts'
import type { Process } from '../follow/process.ts'
import { baseName, resolvePath } from '../image-path.ts'
import { readWords } from './words.ts'

/** A folder that uWSGI looks for packages in, whatever PATH says. */
export interface UwsgiHome {
  /** As it is written. */
  readonly folder: string
  /** What names it: '--home', 'UWSGI_HOME', 'uwsgi.ini:4'. */
  readonly by: string
}

/** https://uwsgi-docs.readthedocs.io/en/latest/Options.html#home */
const names = ['home', 'virtualenv', 'venv', 'pyhome']
const flagNames = ['-H', ...names.map((name) => `--${name}`)]

/** The one that a process is told by its words, its variables or its settings; undefined where it isn't, or is another program. */
export function uwsgiHomeOf(process: Process, facts: Facts): UwsgiHome | undefined {
  const { name = '', args, assignments } = process
  if (baseName(name) !== 'uwsgi') return undefined
  const { flags, operands } = readWords(args, ['--ini', ...flagNames].join(' '))
  for (const by of flagNames) {
    const folder = flags.get(by)?.at(-1)
    if (folder !== undefined) return { folder, by }
  }
  for (const by of names.map((each) => `UWSGI_${each.toUpperCase()}`)) {
    const folder = assignments.get(by) ?? facts.final.config.Env.get(by)
    if (folder !== undefined) return { folder, by }
  }
  return [...operands, ...(flags.get('--ini') ?? [])]
    .flatMap((file) => homeIn(file, process, facts) ?? [])
    .at(0)
}

/** `home = /usr/local` of a file; `uwsgi.ini:production` names one of its sections. */
function homeIn(
  word: string,
  { cwd }: Process,
  { contextPath, project }: Facts,
): UwsgiHome | undefined {
  const [file = ''] = word.split(':')
  const path = contextPath(resolvePath(cwd, file) ?? '')
  if (path === undefined || !project.isFile(path)) return undefined
  const set = readIni(project.read(path) ?? '')
    .flatMap(({ values }) => names.flatMap((each) => values.get(each) ?? []))
    .at(0)
  return set === undefined ? undefined : { folder: set.text, by: placeOf({ path, line: set.line }) }
}
