/** Which arguments of the file functions are paths, and what is done with them. https://nodejs.org/api/fs.html and fs-extra's README. */
interface FileCall {
  readonly reads?: readonly number[]
  readonly writes?: readonly number[]
}

const fileModules = new Set([
  'fs',
  'fs-extra',
  'graceful-fs',
  'mz/fs',
  'mkdirp',
  'rimraf',
  'del',
  'make-dir',
  'jsonfile',
  'write-file-atomic',
])

const reads =
  'readFile readFileSync createReadStream readdir readdirSync opendir readJson readJsonSync readJSON readJSONSync stat statSync lstat access accessSync exists existsSync pathExists realpath'
const writes =
  'writeFile writeFileSync appendFile appendFileSync createWriteStream mkdir mkdirSync outputFile outputFileSync outputJson outputJsonSync outputJSON writeJson writeJsonSync writeJSON ensureDir ensureDirSync ensureFile ensureFileSync emptyDir emptyDirSync remove removeSync unlink unlinkSync rm rmSync rmdir rmdirSync truncate utimes mkdirp mkdirpSync mkdirs rimraf makeDirectory makeDirectorySync'
const transfers = 'copyFile copyFileSync cp cpSync copy copySync'
const moves = 'rename renameSync move moveSync'

const fileCalls: ReadonlyMap<string, FileCall> = new Map<string, FileCall>([
  ...reads.split(' ').map((name): [string, FileCall] => [name, { reads: [0] }]),
  ...writes.split(' ').map((name): [string, FileCall] => [name, { writes: [0] }]),
  ...transfers.split(' ').map((name): [string, FileCall] => [name, { reads: [0], writes: [1] }]),
  ...moves.split(' ').map((name): [string, FileCall] => [name, { writes: [0, 1] }]),
])

/** What a call of a file module does; undefined for other modules and for functions that take no path. */
export function fileCall(module: string | undefined, name: string): FileCall | undefined {
  if (module === undefined || !fileModules.has(module)) return undefined
  return (
    fileCalls.get(name) ??
    (module === 'mkdirp' || module === 'make-dir' ? { writes: [0] } : undefined)
  )
}

/** Functions of any object that take the path of a file or folder to read: express.static, sendFile, FileSystemLoader, loadSync. */
const pathFunctions = new Set(
  'static serveStatic serve sendFile sendfile download attachFile registerPartials FileSystemLoader loadFilesSync loadFiles loadSync loadPackageDefinition favicon configure autoLoad AutoLoad Worker renderFile compileFile importSchema loadSchemaSync setViewsDir setBaseViewsDir'.split(
    ' ',
  ),
)

/** True where a bare word in a call's arguments is a path: `express.static('public')`. */
export function takesPath(name: string): boolean {
  return pathFunctions.has(name)
}

/** Options whose value is a path: `{ root: 'public' }`. */
export function isPathOption(name: string): boolean {
  return /^(root|dir|directory|folder|path|paths|cwd|publicDir|views?|templates?|partials?|layouts?|locales?|assets?|static|migrations?|entities|dest|destination|storage|filename|file|schema|typePaths|protoPath|key|cert|(\w+(Dir|Path|Paths|Folder|Directory|File)))$/.test(
    name,
  )
}
