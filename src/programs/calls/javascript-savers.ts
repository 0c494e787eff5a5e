import type { Call, CallRow } from '../call.ts'

/** `./data/shop.db`, `out/a.png`: relative, and no address, route or name of a package. */
const isFileText = (text: string | undefined) =>
  text !== undefined && /^(\.{1,2}\/)?[\w@-][\w@./-]*\.[a-z]\w{1,7}$/i.test(text)

const firstText = ({ args }: Call) => args[0]?.text()

/** Files of data by their endings; a source or a template is read. */
const isData = (text: string | undefined) =>
  isFileText(text) &&
  /\.(db|sqlite3?|duckdb|lmdb|ldb|mdb|jsonl?|log|csv|bin|dat|session)$/i.test(text ?? '')

/** Packages that keep what they are given, in the file or folder that the call names. Each by its own documents. */
const keepers: readonly CallRow[] = [
  { module: 'json-server', names: ['router'], writes: [0] },
  { module: 'lokijs', names: ['default', 'Loki', 'loki'], writes: [0] },
  { module: 'telegram/sessions', names: ['StoreSession'], fills: [0] },
  { module: 'telegram/sessions/index.js', names: ['StoreSession'], fills: [0] },
  {
    module: 'matrix-bot-sdk',
    names: ['SimpleFsStorageProvider', 'RustSdkCryptoStorageProvider'],
    fills: [0],
  },
  { module: 'hypercore', names: ['default', 'Hypercore'], fills: [0] },
  { module: 'corestore', names: ['default', 'Corestore'], fills: [0] },
  { module: 'blockstore-fs', names: ['FsBlockstore'], fills: [0] },
  { module: 'datastore-fs', names: ['FsDatastore'], fills: [0] },
  { module: 'datastore-level', names: ['LevelDatastore'], fills: [0] },
  { module: '@tus/file-store', names: ['FileStore'], fills: ['directory'] },
  { module: 'lmdb', names: ['open'], fills: ['path', 0] },
  { module: 'vectra', names: ['LocalIndex'], fills: [0] },
  { module: '@lancedb/lancedb', names: ['connect'], fills: [0] },
  { module: '@electric-sql/pglite', names: ['PGlite', 'create'], fills: [0] },
  { module: 'duckdb', names: ['Database'], writes: [0] },
  { module: 'isomorphic-git', names: ['clone', 'init'], fills: ['dir'] },
  { module: 'download', names: ['default'], fills: [1] },
  { module: 'webdav-server', names: ['PhysicalFileSystem'], fills: [0] },
  { module: 'cacache', names: ['put', 'get'], fills: [0] },
  { module: 'tough-cookie-file-store', names: ['default', 'FileCookieStore'], writes: [0] },
  { module: 'keyv-file', names: ['default', 'KeyvFile'], writes: ['filename'] },
  { module: 'cache-manager-fs-hash', names: ['create', 'default'], fills: ['path'] },
]

/** What saves a file by the words of the call itself, too: `image.write('out/b.png')`, `video.save('out/b.mp4')`. */
export const saverRows: readonly CallRow[] = [
  ...keepers,
  {
    names: ['write', 'save', 'saveAs', 'saveToFile', 'writeAsync', 'output', 'toFile'],
    when: (call) => call.object !== undefined && isFileText(firstText(call)),
    writes: [0],
  },
]

const madeWithData: readonly CallRow[] = [{ names: [], writes: [0] }]

/** What a call does that no row knows: an object that is made with a file of data keeps it, whatever package it is of. */
export const rowsOfUnknown = (call: Call): readonly CallRow[] =>
  call.isNew && isData(firstText(call)) ? madeWithData : []
