import { startsWords, unknownStart, type Call, type Launcher } from './launcher.ts'

type Words = readonly (string | undefined)[]
/** How many words before the program are the launcher's own; undefined for all. */
type Skip = (args: Words) => number | undefined

/** Behind `--`, else behind its flags, the values that these take, and so many words. */
const after =
  (withValue: string, words = 0): Skip =>
  (args) => {
    const flags = new Set(withValue.split(' '))
    let left = words
    for (let at = 0; at < args.length; at++) {
      const arg = args[at]
      if (arg === '--') return at + 1 + left
      if (arg?.startsWith('-') === true) {
        if (flags.has(arg)) at++
      } else if (left-- === 0) return at
    }
    return undefined
  }

/** Behind the first word of this kind. */
function indexBehind(args: Words, kind: RegExp): number | undefined {
  const at = args.findIndex((arg) => arg !== undefined && kind.test(arg))
  return at < 0 ? undefined : at + 1
}

/** Nothing where a text for the shell stands in place of words. */
function withoutText(skip: Skip): Skip {
  return (args) => {
    const at = skip(args)
    return at === undefined || /^(-c|--command)$/.test(args[at] ?? '') ? undefined : at
  }
}

const afterDashes: Skip = (args) => (args.includes('--') ? args.indexOf('--') + 1 : undefined)

/** Programs that only start the rest of their words. */
const rows: readonly (readonly [names: string, skip: Skip])[] = [
  // https://github.com/krallin/tini, https://github.com/Yelp/dumb-init, https://docs.docker.com/reference/cli/docker/container/run/#init
  ['tini tini-static docker-init catatonit', after('-p -e')],
  ['dumb-init', after('-r --rewrite')],
  // Of the official images; one that the file copies is read as the script that it is.
  ['docker-entrypoint.sh docker-php-entrypoint', () => 0],
  ['gosu su-exec setuidgid s6-setuidgid s6-envuidgid s6-envdir', after('', 1)],
  // https://github.com/just-containers/s6-overlay#container-environment
  ['with-contenv', after('')],
  ['fdmove', after('', 2)],
  ['chpst', after('-u -U -b -e -/ -n -m -d -o -p -f -c -t')],
  // https://man7.org/linux/man-pages/man1/setpriv.1.html, https://man7.org/linux/man-pages/man1/runuser.1.html
  [
    'setpriv',
    after(
      '--reuid --regid --groups --securebits --inh-caps --ambient-caps --bounding-set --pdeathsig --selinux-label --apparmor-profile',
    ),
  ],
  [
    'runuser',
    (args) =>
      args.some((arg) => /^(-u|--user)/.test(arg ?? ''))
        ? after('-u --user -g --group -G --supp-group')(args)
        : undefined,
  ],
  // Each of its flags takes a value: https://github.com/jwilder/dockerize#usage
  [
    'dockerize',
    after(
      '-wait -timeout -template -stdout -stderr -delims -wait-http-header -wait-retry-interval -cacert -cert -key',
    ),
  ],
  ['nice', after('-n --adjustment')],
  ['ionice', after('-c -n --class --classdata')],
  ['stdbuf', after('-i -o -e --input --output --error')],
  // https://www.gnu.org/software/coreutils/manual/html_node/timeout-invocation.html
  ['timeout', after('-k --kill-after -s --signal', 1)],
  // https://www.gnu.org/software/findutils/manual/html_node/find_html/Invoking-xargs.html
  [
    'xargs',
    after(
      '-a -d -E -I -L -n -P -s --arg-file --delimiter --max-lines --max-args --max-procs --max-chars --process-slot-var',
    ),
  ],
  // https://man7.org/linux/man-pages/man1/flock.1.html; `flock FILE -c TEXT` is the shell's.
  ['flock', withoutText(after('-w --wait --timeout -E --conflict-exit-code', 1))],
  ['chroot', after('', 1)],
  ['watch', after('-n --interval -q --equexit')],
  ['strace ltrace', after('-e -o -p -s -u -P -a -E')],
  ['prlimit unshare numactl busybox', after('')],
  // https://man7.org/linux/man-pages/man1/find.1.html#EXPRESSION: up to `;` or `+`.
  ['find', (args) => indexBehind(args, /^-(exec|execdir|ok|okdir)$/)],
  ['setsid unbuffer catchsegv chronic', after('')],
  ['taskset', after('-c --cpu-list -p', 1)],
  ['doas', after('-u -C')],
  // https://bundler.io/man/bundle-exec.1.html
  ['bundle bundler', (args) => (args[0] === 'exec' ? 1 : undefined)],
]

export const systemLaunchers: readonly Launcher[] = rows.map(([names, skip]) => ({
  names: new Set(names.split(' ')),
  read: (call) => restOf(call, skip),
}))

/** The words of the program that a launcher starts; undefined for another program. */
export const afterLauncher = (name: string, args: Words): Words | undefined => {
  const at = rows.find(([names]) => names.split(' ').includes(name))?.[1](args)
  return at === undefined ? undefined : args.slice(at)
}

/** Scripts that wait for a port and then run what stands behind `--`: https://github.com/vishnubob/wait-for-it */
export const waiters: Launcher = {
  read: (call) =>
    /wait-for(-it)?(\.sh)?$/.test(call.name) ? restOf(call, afterDashes) : undefined,
}

/** https://just.systems, https://taskfile.dev: languages of their own, which nobody here reads. */
export const unreadRunners: Launcher = {
  names: new Set(['just', 'task']),
  read: ({ name, args }) =>
    args.every((arg) => arg?.startsWith('-') === true) && args.length > 0
      ? undefined
      : unknownStart(
          `what \`${[name, ...args.map((arg) => arg ?? '?')].join(' ')}\` runs is not read`,
        ),
}

function restOf(call: Call, skip: Skip) {
  const at = skip(call.args)
  if (at === undefined) return undefined
  const end =
    call.name === 'find' ? call.args.findIndex((arg) => /^(\\?;|\+)$/.test(arg ?? '')) : -1
  return startsWords(call, call.args.slice(at, end < at ? undefined : end))
}
