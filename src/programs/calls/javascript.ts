import type { CallRow } from '../call.ts'
import { loaderRows } from './javascript-loaders.ts'
import { programRows } from './javascript-programs.ts'
import { rightRows } from './javascript-rights.ts'
import { saverRows } from './javascript-savers.ts'
import { socketRows } from './javascript-sockets.ts'
import { storeRows } from './javascript-stores.ts'

const words = (text: string) => text.split(' ')

/** https://nodejs.org/api/fs.html, and packages with the same functions: https://github.com/jprichardson/node-fs-extra */
const fileModules = words('fs fs-extra graceful-fs mz/fs jsonfile')
const fileFunctions: readonly CallRow[] = [
  {
    names: words(
      'readFile readFileSync createReadStream readdir readdirSync opendir opendirSync readJson readJsonSync readJSON readJSONSync stat statSync lstat lstatSync access accessSync exists existsSync pathExists pathExistsSync realpath realpathSync watch watchFile',
    ),
    reads: [0],
  },
  {
    names: words(
      'writeFile writeFileSync appendFile appendFileSync createWriteStream outputFile outputFileSync outputJson outputJsonSync outputJSON writeJson writeJsonSync writeJSON ensureFile ensureFileSync remove removeSync unlink unlinkSync rm rmSync truncate truncateSync utimes utimesSync chmod chmodSync chown chownSync',
    ),
    writes: [0],
  },
  // It makes a folder beside the one of that name: https://nodejs.org/api/fs.html#fspromisesmkdtempprefix-options
  { names: words('mkdtemp mkdtempSync'), writes: [0] },
  {
    names: words(
      'mkdir mkdirSync mkdirp mkdirpSync mkdirs mkdirsSync ensureDir ensureDirSync emptyDir emptyDirSync rmdir rmdirSync',
    ),
    fills: [0],
  },
  { names: words('copyFile copyFileSync cp cpSync copy copySync'), reads: [0], writes: [1] },
  { names: words('rename renameSync move moveSync'), writes: [0, 1] },
  { names: words('symlink symlinkSync link linkSync'), writes: [1] },
  {
    names: words('open openSync'),
    when: ({ args }) => /[wa+]/.test(args[1]?.text() ?? ''),
    writes: [0],
  },
  {
    names: words('open openSync'),
    when: ({ args }) => !/[wa+]/.test(args[1]?.text() ?? ''),
    reads: [0],
  },
]

/** Code that runs beside the program that names it. */
const workers: readonly CallRow[] = [
  {
    names: ['Worker'],
    when: ({ isNew, args }) => isNew && args[1]?.option?.('eval') === undefined,
    loads: [0],
  },
  // https://discord.js.org/docs/packages/discord.js/main/ShardingManager:Class, https://github.com/meister03/discord-hybrid-sharding#usage
  { module: 'discord.js', names: ['ShardingManager'], loads: [0] },
  { module: 'discord-hybrid-sharding', names: ['ClusterManager'], loads: [0] },
  { module: 'piscina', names: words('default Piscina'), loads: ['filename'] },
  { module: 'tinypool', names: words('default Tinypool'), loads: ['filename'] },
  { module: 'workerpool', names: ['pool'], loads: [0] },
  { module: 'cluster', names: words('setupPrimary setupMaster'), loads: ['exec'] },
]

/** Functions of any object that take the path of a file or folder to read. */
const readers: readonly CallRow[] = [
  { names: words('static serveStatic sendFile'), reads: [0] },
  {
    names: words(
      'serve sendfile download attachFile registerPartials FileSystemLoader loadFilesSync loadFiles loadSync loadPackageDefinition favicon configure autoLoad AutoLoad Worker renderFile compileFile importSchema loadSchemaSync setViewsDir setBaseViewsDir',
    ),
    mayName: [0],
  },
  ...words('serve-static koa-static').map((module) => ({ module, names: ['default'], reads: [0] })),
  ...words('serve-favicon serve-index koa-views').map((module) => ({
    module,
    names: ['default'],
    mayName: [0],
  })),
  { names: ['set'], when: ({ args }) => args[0]?.text() === 'views', mayName: [1] },
  // https://nodejs.org/api/process.html#processchdirdirectory: what is relative from there on is inside of it.
  { names: ['chdir'], when: ({ object }) => object === 'process', reads: [0], goesTo: 0 },
]

/** What calls of JavaScript do to files, programs and ports. */
export const javascriptCalls: readonly CallRow[] = [
  ...fileModules.flatMap((module) => fileFunctions.map((row) => ({ ...row, module }))),
  ...words('mkdirp make-dir').map((module) => ({
    module,
    names: words('default sync mkdirp mkdirpSync makeDirectory makeDirectorySync'),
    fills: [0],
  })),
  { module: 'rimraf', names: words('default sync rimraf rimrafSync'), writes: [0] },
  { module: 'write-file-atomic', names: words('default sync writeFile'), writes: [0] },
  ...programRows,
  ...workers,
  ...rightRows,
  ...readers,
  ...loaderRows,
  ...storeRows,
  ...saverRows,
  ...socketRows,
  { names: ['listen'], listens: 0 },
  // https://nodejs.org/api/dgram.html#socketbindport-address-callback; a function that is bound is handed no number.
  { names: ['bind'], listens: 0 },
  { names: ['bind'], listens: 'port' },
  // https://github.com/song940/node-dns#dns-server
  ...words('udp tcp doh udp.port tcp.port doh.port').map((listens) => ({
    names: ['listen'],
    listens,
  })),
  // https://github.com/QuorumDMS/ftp-srv#url
  { module: 'ftp-srv', names: words('default FtpSrv FtpServer'), listens: 'url' },
  { names: words('listen serve WebSocketServer Server'), listens: 'port' },
]
