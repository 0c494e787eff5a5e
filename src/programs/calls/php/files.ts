import type { Call, CallRow } from '../../call.ts'
import { constructor, opensToWrite, rowsOf, textAt } from './row.ts'

const storage = 'illuminate\\support\\facades\\storage'
const laravel = ['Illuminate\\Support\\Facades\\File', 'Illuminate\\Filesystem\\Filesystem']
const symfony = ['Symfony\\Component\\Filesystem\\Filesystem']
const known = new Set([...laravel, ...symfony].map((name) => name.toLowerCase()))

/** A class that no row names. */
const isOther = ({ module }: Call) => module === undefined || !known.has(module)
/** Of methods that many classes have: what they are handed is a path of the application, or an absolute one. Storage takes keys. */
const hasPath = (call: Call) =>
  isOther(call) &&
  call.module !== storage &&
  call.args[0]?.paths().some(({ base }) => base === 'own-folder' || base === 'root') === true

const ofLaravel =
  'https://github.com/laravel/framework/blob/12.x/src/Illuminate/Filesystem/Filesystem.php'
const ofSymfony = 'https://symfony.com/doc/current/components/filesystem.html'

/** What classes do with files. */
export const phpFiles: readonly CallRow[] = [
  ...rowsOf(['PDO'], {
    names: constructor,
    database: 0,
    // Other databases are servers.
    when: (call) => /^(sqlite:|\?)/.test(textAt(call, 0) ?? ''),
    source: 'https://www.php.net/manual/en/ref.pdo-sqlite.connection.php',
  }),
  ...rowsOf(['SQLite3'], {
    names: constructor,
    database: 0,
    source: 'https://www.php.net/manual/en/sqlite3.construct.php',
  }),
  ...rowsOf(['SplFileObject'], {
    names: constructor,
    writes: [0],
    when: opensToWrite,
    source: 'https://www.php.net/manual/en/splfileobject.construct.php',
  }),
  ...rowsOf(['Monolog\\Handler\\StreamHandler', 'Monolog\\Handler\\RotatingFileHandler'], {
    names: constructor,
    writes: [0],
    source: 'https://github.com/Seldaek/monolog/tree/main/src/Monolog/Handler',
  }),
  ...rowsOf(
    ['League\\Flysystem\\Local\\LocalFilesystemAdapter', 'League\\Flysystem\\Adapter\\Local'],
    {
      names: constructor,
      fills: [0],
      source: 'https://flysystem.thephpleague.com/docs/adapter/local/',
    },
  ),
  ...rowsOf(
    ['FilesystemAdapter', 'FilesystemTagAwareAdapter', 'PhpFilesAdapter'].map(
      (name) => `Symfony\\Component\\Cache\\Adapter\\${name}`,
    ),
    {
      names: constructor,
      fills: [2],
      source: 'https://symfony.com/doc/current/components/cache/adapters/filesystem_adapter.html',
    },
  ),
  ...rowsOf(['Twig\\Environment', 'Twig_Environment'], {
    names: constructor,
    fills: ['cache'],
    source: 'https://twig.symfony.com/doc/3.x/api.html#environment-options',
  }),
  ...rowsOf(laravel, {
    names: ['put', 'append', 'prepend', 'replace'],
    writes: [0],
    source: ofLaravel,
  }),
  ...rowsOf(laravel, {
    names: ['makeDirectory', 'ensureDirectoryExists', 'cleanDirectory', 'deleteDirectory'],
    fills: [0],
    source: ofLaravel,
  }),
  ...rowsOf(laravel, { names: ['copy', 'move', 'link'], writes: [1], source: ofLaravel }),
  ...rowsOf(symfony, {
    names: ['dumpFile', 'appendToFile', 'touch'],
    writes: [0],
    source: ofSymfony,
  }),
  ...rowsOf(symfony, { names: ['mkdir'], fills: [0], source: ofSymfony }),
  ...rowsOf(symfony, { names: ['copy', 'rename', 'symlink'], writes: [1], source: ofSymfony }),
  ...rowsOf(symfony, { names: ['mirror'], fills: [1], source: ofSymfony }),
  {
    names: ['extractTo'],
    fills: [0],
    source: 'https://www.php.net/manual/en/ziparchive.extractto.php',
  },
  {
    names: ['setCompileDir', 'setCacheDir'],
    fills: [0],
    when: hasPath,
    source: 'https://www.smarty.net/docs/en/api.set.compile.dir.tpl',
  },
  {
    names: ['move'],
    fills: [0],
    when: isOther,
    source: 'https://github.com/symfony/http-foundation/blob/8.0/File/UploadedFile.php',
  },
  {
    names: ['moveTo', 'saveAs', 'saveTo'],
    writes: [0],
    source: 'https://www.php-fig.org/psr/psr-7/#36-psrhttpmessageuploadedfileinterface',
  },
  {
    // The shell writes there, in the folder of the application.
    names: ['appendOutputTo', 'sendOutputTo'],
    writes: [0],
    source: 'https://laravel.com/docs/scheduling#task-output',
  },
  // Images and documents.
  {
    names: ['save', 'writeImage', 'writeFile', 'store', 'put', 'dumpFile'],
    writes: [0],
    when: hasPath,
    source: 'https://www.php.net/manual/en/imagick.writeimage.php',
  },
]
