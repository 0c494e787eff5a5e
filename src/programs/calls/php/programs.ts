import type { Call, CallRow } from '../../call.ts'
import { constructor, hasLine, hasList, rowsOf, textAt } from './row.ts'

const symfony = ['Symfony\\Component\\Process\\Process']
const laravel = [
  'Illuminate\\Support\\Facades\\Process',
  'Illuminate\\Process\\Factory',
  'Illuminate\\Process\\PendingProcess',
]
const ofSymfony = 'https://symfony.com/doc/current/components/process.html'
const ofLaravel = 'https://laravel.com/docs/processes'

/** A line whose program is written out, handed to an object of nobody knows which class; SQL and commands of consoles are others. */
const namesProgram = (call: Call) =>
  call.module === undefined && /^[a-z./][\w./-]*(\s|$)/.test(textAt(call, 0) ?? '')

/** Classes that start programs and that listen. */
export const phpPrograms: readonly CallRow[] = [
  ...rowsOf(symfony, {
    names: constructor,
    starts: 0,
    hasListOfWords: true,
    startsIn: 1,
    when: hasList,
    source: ofSymfony,
  }),
  ...rowsOf(symfony, {
    names: constructor,
    startsLine: 0,
    startsIn: 1,
    when: hasLine,
    source: 'https://symfony.com/doc/3.4/components/process.html',
  }),
  ...rowsOf(symfony, {
    names: ['fromShellCommandline'],
    startsLine: 0,
    startsIn: 1,
    source: ofSymfony,
  }),
  ...rowsOf(['Symfony\\Component\\Process\\ExecutableFinder'], {
    names: ['find'],
    starts: 0,
    hasListOfWords: true,
    source: ofSymfony,
  }),
  ...rowsOf(laravel, {
    names: ['run', 'start'],
    starts: 0,
    hasListOfWords: true,
    when: hasList,
    source: ofLaravel,
  }),
  ...rowsOf(laravel, { names: ['run', 'start'], startsLine: 0, when: hasLine, source: ofLaravel }),
  ...rowsOf(laravel, { names: ['pipe'], startsLine: 0, source: ofLaravel }),
  ...rowsOf(
    ['Illuminate\\Console\\Scheduling\\Schedule', 'Illuminate\\Support\\Facades\\Schedule'],
    {
      names: ['exec'],
      startsLine: 0,
      source: 'https://laravel.com/docs/scheduling#scheduling-shell-commands',
    },
  ),
  // https://github.com/czproject/git-php, https://github.com/gitonomy/gitlib, https://github.com/cpliakas/git-wrapper
  ...rowsOf(
    [
      'CzProject\\GitPhp\\Git',
      'CzProject\\GitPhp\\GitRepository',
      'Cz\\Git\\GitRepository',
      'Gitonomy\\Git\\Repository',
      'GitWrapper\\GitWrapper',
      'Symplify\\GitWrapper\\GitWrapper',
      'SebastianFeldmann\\Git\\Repository',
    ],
    {
      names: constructor,
      startsProgram: 'git',
      source: 'https://github.com/czproject/git-php#requirements',
    },
  ),
  ...rowsOf(['Gitonomy\\Git\\Admin'], {
    names: ['cloneTo', 'cloneRepository', 'mirrorTo', 'init'],
    startsProgram: 'git',
    source: 'https://gitonomy.com/doc/gitlib/master/',
  }),
  // Wrappers of projects' own: what they do with the line isn't looked up.
  { names: ['run', 'runCommand', 'executeCommand'], startsLine: 0, when: namesProgram },
  ...rowsOf(
    [
      'Swoole\\Http\\Server',
      'Swoole\\WebSocket\\Server',
      'Swoole\\Server',
      'OpenSwoole\\Http\\Server',
    ],
    {
      names: constructor,
      listens: 1,
      source: 'https://openswoole.com/docs/modules/swoole-http-server-doc',
    },
  ),
  ...rowsOf(['Workerman\\Worker', 'React\\Socket\\SocketServer', 'React\\Socket\\Server'], {
    names: constructor,
    listens: 0,
    source: 'https://github.com/walkor/workerman, https://reactphp.org/socket/',
  }),
]
