import { readWords, resolvePath, type Facts, type Process } from '../../../src/transform.ts'
import { pythonWords } from '../purpose/python-words.ts'

/** A program that the start command comes down to, with its words. */
export interface StartedProgram {
  readonly process: Process
  /** 'gunicorn', 'manage.py', 'http.server'. */
  readonly program: string
  readonly flags: ReadonlyMap<string, readonly string[]>
  readonly operands: readonly string[]
  /** What a flag or an ENV says, the first that says something. */
  readonly valueOf: (...names: readonly string[]) => string | undefined
  /** A path of a flag, in the image. */
  readonly pathOf: (word: string) => string | undefined
}

/** Flags that take a value, of all programs that are asked for theirs. */
const values =
  '-b --bind --http --http-socket --port -p --host -h --address --listen --server.port --server.address -A --app --workdir -s --schedule -S --scheduler ' +
  '--pidfile --pid -f --logfile --statedb --log-file --access-logfile --error-logfile --log-config --worker-tmp-dir -c --config --uds --unix-socket -u ' +
  '--user -g --group --uid --gid -w --workers -k --worker-class --threads -t --timeout --chdir -e --env -n --name -l --loglevel --concurrency -Q --queues ' +
  '--settings --ini --socket --logto --daemonize --stats --master-fifo --wsgi-file --module --callable --app-dir --env-file --access-logformat --db'

/** Programs whose `-p` is the file of their process, and not a port. */
const ownPid = new Set(['gunicorn'])

export function startedPrograms({ start, final }: Facts): readonly StartedProgram[] {
  return (start?.processes ?? []).map((process): StartedProgram => {
    const { program, args } = pythonWords(process)
    const { flags, operands } = readWords(args, values)
    const variable = (name: string) => process.assignments.get(name) ?? final.end.env.get(name)
    return {
      ...{ process, program, flags, operands },
      valueOf: (...names) =>
        names
          .filter((name) => name !== '-p' || !ownPid.has(program))
          .map((name) => (name.startsWith('-') ? flags.get(name)?.at(-1) : variable(name)))
          .find((value) => value !== undefined && value !== ''),
      pathOf: (word) => resolvePath(process.cwd, word),
    }
  })
}
