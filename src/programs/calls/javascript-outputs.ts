import { hasPathAt, type Call, type CallRow } from '../call.ts'

const words = (text: string) => text.split(' ')

const isCalledWithFile = (call: Call) => call.args.length > 1 && hasPathAt(0)(call)

/** Packages that are called with the place: files that are made once, of pictures, tables, archives. */
export const outputRows: readonly CallRow[] = [
  // https://sharp.pixelplumbing.com/api-output/#tofile, https://github.com/soldair/node-qrcode#tofilepath-text-options-cberror
  { names: ['toFile'], writes: [0] },
  // https://github.com/richardgirges/express-fileupload#usage
  {
    names: ['mv'],
    when: ({ module, object, args }) =>
      module === undefined && object !== undefined && args.length < 3,
    writes: [0],
  },
  // https://github.com/exceljs/exceljs#writing-xlsx
  {
    names: ['writeFile'],
    when: ({ object }) => object === 'xlsx' || object === 'csv',
    writes: [0],
  },
  { module: 'xlsx', names: ['writeFile', 'writeFileXLSX'], writes: [1] },
  {
    module: 'csv-writer',
    names: ['createObjectCsvWriter', 'createArrayCsvWriter'],
    writes: ['path'],
  },
  // https://github.com/cthackers/adm-zip/wiki/ADM-ZIP
  { names: ['writeZip'], writes: [0] },
  { names: ['extractAllTo'], fills: [0] },
  { module: 'extract-zip', names: ['default'], fills: ['dir'] },
  { module: 'unzipper', names: ['Extract'], fills: ['path'] },
  { module: 'decompress', names: ['default'], fills: [1] },
  // https://github.com/pinojs/pino/blob/main/docs/api.md#pino-destination
  { module: 'pino', names: ['destination'], writes: [0] },
  // https://swagger-autogen.github.io/docs/getting-started/quick-start: what is called is the function that the module's function makes.
  { module: 'swagger-autogen', names: ['default'], when: isCalledWithFile, writes: [0] },
  // https://github.com/isaacs/node-tar#high-level-api
  { module: 'tar', names: words('c create r replace u update'), writes: ['file', 'f'] },
  {
    module: 'tar',
    names: words('x extract'),
    fills: ['cwd', 'C'],
    fillsAnyway: '.',
  },
  { module: 'tar-fs', names: ['extract'], fills: [0] },
  // https://github.com/node-modules/compressing#usage
  { module: 'compressing', names: words('compressFile compressDir'), writes: [1] },
  { module: 'compressing', names: ['uncompress'], fills: [1] },
  // https://github.com/ekalinin/sitemap.js/blob/master/lib/sitemap-simple.ts
  { module: 'sitemap', names: ['simpleSitemapAndIndex'], fills: ['destinationDir'] },
  {
    module: 'express-oas-generator',
    names: words('init handleResponses'),
    when: hasPathAt(2),
    writes: [2],
  },
  // https://github.com/fluent-ffmpeg/node-fluent-ffmpeg#readme: a stream may stand in the place of the file.
  {
    module: 'fluent-ffmpeg',
    names: words('save saveToFile mergeToFile'),
    writes: [0],
  },
  {
    module: 'fluent-ffmpeg',
    names: words('output addOutput'),
    when: hasPathAt(0),
    writes: [0],
  },
  { module: 'fluent-ffmpeg', names: ['mergeToFile'], when: hasPathAt(1), fills: [1] },
  {
    module: 'fluent-ffmpeg',
    names: words('screenshots screenshot takeScreenshots thumbnail thumbnails'),
    fills: ['folder', 1],
    fillsAnyway: '.',
  },
  // https://github.com/dtao/xlsx-populate#usage
  { names: ['toFileAsync'], writes: [0] },
  // https://nodejs.org/api/v8.html#v8writeheapsnapshotfilenameoptions
  // Pages and images are kept as they are asked for: https://nextjs.org/docs/pages/guides/custom-server
  { module: 'next', names: ['default'], fillsAnyway: '.next' },
  { module: 'v8', names: ['writeHeapSnapshot'], fillsAnyway: '.' },
  { module: 'heapdump', names: ['writeSnapshot'], fillsAnyway: '.' },
  // https://bun.sh/docs/api/file-io#writing-files-bun-write
  { names: ['write'], when: ({ object }) => object === 'Bun', writes: [0] },
  // What is fetched: https://github.com/hgouveia/node-downloader-helper#usage and others
  { module: 'node-downloader-helper', names: ['DownloaderHelper'], fills: [1] },
  { module: 'nodejs-file-downloader', names: words('default Downloader'), fills: ['directory'] },
  { module: 'image-downloader', names: ['image'], writes: ['dest'] },
  // https://github.com/patrickjuchli/basic-ftp#client-api
  { names: ['downloadTo'], when: hasPathAt(0), writes: [0] },
  { names: ['downloadToDir'], when: hasPathAt(0), fills: [0] },
  // https://github.com/theophilusx/ssh2-sftp-client#fastgetremotepath-localpath-options--string
  { names: ['fastGet'], when: hasPathAt(1), writes: [1] },
  // https://min.io/docs/minio/linux/developers/javascript/API.html#fgetobject-bucketname-objectname-filepath-getopts
  { names: ['fGetObject'], when: hasPathAt(2), writes: [2] },
  // https://cloud.google.com/nodejs/docs/reference/storage/latest/storage/downloadoptions
  { names: ['download'], writes: ['destination'] },
  // https://github.com/yagop/node-telegram-bot-api/blob/master/doc/api.md
  { names: ['downloadFile'], when: hasPathAt(1), fills: [1] },
]
