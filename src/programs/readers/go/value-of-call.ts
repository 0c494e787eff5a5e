import {
  askedPath,
  concatenateAll,
  homeFolder,
  isKnown,
  joinPaths,
  literalPath,
  ownFolder,
  parentPath,
  temporaryFolder,
  unknownPath,
  workingFolder,
  type PathValue,
} from '../../path-value.ts'

/** What an expression can be. */
export interface Value {
  readonly path: PathValue
  readonly text: string
  /** Of a variable of the environment, which the image sets or does not. */
  readonly variable?: 'set' | 'unset'
}

/**
 * Methods and functions that give a part of a request, of net/http and of the frameworks:
 * https://pkg.go.dev/net/http#Request, https://pkg.go.dev/github.com/gin-gonic/gin#Context, https://pkg.go.dev/github.com/labstack/echo/v4#Context,
 * https://pkg.go.dev/github.com/gofiber/fiber/v2#Ctx, https://pkg.go.dev/github.com/gorilla/mux#Vars, https://pkg.go.dev/github.com/go-chi/chi/v5#URLParam
 */
const ofRequest: ReadonlySet<string> = new Set(
  (
    'FormValue PostFormValue PathValue EscapedPath Param Params QueryParam DefaultQuery GetQuery PostForm DefaultPostForm ' +
    'Vars URLParam ByName'
  ).split(' '),
)

/** Stands for what is not known in a text. */
export const mark = '\uFFFF'
export const unknown: Value = { path: unknownPath, text: mark }
/** A part of a request, as whoever sends it likes. */
export const asked: Value = { path: askedPath, text: mark }
export const literal = (text: string): Value => ({ path: literalPath(text), text })

const unsetPath = (variable: string): PathValue =>
  variable.includes(mark) ? unknownPath : { ...unknownPath, variable }

/** What a function of Go's own library gives; `env` is what the image's ENV says. */
export function valueOfCall(
  name: string,
  args: readonly Value[],
  env: (name: string) => string | undefined,
): Value {
  const [first = unknown] = args
  switch (name) {
    case 'os.Getenv':
    case 'os.LookupEnv': {
      const value = first.text.includes(mark) ? undefined : env(first.text)
      if (value === undefined && first.text === 'HOME') return { path: homeFolder, text: mark }
      return value === undefined || value === ''
        ? { ...unknown, path: unsetPath(first.text), variable: 'unset' }
        : { ...literal(value), variable: 'set' }
    }
    case 'os.ExpandEnv': {
      const text = first.text.replace(
        /\$\{(\w+)\}|\$(\w+)/g,
        (_, a: string, b: string) => env(a || b) ?? mark,
      )
      return text.includes(mark) ? unknown : literal(text)
    }
    case 'strings.TrimSpace':
    case '.string':
      return first
    case 'strconv.Itoa':
      return { path: unknownPath, text: first.text }
    case 'fmt.Sprintf':
      return formatted(first, args.slice(1))
    case 'strings.TrimPrefix':
    case 'strings.TrimLeft':
    case 'strings.TrimSuffix':
    case 'strings.Trim':
    case 'strings.ToLower':
    case 'strings.ReplaceAll':
    case 'strings.Replace':
    case 'net/url.PathUnescape':
    case 'net/url.QueryUnescape':
      return first.path === askedPath ? first : unknown
    default:
      if (ofRequest.has(name.slice(name.lastIndexOf('.') + 1))) return asked
      return {
        path: pathOfCall(
          name,
          args.map(({ path }) => path),
        ),
        text: mark,
      }
  }
}

function pathOfCall(name: string, args: readonly PathValue[]): PathValue {
  const [first = unknownPath] = args
  switch (name) {
    case 'path/filepath.Join':
    case 'path.Join':
      return joined(args)
    case 'path/filepath.Dir':
    case 'path.Dir':
      return parentPath(first)
    case 'path/filepath.EvalSymlinks':
    case 'path/filepath.Clean':
    case 'path/filepath.Abs':
    case 'path/filepath.FromSlash':
    case 'path/filepath.ToSlash':
    case 'path.Clean':
      return first
    case 'fmt.Sprint':
      return concatenateAll(args)
    case 'os.Executable':
      return joinPaths([ownFolder, literalPath('program')])
    case 'os.TempDir':
      return temporaryFolder
    case 'os.Getwd':
      return workingFolder
    case 'os.UserHomeDir':
    case 'github.com/mitchellh/go-homedir.Dir':
    case 'k8s.io/client-go/util/homedir.HomeDir':
      return homeFolder
    case 'os.UserConfigDir':
      return joinPaths([homeFolder, literalPath('.config')])
    case 'os.UserCacheDir':
      return joinPaths([homeFolder, literalPath('.cache')])
    case 'github.com/mitchellh/go-homedir.Expand':
      return expanded(first)
    default:
      return unknownPath
  }
}

/** `~/.tool` */
const expanded = (value: PathValue) =>
  value.base === 'cwd' && /^~(\/|$)/.test(value.path)
    ? { ...homeFolder, path: value.path.slice(2), isPrefix: value.isPrefix }
    : value

/** `filepath.Join("a", "/b")` is a/b. What leads up from something that is not known may end anywhere. */
function joined([first = unknownPath, ...rest]: readonly PathValue[]): PathValue {
  const parts = rest.map((part) =>
    part.base === 'root' ? { ...part, base: 'cwd' as const, path: part.path.slice(1) } : part,
  )
  const leadsUp = parts.some(({ path }) => path.split('/').includes('..'))
  return leadsUp && parts.some((part) => !isKnown(part))
    ? unknownPath
    : joinPaths([first, ...parts])
}

/** https://pkg.go.dev/fmt */
function formatted(format: Value, args: readonly Value[]): Value {
  if (format.text.includes(mark)) return unknown
  let next = 0
  const parts = format.text.split(/(%[-+# 0]*[\d.]*[a-zA-Z%])/).map((part) => {
    if (!/^%./.test(part)) return literal(part)
    return part === '%%' ? literal('%') : (args[next++] ?? unknown)
  })
  const paths = parts.map(({ path }) => path)
  return {
    path: concatenateAll(paths.filter(({ path, base }) => path !== '' || base !== 'cwd')),
    text: parts.map(({ text }) => text).join(''),
  }
}
