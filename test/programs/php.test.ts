import { describe, expect, test } from 'vitest'
import { literalPath, ownFolder, type PathValue } from '../../src/programs/path-value.ts'
import { mayCall, readPhp } from '../../src/programs/readers/php.ts'

const root: PathValue = { ...ownFolder, path: '..' }
const read = (code: string, path = 'src/index.php') => readPhp(path, code, root)
const words: Readonly<Record<string, string>> = {
  'writes-file': 'writes',
  'writes-folder': 'fills',
  reads: 'reads',
  names: 'names',
}
const bases: Readonly<Record<string, string>> = { 'own-folder': './', root: '', cwd: 'cwd:' }
const showPath = ({ base, path, isPrefix }: PathValue) =>
  `${bases[base] ?? `${base}:`}${path}${isPrefix ? '…' : ''}`

/** What a piece of code does, in the order of its kinds: 'writes ./a', 'starts git status', 'gap writes'. */
function said(code: string): readonly string[] {
  const { paths, programs, gaps, imports, ports, environment } = read(
    /<[?p]/.test(code) ? code : `<?php ${code}`,
  )
  return [
    ...paths.map(({ use, value }) => `${words[use] ?? use} ${showPath(value)}`),
    ...programs.map(({ name, args }) =>
      ['starts', name, ...args.map((word) => word ?? '?')].join(' '),
    ),
    ...imports.flatMap(({ value }) => (value === undefined ? [] : [`loads ${showPath(value)}`])),
    ...ports.map(({ port }) => `listens ${port}`),
    ...environment.map(({ name }) => `asks ${name}`),
    ...gaps.map(({ what }) => `gap ${what}`),
  ]
}

test('a literal stays as written', () => {
  expect(literalPath('/../a')).toEqual({ base: 'root', path: '/../a', isPrefix: false })
})

describe('where a source writes', () => {
  test.each<[string, ...string[]]>([
    ["file_put_contents('/srv/a', $x);", 'writes /srv/a'],
    ["\\file_put_contents('a.txt', $x);", 'writes cwd:a.txt'],
    ["FILE_PUT_CONTENTS('/a', 1);", 'writes /a'],
    ["namespace App; file_put_contents(__DIR__ . '/a', 1);", 'writes ./a'],
    ["namespace App; use function Safe\\mkdir; mkdir(__DIR__ . '/a');", 'fills ./a'],
    ["use function mkdir as make; make('/a');", 'fills /a'],
    ["namespace App; function mkdir($x) {} mkdir('/a');"],
    ["mkdir(__DIR__ . '/../data');", 'fills ./../data'],
    ["mkdir(__DIR__ . DIRECTORY_SEPARATOR . 'data');", 'fills ./data'],
    ["mkdir(__DIR__ . 'data');", 'gap writes'],
    ["mkdir(dirname(__DIR__, 2) . '/var');", 'fills ./../../var'],
    ["mkdir(dirname(__FILE__) . '/var');", 'fills ././var'],
    ["mkdir(realpath(__DIR__ . '/..') . '/var');", 'fills ./../var'],
    ["mkdir(sprintf('%s/var/%d', __DIR__, $id));", 'fills ./var…'],
    ["mkdir(sprintf('%2$s/%1$s', 'var', __DIR__));", 'fills ./var'],
    ["mkdir(implode('/', [__DIR__, 'var', 'a']));", 'fills ./var/a'],
    ['$d = __DIR__; mkdir("$d/var");', 'fills ./var'],
    ['$d = __DIR__; mkdir("{$d}/var/{$id}/x");', 'fills ./var…'],
    ['$d = __DIR__; mkdir(<<<A\n  $d/var\n  A);', 'fills ./var'],
    ["mkdir(<<<'A'\n/var/a\nA);", 'fills /var/a'],
    ["mkdir($x ? '/a' : '/b');", 'fills /a', 'fills /b'],
    ["mkdir(match ($x) { 1 => '/a', default => '/b' });", 'fills /a', 'fills /b'],
    ["mkdir($x ?? '/a');", 'fills /a', 'gap writes'],
    ["mkdir(getenv('DATA') ?: '/a');", 'fills /a', 'asks DATA', 'gap writes'],
    ["mkdir(env('DATA', '/a'));", 'fills /a', 'asks DATA', 'gap writes'],
    ["foreach (['a', 'b'] as $d) mkdir(__DIR__ . \"/$d\");", 'fills ./a', 'fills ./b'],
    ["$d = '/a'; $d = '/b'; mkdir($d);", 'fills /a', 'fills /b'],
    ["$d = '/a'; $d .= '/b'; mkdir($d);", 'gap writes'],
    ["mkdir($d = '/a');", 'fills /a'],
    ['mkdir($d);', 'gap writes'],
    ["function f($d = '/a') { mkdir($d); }", 'fills /a', 'gap writes'],
    ["$d = '/a'; function f() { mkdir($d); }", 'gap writes'],
    ["$d = '/a'; $f = fn() => mkdir($d);", 'fills /a'],
    ["$d = '/a'; $f = function () use ($d) { mkdir($d); };", 'fills /a'],
    ["$d = '/a'; $f = function () use (&$d) { mkdir($d); };", 'gap writes'],
    ["function a() { $d = '/a'; mkdir($d); } function b() { $d = '/b'; }", 'fills /a'],
    ["const D = '/a'; mkdir(D);", 'fills /a'],
    ["define('D', __DIR__ . '/a'); mkdir(D . '/b');", 'fills ./a/b'],
    ["class A { const D = '/a'; function f() { mkdir(self::D); } }", 'fills /a'],
    ["class A { const D = '/a'; function f() { mkdir(static::D); } }", 'gap writes'],
    ["class A { const D = '/a'; } mkdir(A::D);", 'fills /a'],
    ["class A { private $d = '/a'; function f() { mkdir($this->d); } }", 'fills /a'],
    ["class A { public $d = '/a'; function f() { mkdir($this->d); } }", 'fills /a', 'gap writes'],
    [
      "class A { private readonly string $d; function __construct() { $this->d = '/a'; } function f() { mkdir($this->d); } }",
      'fills /a',
    ],
    ["class A { private static $d = '/a'; function f() { mkdir(self::$d); } }", 'fills /a'],
    ["enum E: string { case A = 'a'; function f() { mkdir('/a'); } }", 'fills /a'],
    ["#[Route('/x')] class A { #[Pure] function f() { touch('/a'); } }", 'writes /a'],
    ["touch(filename: '/a');", 'writes /a'],
    ['touch(...$all);', 'gap writes'],
    ['array_map(touch(...), $all);'],
    ["array_map('unlink', $all);", 'gap writes'],
    ["call_user_func('touch', '/a');", 'writes /a'],
    ["$f = 'touch'; $f('/a');", 'writes /a'],
    ["$f('/a');"],
    ["fopen('/a', 'w');", 'writes /a'],
    ["fopen('/a', 'rb');", 'reads /a'],
    ["fopen('/a', $mode);", 'writes /a'],
    ["fopen('php://memory', 'w');"],
    ["file_put_contents('https://example.org/a', 1);"],
    ["move_uploaded_file($_FILES['a']['tmp_name'], __DIR__ . '/up/' . $name);", 'writes ./up…'],
    ["copy($a, '/b');", 'writes /b'],
    ["error_log('x');"],
    ["error_log('x', 3, '/a.log');", 'writes /a.log'],
    ["ini_set('error_log', '/a.log');", 'writes /a.log'],
    ["ini_set('memory_limit', '1G');"],
    ["tempnam(sys_get_temp_dir(), 'x');", 'fills /tmp'],
    ["new PDO('sqlite:/a.db');", 'writes /a.db'],
    ["new \\PDO('sqlite:' . __DIR__ . '/a.db');", 'writes ./a.db'],
    ['$p = \'/a.db\'; new PDO("sqlite:$p");', 'writes /a.db'],
    ["new PDO('sqlite::memory:');"],
    ["new PDO('mysql:host=db');"],
    ['new PDO("mysql:host=$host");'],
    ['new PDO($dsn);', 'gap writes'],
    ["namespace App; new PDO('sqlite:/a');"],
    ["new SQLite3('/a.db');", 'writes /a.db'],
    ["use Monolog\\Handler\\StreamHandler; new StreamHandler('/a.log');", 'writes /a.log'],
    ["use Monolog\\Handler as H; new H\\StreamHandler('php://stdout');"],
    ["$file->move('/a');", 'fills /a'],
    ['$file->move($to, $name);', 'gap writes'],
    ["$image->save('/a');", 'writes /a'],
    ['$model->save();'],
    ['$model->save($options);'],
    ["Storage::disk('local')->put('/a', 1);"],
    ["File::put(storage_path('a'), 1);", 'writes ./../storage/a'],
    ['use Illuminate\\Support\\Facades\\File as F; F::makeDirectory(base_path());', 'fills ./..'],
    ['namespace App; File::put($x, 1);'],
    ['$fs = new Symfony\\Component\\Filesystem\\Filesystem(); $fs->mkdir($x);', 'gap writes'],
    [
      "use Symfony\\Component\\Filesystem\\Filesystem; function f(Filesystem $fs) { $fs->dumpFile('/a', 1); }",
      'writes /a',
    ],
    [
      "use Symfony\\Component\\Filesystem\\Filesystem; class A { function __construct(private Filesystem $fs) {} function f() { $this->fs->mkdir('a'); } }",
      'fills cwd:a',
    ],
    ["$this->getParameter('kernel.project_dir');"],
    ["mkdir($this->getParameter('kernel.cache_dir') . '/a');", 'fills ./../var/cache/a'],
    ["mkdir($kernel->getProjectDir() . '/a');", 'fills ./../a'],
    ["new \\Twig\\Environment($l, ['cache' => '/a']);", 'fills /a'],
    ["new \\Twig\\Environment($l, ['cache' => false]);"],
    ['// touch("/a")\n# exec("b")\n/* touch("/c") */'],
    ['$s = \'touch("/a")\';'],
  ])('%s', (code, ...all) => {
    expect(said(code)).toEqual(all)
  })
})

describe('what a source starts', () => {
  test.each<[string, ...string[]]>([
    ["exec('git log -1');", 'starts git log -1'],
    ["\\shell_exec('cd /a && ls');", 'starts cd /a', 'starts ls'],
    [
      'exec("convert {$a} out.png");',
      'names cwd:out.png',
      'writes cwd:out.png',
      'starts convert ? out.png',
    ],
    ["exec('convert ' . escapeshellarg($a));", 'starts convert ?'],
    ['exec($cmd);', 'gap starts'],
    ["$cmd = 'ls'; exec($cmd);", 'starts ls'],
    ['`ls -l $x`;', 'starts ls -l ?'],
    ["proc_open(['ls', '-l'], [], $p);", 'starts ls -l'],
    ["pcntl_exec('/bin/ls', ['-l']);", 'starts /bin/ls -l'],
    ['exec(PHP_BINARY . " job.php");', 'names cwd:job.php', 'starts php job.php'],
    [
      "use Symfony\\Component\\Process\\Process as P; (new P(['git', 'status']))->run();",
      'starts git status',
    ],
    [
      "use Symfony\\Component\\Process\\{Process, ExecutableFinder}; $p = new Process(['git', $x]); $p->run();",
      'fills cwd:.',
      'starts git ?',
      'starts ssh',
    ],
    ["$c = ['git', 'log']; new \\Symfony\\Component\\Process\\Process($c);", 'starts git log'],
    [
      "use Symfony\\Component\\Process\\Process; Process::fromShellCommandline('a | b');",
      'starts a',
      'starts b',
    ],
    ["use Illuminate\\Support\\Facades\\Process; Process::path('/a')->run('ls');", 'starts ls'],
    ["use Illuminate\\Support\\Facades\\Process; Process::run(['ls', '-l']);", 'starts ls -l'],
    ['use Illuminate\\Support\\Facades\\Process; Process::run($x);', 'gap starts'],
    ["$this->run('git pull');", 'fills cwd:.', 'starts git pull', 'starts ssh'],
    ['$this->run($x);'],
    ["$this->runCommand('cache:clear');"],
    [
      "use Illuminate\\Console\\Scheduling\\Schedule; function f(Schedule $s) { $s->exec('node job.js')->daily(); }",
      'names cwd:job.js',
      'starts node job.js',
    ],
    ["$pdo->exec('VACUUM');"],
    ['$pdo->exec($sql);'],
    ['<p>exec("a")</p>'],
    ['<p><?= exec("a") ?></p> <?php if ($x): ?> system("b") <?php endif ?>', 'starts a'],
    ['<? system("a") ?>', 'starts a'],
    ['<?php $x = exec("a"', 'gap starts'],
    ['<?php $a{0} = 1; exec("a");', 'starts a'],
    ['\ufeff<?php exec("a"); __halt_compiler(); \x01 binary', 'starts a'],
    ['<?php\r\n$a = 1;\r\nexec("a");\r\n', 'starts a'],
  ])('%s', (code, ...all) => {
    expect(said(code)).toEqual(all)
  })

  test('in a template of Blade', () => {
    const text = "<b>{{ $a }}</b>\n@php\n  exec('ls');\n@endphp\n@php($b = 1)"
    expect(read(text, 'a.blade.php').programs.map(({ name, at }) => [name, at.line])).toEqual([
      ['ls', 3],
    ])
  })
})

describe('what a source loads', () => {
  test.each<[string, ...string[]]>([
    ["require __DIR__ . '/a.php';", 'loads ./a.php'],
    ["include_once('lib/a.php');", 'loads ./lib/a.php', 'loads cwd:lib/a.php'],
    ["require './a.php';", 'loads cwd:./a.php'],
    ["require '/a.php';", 'loads /a.php'],
    ['require $x;', 'gap loads'],
    ["include __DIR__ . '/' . $x . '.php';", 'loads ./…'],
  ])('%s', (code, ...all) => {
    expect(said(code)).toEqual(all)
  })

  test.each<[string, ...string[]]>([
    ['use A\\B; new B;', 'A\\B'],
    ['use A\\{B, C as D}; use E; D\\F::x();', 'A\\B', 'A\\C', 'E', 'A\\C\\F'],
    [
      'use function A\\b; use const A\\C; use A\\{function d, const E, F};',
      'A\\b',
      'A\\C',
      'A\\d',
      'A\\E',
      'A\\F',
    ],
    ['namespace N; new A\\B; new \\C\\D; namespace\\E\\f();', 'N\\A\\B', 'C\\D', 'N\\E\\f'],
    [
      "return ['a' => 'App\\\\Kernel', 'b' => \"App\\\\X\", 'c' => 'no class'];",
      'App\\Kernel',
      'App\\X',
    ],
    [
      '#[A\\B] class C extends D\\E implements \\F\\G { use H\\I; }',
      'A\\B',
      'D\\E',
      'F\\G',
      'H\\I',
    ],
    [
      'function f(A\\B|C\\D $x): ?E\\F { return match (true) { default => G\\H::I }; }',
      'A\\B',
      'C\\D',
      'E\\F',
      'G\\H',
    ],
  ])('%s', (code, ...names) => {
    expect(read(`<?php ${code}`).imports.map(({ specifier }) => specifier)).toEqual(names)
  })

  test('functions that it calls', () => {
    const { functions } = read(
      '<?php namespace A;\nfake(); \\DD(1);\nB\\ray(); $x->dump(); X::dd(); function own() {}',
    )
    expect([...functions].map(([name, { line }]) => [name, line])).toEqual([
      ['fake', 2],
      ['dd', 2],
    ])
  })
})

test.each([
  ["$_ENV['A']; $_SERVER['B'];", 'asks A'],
  ["stream_socket_server('tcp://0.0.0.0:8000');", 'listens 8000'],
  ["stream_socket_server('unix:///run/a.sock');", 'writes /run/a.sock'],
  ["use Swoole\\Http\\Server; new Server('0.0.0.0', 9501);", 'listens 9501'],
])('%s', (code, ...all) => {
  expect(said(code)).toEqual(all)
})

test.each([
  ["<?php exec ('a');", true],
  ["<?php use function exec as run; run('a');", true],
  ['<?php new P();', false],
  ['<?php use Symfony\\Component\\Process\\Process as P; new P([]);', true],
  ['<?php `ls`;', true],
  ["<?php array_map('unlink', $x);", true],
  ['<?php require $x;', true],
  ["<?php return ['system' => 'x', 'link' => 1];", true],
  ['<?php return [1, 2];', false],
])('%s may call something: %s', (text, may) => {
  expect(mayCall(text)).toBe(may)
})
