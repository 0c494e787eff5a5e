import { describe, expect, test } from 'vitest'
import { blameFor } from '../../../src/verify/judge/blame.ts'
import { readErrorLine } from '../../../src/verify/judge/error-lines.ts'
import { createLogReader } from '../../../src/verify/run/log-reader.ts'

describe('a line of a log', () => {
  test.each([
    ["Error: Cannot find module './dist/app.js'", 'missing-module', './dist/app.js'],
    [
      "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'pino' imported from /app/x.js",
      'missing-module',
      'pino',
    ],
    [
      'PHP Fatal error:  Uncaught Error: Class "App\\Kernel" not found in /app/index.php:3',
      'missing-module',
      'App\\Kernel',
    ],
    [
      'PHP Fatal error:  Uncaught Error: Call to undefined function imagecreate() in x',
      'missing-module',
      'imagecreate',
    ],
    ['PDOException: could not find driver', 'missing-module', 'could not find driver'],
    ["ModuleNotFoundError: No module named 'yaml'", 'missing-module', 'yaml'],
    ['Error: Could not find or load main class com.acme.Main', 'missing-module', 'com.acme.Main'],
    [
      './app: error while loading shared libraries: libpq.so.5: cannot open shared object file: No such file or directory',
      'missing-library',
      'libpq.so.5',
    ],
    [
      'Error loading shared library libstdc++.so.6: No such file or directory (needed by /app/x.node)',
      'missing-library',
      'libstdc++.so.6',
    ],
    [
      "/lib/libc.so.6: version `GLIBC_2.34' not found (required by /app/api)",
      'missing-library',
      '/app/api',
    ],
    [
      "PHP Warning:  PHP Startup: Unable to load dynamic library 'gd' (tried: x)",
      'missing-library',
      'gd',
    ],
    [
      "ENOENT: no such file or directory, open '/app/views/x.html'",
      'missing-file',
      '/app/views/x.html',
    ],
    ['panic: open config/app.yaml: no such file or directory', 'missing-file', 'config/app.yaml'],
    [
      'panic: html/template: pattern matches no files: `templates/*.html`',
      'missing-file',
      'templates/*.html',
    ],
    [
      'include(/app/vendor/autoload.php): Failed to open stream: No such file or directory',
      'missing-file',
      '/app/vendor/autoload.php',
    ],
    [
      "python: can't open file '/app/main.py': [Errno 2] No such file or directory",
      'missing-file',
      '/app/main.py',
    ],
    [
      'nginx: [emerg] open() "/etc/nginx/x.conf" failed (2: No such file or directory)',
      'missing-file',
      '/etc/nginx/x.conf',
    ],
    ['/docker-entrypoint.sh: 3: /app/run.sh: not found', 'missing-file', '/app/run.sh'],
    ['sh: 1: curl: not found', 'missing-program', 'curl'],
    ['/bin/sh: git: not found', 'missing-program', 'git'],
    ['Error: spawn ffmpeg ENOENT', 'missing-program', 'ffmpeg'],
    ['exec: "node": executable file not found in $PATH: unknown', 'missing-program', 'node'],
    ["env: 'bash': No such file or directory", 'missing-program', 'bash'],
    ["Error: EACCES: permission denied, open '/data/x.db'", 'permission', '/data/x.db'],
    ['Error: listen EACCES: permission denied 0.0.0.0:80', 'permission', '0.0.0.0:80'],
    [
      'nginx: [emerg] mkdir() "/var/cache/nginx/client_temp" failed (13: Permission denied)',
      'permission',
      '/var/cache/nginx/client_temp',
    ],
    ['panic: open /var/log/app.log: permission denied', 'permission', '/var/log/app.log'],
    ["PermissionError: [Errno 13] Permission denied: '/srv/x'", 'permission', '/srv/x'],
    [
      'The stream or file "/app/storage/logs/laravel.log" could not be opened in append mode: Failed to open stream: Permission denied',
      'permission',
      '/app/storage/logs/laravel.log',
    ],
    [
      'tls: failed to verify certificate: x509: certificate signed by unknown authority',
      'certificates',
      undefined,
    ],
    ['Error: unable to get local issuer certificate', 'certificates', undefined],
    ['panic: unknown time zone Europe/Berlin', 'time-zone', 'Europe/Berlin'],
    ['exec /app/api: exec format error', 'architecture', undefined],
    ['Error: connect ECONNREFUSED 127.0.0.1:5432', 'other', undefined],
  ])('%s', (line, kind, name) => {
    expect(readErrorLine(line)).toEqual({ kind, name, line })
  })

  test.each([
    'Server listening on 3000',
    '172.17.0.1 - - [21/Nov/2026:15:02:31 +0000] "GET /error HTTP/1.1" 404 9 "-" "x"',
    'GET /not-found 404 1.2 ms - 9',
    '',
  ])('that tells of no error: %s', (line) => {
    expect(readErrorLine(line)).toBeUndefined()
  })
})

describe('a log', () => {
  test('comes in pieces of any size', () => {
    const reader = createLogReader()
    const text = 'ready\n\u001b[31mError: ü\u001b[0m at 12:00:01\nError: ü at 12:00:02\nlast'
    for (const byte of Buffer.from(text)) reader.read('stdout', Buffer.from([byte]))
    reader.read('stderr', Buffer.from('fatal: no\n'))
    expect(reader.finish()).toEqual({
      bytes: Buffer.byteLength(text) + 10,
      lines: 5,
      errors: [
        { kind: 'other', name: undefined, line: 'Error: ü at 12:00:01' },
        { kind: 'other', name: undefined, line: 'fatal: no' },
      ],
      last: ['ready', 'Error: ü at 12:00:01', 'Error: ü at 12:00:02', 'fatal: no', 'last'],
      output: text,
    })
  })

  test('needs no more memory than it shows', () => {
    const reader = createLogReader()
    const chunk = Buffer.from('x'.repeat(65536))
    for (let n = 0; n < 1600; n++) reader.read('stdout', chunk)
    reader.read('stdout', Buffer.from('\n'))
    for (let n = 0; n < 20_000; n++)
      reader.read('stderr', Buffer.from(`Error ${'abcdefghij'[n % 10] ?? ''}${n}\n`))
    const { last, errors, output, bytes } = reader.finish()
    expect(bytes).toBeGreaterThan(100 * 1024 * 1024)
    expect(last).toHaveLength(60)
    expect(errors).toHaveLength(100)
    expect(output).toHaveLength(64 * 1024)
  })
})

test.each(['x', 'a/', 'error: ', "can't open /", ' at x (', '"', '.so', 'view"'])(
  'a line of nothing but %j takes no long time',
  (part) => {
    const started = performance.now()
    readErrorLine(`${part.repeat(4000)} fail`)
    expect(performance.now() - started).toBeLessThan(200)
  },
)

describe('the change that left something out', () => {
  const changes = [
    change('split-stages', 'Build in one stage, run in another'),
    change('non-root-user', 'Run as the image’s own user "node"'),
    change('static-assets', 'Serve what the build made', [
      { path: 'src/app.ts', line: 12, text: "res.render('views/index')" },
    ]),
  ]
  const replaced = [
    { line: 3, text: 'RUN apt-get install -y libpq5 ffmpeg', by: 'runtime-packages' },
  ]

  test.each([
    ['missing-file', '/app/views/index.ejs', 'static-assets'],
    ['missing-library', 'libpq.so.5', 'runtime-packages'],
    ['missing-library', 'libvips.so.42', 'split-stages'],
    ['missing-program', 'ffmpeg', 'runtime-packages'],
    ['missing-module', 'left-pad', 'split-stages'],
    ['permission', '/data', 'non-root-user'],
  ] as const)('%s %s', (kind, name, by) => {
    expect(blameFor(kind, name, { changes, replaced })?.by).toBe(by)
  })

  test('is none of ours where it is an error of another kind', () => {
    expect(blameFor('other', undefined, { changes, replaced })).toBeUndefined()
    expect(blameFor('permission', '/x', { changes: [], replaced: [] })).toBeUndefined()
  })
})

function change(
  rule: string,
  title: string,
  evidence: readonly { path: string; line: number; text: string }[] = [],
) {
  return { rule, title, why: '', risk: 'safe' as const, evidence }
}
