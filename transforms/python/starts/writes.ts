import { resolvePath, type Behaviour, type Facts } from '../../../src/transform.ts'
import type { StartedProgram } from './started-program.ts'

type Writes = Behaviour['writes']

/** Flags of servers and workers that name a file which they make. `-` is no file. */
const files: Readonly<Record<string, string>> = {
  gunicorn: '--access-logfile --error-logfile --log-file -p --pid',
  uvicorn: '--uds',
  hypercorn: '--access-logfile --error-logfile --access-log --error-log -p --pid',
  daphne: '-u --unix-socket --access-log',
  celery: '-f --logfile --pidfile --statedb -s --schedule --db',
  dramatiq: '--pid-file --log-file',
}

/** What the words of a server or a worker make it write. */
export function writesOf(started: StartedProgram): Writes {
  const { program, flags, pathOf, process } = started
  const evidence = process.via.at(-1)
  if (evidence === undefined) return []
  const own = Object.hasOwn(files, program) ? (files[program] ?? '') : ''
  const named = own.split(' ').flatMap((flag) => flags.get(flag) ?? [])
  const sockets = ['-b', '--bind'].flatMap((flag) =>
    (flags.get(flag) ?? []).flatMap((word) => /^unix:(.+)$/.exec(word)?.[1] ?? []),
  )
  return [...named.filter((word) => word !== '-'), ...sockets, ...scheduleOf(started)].flatMap(
    (word) => {
      const path = pathOf(word)
      return path === undefined ? [] : [{ path, isFolder: false, evidence }]
    },
  )
}

/** https://docs.celeryq.dev/en/stable/userguide/periodic-tasks.html#starting-the-scheduler: beat keeps what it has run in the folder that it runs in. */
function scheduleOf({ program, operands, flags, process }: StartedProgram): readonly string[] {
  const isBeat =
    program === 'celery' && (operands.includes('beat') || flags.has('-B') || flags.has('--beat'))
  const isElsewhere = ['-s', '--schedule', '-S', '--scheduler'].some((flag) => flags.has(flag))
  const folder = flags.get('--workdir')?.at(-1)
  return isBeat && !isElsewhere
    ? [resolvePath(folder ?? process.cwd, 'celerybeat-schedule') ?? 'celerybeat-schedule']
    : []
}

/** A file of settings that a server reads, by its flags or because it is there. https://docs.gunicorn.org/en/stable/configure.html */
const settings: Readonly<Record<string, { readonly flags: string; readonly usual?: string }>> = {
  gunicorn: { flags: '-c --config --log-config', usual: 'gunicorn.conf.py' },
  uvicorn: { flags: '--log-config' },
  hypercorn: { flags: '-c --config --log-config' },
}

/** Words of settings that name files to write, or another user. */
const writing =
  /\b(accesslog|errorlog|logfile|pidfile|worker_tmp_dir|tmp_upload_dir|logconfig|FileHandler|filename|user|group|unix:)/

/** Why the settings of a server leave open where it writes. */
export function gapOfSettings(
  { program, flags, pathOf }: StartedProgram,
  { contextPath, project }: Facts,
): string | undefined {
  const row = Object.hasOwn(settings, program) ? settings[program] : undefined
  if (row === undefined) return undefined
  const named = row.flags.split(' ').flatMap((flag) => flags.get(flag) ?? [])
  const config = row.flags
    .split(' ')
    .some((flag) => /^(-c|--config)$/.test(flag) && flags.has(flag))
  for (const word of [...named, ...(config || row.usual === undefined ? [] : [row.usual])]) {
    const path = pathOf(word.replace(/^file:/, ''))
    const source = path === undefined ? undefined : contextPath(path)
    const text = source === undefined ? undefined : project.read(source)
    if (text === undefined) {
      if (named.includes(word))
        return `${word}, which ${program} reads, is not in the build context`
      continue
    }
    if (text.split(/\r?\n/).some((line) => writing.test(line) && !isQuiet(line)))
      return `${source ?? word} sets files or users of ${program}`
  }
  return undefined
}

/** `accesslog = '-'`, `errorlog = None`, a comment. */
const isQuiet = (line: string) =>
  /^\s*#/.test(line) ||
  /^\s*\w+\s*=\s*(['"]-?['"]|None|['"]\/dev\/(shm|stdout|stderr|null)\/?['"])\s*(#.*)?$/.test(line)
