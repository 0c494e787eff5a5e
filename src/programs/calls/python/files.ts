import type { CallRow } from '../../call.ts'
import { ofPath, opensToRead, opensToWrite, rowsOf, words } from './row.ts'

const osModule = 'https://docs.python.org/3/library/os.html#files-and-directories'
const shutil = 'https://docs.python.org/3/library/shutil.html'
const pathlib = 'https://docs.python.org/3/library/pathlib.html'
const open = 'https://docs.python.org/3/library/functions.html#open'

/** What takes a path and a mode as `open` does: https://docs.python.org/3/library/gzip.html, https://github.com/Tinche/aiofiles */
const openers: readonly CallRow[] = [
  ...['', 'io', 'codecs', 'aiofiles', 'aiofile', 'smart_open'].map((module) => ({
    module,
    names: words('open async_open'),
  })),
  ...words('gzip bz2 lzma tarfile wave').map((module) => ({ module, names: ['open'] })),
  { module: 'zipfile', names: ['ZipFile'] },
  { module: 'tarfile', names: ['TarFile'] },
  { module: 'gzip', names: ['GzipFile'] },
  { module: 'h5py', names: ['File'] },
].flatMap((row): readonly CallRow[] => {
  const places = [0, 'file', 'filename', 'name', 'fileobj']
  return [
    { ...row, when: opensToRead(1), reads: places, source: open },
    { ...row, when: opensToWrite(1), writes: places, source: open },
  ]
})

/** What Python's own library does with files. */
export const pythonFiles: readonly CallRow[] = [
  ...openers,
  ...rowsOf('os posix aiofiles.os', {
    names: words('remove unlink truncate mkfifo mknod utime chmod'),
    writes: [0, 'path'],
    source: osModule,
  }),
  ...rowsOf('os aiofiles.os', {
    names: words('mkdir makedirs rmdir removedirs'),
    fills: [0, 'name', 'path'],
    source: osModule,
  }),
  ...rowsOf('os aiofiles.os', {
    names: words('rename renames replace'),
    writes: [0, 1, 'src', 'dst'],
    source: osModule,
  }),
  ...rowsOf('os', { names: words('symlink link'), writes: [1, 'dst'], source: osModule }),
  ...rowsOf('os aiofiles.os', {
    names: words('listdir scandir walk fwalk'),
    reads: [0, 'path', 'top'],
    source: osModule,
  }),
  ...rowsOf('os os.path aiofiles.os', {
    names: words('stat lstat access exists isfile isdir getsize getmtime readlink'),
    mayName: [0, 'path'],
    source: osModule,
  }),
  ...rowsOf('os', { names: ['chdir'], reads: [0], goesTo: 0, source: osModule }),
  ...rowsOf('os', {
    names: ['open'],
    when: ({ args }) => /O_(CREAT|WRONLY|RDWR|APPEND)/.test(args[1]?.text('') ?? ''),
    writes: [0],
    source: osModule,
  }),
  ...rowsOf('glob', { names: words('glob iglob'), reads: [0], source: osModule }),
  ...rowsOf('shutil', {
    names: words('copy copy2 copyfile copytree'),
    reads: [0, 'src'],
    source: shutil,
  }),
  ...rowsOf('shutil', { names: words('copy copy2 copyfile'), writes: [1, 'dst'], source: shutil }),
  ...rowsOf('shutil', { names: ['copytree'], fills: [1, 'dst'], source: shutil }),
  ...rowsOf('shutil', { names: ['move'], writes: [0, 1, 'src', 'dst'], source: shutil }),
  ...rowsOf('shutil', { names: ['rmtree'], fills: [0, 'path'], source: shutil }),
  ...rowsOf('shutil', { names: ['make_archive'], writes: [0, 'base_name'], source: shutil }),
  ...rowsOf('shutil', {
    names: ['unpack_archive'],
    reads: [0, 'filename'],
    fills: [1, 'extract_dir'],
    source: shutil,
  }),
  ofPath({ names: ['open'], when: opensToWrite(1), writes: [0], source: pathlib }),
  ofPath({ names: ['open'], when: opensToRead(1), reads: [0], source: pathlib }),
  ofPath({
    names: words('write_text write_bytes touch unlink symlink_to hardlink_to chmod'),
    writes: [0],
    source: pathlib,
  }),
  ofPath({ names: words('mkdir rmdir'), fills: [0], source: pathlib }),
  ofPath({ names: words('rename replace'), writes: [0, 1], source: pathlib }),
  ofPath({
    names: words('read_text read_bytes iterdir glob rglob walk'),
    reads: [0],
    source: pathlib,
  }),
  ofPath({ names: words('exists is_file is_dir stat'), mayName: [0], source: pathlib }),
  // Without a folder these are where nothing stays: https://docs.python.org/3/library/tempfile.html
  ...rowsOf('tempfile', {
    names: words('NamedTemporaryFile TemporaryDirectory mkstemp mkdtemp TemporaryFile'),
    fills: ['dir'],
    source: 'https://docs.python.org/3/library/tempfile.html',
  }),
  {
    names: ['extractall'],
    fills: [0, 'path'],
    fillsAnyway: '.',
    source: 'https://docs.python.org/3/library/zipfile.html#zipfile.ZipFile.extractall',
  },
  {
    names: ['extract'],
    when: ({ module = '' }) => /^(zip|tar)file\./.test(module),
    fills: [1, 'path'],
    source: 'https://docs.python.org/3/library/zipfile.html#zipfile.ZipFile.extract',
  },
  ...rowsOf(
    'configparser.ConfigParser configparser.RawConfigParser configparser.SafeConfigParser',
    {
      names: ['read'],
      reads: [0, 'filenames'],
      source: 'https://docs.python.org/3/library/configparser.html#configparser.ConfigParser.read',
    },
  ),
  ...rowsOf('logging.config', {
    names: ['fileConfig'],
    reads: [0, 'fname'],
    source: 'https://docs.python.org/3/library/logging.config.html',
  }),
  ...rowsOf('importlib.util', {
    names: ['spec_from_file_location'],
    loads: [1, 'location'],
    source: 'https://docs.python.org/3/library/importlib.html',
  }),
  ...rowsOf('runpy', {
    names: ['run_path'],
    loads: [0],
    source: 'https://docs.python.org/3/library/runpy.html',
  }),
  ...rowsOf('ctypes ctypes.cdll ctypes.CDLL', {
    names: words('CDLL LoadLibrary'),
    mayName: [0],
    source: 'https://docs.python.org/3/library/ctypes.html',
  }),
  // What a package of the project has beside its modules; the path is put together before.
  ...rowsOf('pkgutil', {
    names: ['get_data'],
    reads: [0],
    source: 'https://docs.python.org/3/library/pkgutil.html#pkgutil.get_data',
  }),
  ...rowsOf('importlib.resources importlib_resources pkg_resources', {
    names: words(
      'open_text open_binary read_text read_binary contents path files resource_filename resource_string resource_stream resource_listdir',
    ),
    reads: [0],
    source: 'https://docs.python.org/3/library/importlib.resources.html',
  }),
]
