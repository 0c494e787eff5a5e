import type { CallRow } from '../../call.ts'
import { ofRoot } from '../of-root.ts'
import { hasLine, hasList, isSetting, ofPhp, opensToWrite } from './row.ts'

const filesystem = 'https://www.php.net/manual/en/ref.filesystem.php'
const programs = 'https://www.php.net/manual/en/ref.exec.php'
const settings = 'https://www.php.net/manual/en/ini.list.php'

const rows: readonly CallRow[] = [
  { names: ['file_put_contents', 'touch', 'unlink'], writes: [0], source: filesystem },
  { names: ['mkdir', 'rmdir', 'tempnam'], fills: [0], source: filesystem },
  {
    names: ['move_uploaded_file', 'copy', 'rename', 'symlink', 'link'],
    writes: [1],
    source: filesystem,
  },
  { names: ['fopen'], writes: [0], when: opensToWrite, source: filesystem },
  { names: ['fopen'], reads: [0], when: (call) => !opensToWrite(call), source: filesystem },
  {
    names: ['file_get_contents', 'readfile', 'parse_ini_file', 'scandir', 'opendir'],
    reads: [0],
    source: filesystem,
  },
  {
    names: ['imagepng', 'imagejpeg', 'imagegif', 'imagewebp', 'imageavif', 'imagebmp'],
    writes: [1],
    source: 'https://www.php.net/manual/en/ref.image.php',
  },
  {
    names: ['error_log'],
    writes: [2],
    source: 'https://www.php.net/manual/en/function.error-log.php',
  },
  { names: ['ini_set'], when: isSetting('error_log'), writes: [1], source: settings },
  {
    names: ['ini_set'],
    when: isSetting('session.save_path', 'upload_tmp_dir', 'soap.wsdl_cache_dir'),
    fills: [1],
    source: settings,
  },
  {
    names: ['chdir'],
    goesTo: 0,
    source: 'https://www.php.net/manual/en/function.chdir.php',
  },
  {
    names: ['session_save_path'],
    fills: [0],
    source: 'https://www.php.net/manual/en/function.session-save-path.php',
  },
  {
    names: ['exec', 'shell_exec', 'system', 'passthru', 'popen'],
    startsLine: 0,
    source: programs,
  },
  { names: ['proc_open'], startsLine: 0, startsIn: 3, when: hasLine, source: programs },
  {
    names: ['proc_open'],
    starts: 0,
    hasListOfWords: true,
    startsIn: 3,
    when: hasList,
    source: programs,
  },
  {
    names: ['pcntl_exec'],
    starts: 0,
    source: 'https://www.php.net/manual/en/function.pcntl-exec.php',
  },
  {
    names: ['include', 'include_once', 'require', 'require_once'],
    loads: [0],
    source: 'https://www.php.net/manual/en/function.include.php',
  },
  {
    names: ['getenv', 'env', '$_ENV'],
    readsVariable: 0,
    source: 'https://www.php.net/manual/en/function.getenv.php',
  },
  {
    names: ['chown', 'chgrp', 'lchown', 'lchgrp'],
    needsRoot: ofRoot.owner,
    source: filesystem,
  },
  {
    names: ['posix_setuid', 'posix_setgid', 'posix_seteuid', 'posix_setegid', 'posix_initgroups'],
    needsRoot: ofRoot.user,
    source: 'https://www.php.net/manual/en/ref.posix.php',
  },
  {
    names: ['posix_getuid', 'posix_geteuid'],
    needsRoot: ofRoot.asks,
    source: 'https://www.php.net/manual/en/ref.posix.php',
  },
  {
    names: ['stream_socket_server'],
    listens: 0,
    source: 'https://www.php.net/manual/en/function.stream-socket-server.php',
  },
]

/** What PHP's own functions do with files, programs and ports. */
export const phpFunctions = rows.map(ofPhp)
