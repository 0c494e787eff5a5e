/** Where the real program stands in `env A=1 exec node x`; assignments of `env` are added to `assignments`. */
export function programIndex(
  argv: readonly (string | undefined)[],
  assignments: Map<string, string | undefined> = new Map(),
): number {
  let at = 0
  for (;;) {
    const word = argv[at]
    // https://www.gnu.org/software/bash/manual/bash.html#index-exec
    if (word === 'exec' && argv[at + 1]?.startsWith('-') === true)
      at = afterFlags(argv, at + 1, execValues)
    else if (word === 'time' && argv[at + 1] === '-p') at += 2
    else if (
      word === 'exec' ||
      // `command -v node` only asks.
      (word === 'command' && at + 1 < argv.length && argv[at + 1]?.startsWith('-') !== true) ||
      word === 'time' ||
      word === 'nohup'
    )
      at++
    else if (word === 'sudo') at = afterFlags(argv, at + 1, sudoValues)
    else if (word === 'env' || word === '/usr/bin/env') {
      at = afterFlags(argv, at + 1, envValues)
      for (
        let pair = /^(\w+)=(.*)$/s.exec(argv[at] ?? '');
        pair !== null;
        pair = /^(\w+)=(.*)$/s.exec(argv[++at] ?? '')
      )
        assignments.set(pair[1] ?? '', pair[2])
    } else return at
  }
}

const execValues = new Set(['-a'])
const sudoValues = new Set(['-u', '--user', '-g', '--group', '-D', '-C', '-p', '-r', '-t', '-U'])
const envValues = new Set(['-u', '--unset', '-C', '--chdir'])

/** Behind the flags that stand at a place, and the values that they take. */
function afterFlags(
  argv: readonly (string | undefined)[],
  from: number,
  withValue: ReadonlySet<string>,
): number {
  let at = from
  while (argv[at]?.startsWith('-') === true) at += withValue.has(argv[at] ?? '') ? 2 : 1
  return at
}
