import { ownValue } from '../../../src/transform.ts'
import type { Call } from './calls.ts'
import { pathValue, textOf, type PathContext, type PathValue } from './path-value.ts'
import type { Token } from './tokens.ts'

/** A place that writes to a file, and where. */
export interface FileWrite {
  readonly to: PathValue
  readonly line: number
}

/** Which argument is the path, of what makes, moves or removes files. https://www.php.net/manual/en/ref.filesystem.php */
const functions: Readonly<Record<string, number>> = {
  file_put_contents: 0,
  mkdir: 0,
  rmdir: 0,
  touch: 0,
  unlink: 0,
  tempnam: 0,
  session_save_path: 0,
  move_uploaded_file: 1,
  copy: 1,
  rename: 1,
  symlink: 1,
  link: 1,
  imagepng: 1,
  imagejpeg: 1,
  imagegif: 1,
  imagewebp: 1,
  imageavif: 1,
  imagebmp: 1,
}

const constructors: Readonly<Record<string, number>> = {
  sqlite3: 0,
  streamhandler: 0,
  rotatingfilehandler: 0,
  localfilesystemadapter: 0,
  phpfilesadapter: 2,
  filesystemadapter: 2,
}

/** Methods that write where their first argument says: of uploaded files, of images and documents. */
const methods = new Set(['move', 'moveto', 'saveas', 'saveto'])
/** The same where it is a path; else they save something else. */
const saving = new Set(['save', 'writeimage', 'writefile', 'store', 'put', 'dumpfile'])

/** Where a call writes; undefined where it writes to no file. */
export function fileWrite(call: Call, context: PathContext): FileWrite | undefined {
  const { name, kind, args, line } = call
  const at = (index: number): FileWrite | undefined => {
    const arg = args[index]
    return arg === undefined ? undefined : { to: pathValue(arg, context), line }
  }
  switch (kind) {
    case 'function': {
      const index = ownValue(functions, name)
      if (index !== undefined) return at(index)
      const mode = name === 'fopen' ? modeOf(args[1], context) : undefined
      if (name === 'fopen' && (mode === undefined || /[waxc+]/.test(mode))) return at(0)
      if (name === 'error_log' && args.length > 2) return at(2)
      const setting = name === 'ini_set' ? modeOf(args[0], context) : undefined
      if (setting === 'error_log' || setting === 'session.save_path') return at(1)
      return undefined
    }
    case 'new': {
      if (name === 'pdo') return database(call, context)
      if (name === 'splfileobject')
        return /[waxc+]/.test(modeOf(args[1], context) ?? 'r') ? at(0) : undefined
      const index = ownValue(constructors, name)
      return index === undefined ? undefined : at(index)
    }
    case 'method': {
      if (methods.has(name)) return at(0)
      const write = saving.has(name) ? at(0) : undefined
      return write === undefined || write.to.kind === 'unknown' || !namesPath(args[0])
        ? undefined
        : write
    }
  }
}

/** `new PDO('sqlite:' . __DIR__ . '/data.db')`; other databases are servers. */
function database({ args, line }: Call, context: PathContext): FileWrite | undefined {
  const text = args[0] === undefined ? undefined : textOf(args[0], context)
  if (text === undefined) return { to: { kind: 'unknown' }, line }
  const path = /^sqlite:(.*)$/s.exec(text.value)?.[1]
  if (path === undefined || path === ':memory:' || (path === '' && text.isWhole)) return undefined
  const token: Token = { kind: 'string', text: path, isWhole: text.isWhole, line }
  return { to: pathValue([token], context), line }
}

function modeOf(arg: readonly Token[] | undefined, context: PathContext): string | undefined {
  const text = arg === undefined ? undefined : textOf(arg, context)
  return text?.isWhole === true ? text.value : undefined
}

const namesPath = (arg: readonly Token[] | undefined) =>
  arg?.some(
    (token) =>
      (token.kind === 'name' && /^(__DIR__|__FILE__|\w+_path)$/.test(token.text)) ||
      (token.kind === 'string' && token.text.startsWith('/')),
  ) === true
