import { argumentAt, type Call, type CallRow } from '../../call.ts'
import { isKnown } from '../../path-value.ts'

export const words = (text: string) => text.split(' ')

/** The class of paths, as calls name it: the path itself is the first argument of its methods. */
export const ofPath = (row: CallRow): CallRow => ({ ...row, module: 'pathlib.Path' })

/** A row for each of several modules. */
export function rowsOf(modules: string, row: CallRow): readonly CallRow[] {
  return words(modules).map((module) => ({ ...row, module }))
}

/** An argument's text by its place or its name, with `?` for what isn't known of it; undefined where there is no such argument. */
export const textOf = (call: Call, place: number, name: string) =>
  (argumentAt(call, place)?.paths().length === 0
    ? undefined
    : argumentAt(call, place)?.text('?')) ?? argumentAt(call, name)?.text('?')

/** `open(path, mode)`, of whose modes only `r` does not write. https://docs.python.org/3/library/functions.html#open */
export const opensToWrite =
  (place: number) =>
  (call: Call): boolean =>
    /[?wax+]/.test(textOf(call, place, 'mode') ?? 'r')

/** The other way round. */
export const opensToRead =
  (place: number) =>
  (call: Call): boolean =>
    !opensToWrite(place)(call)

/** Whether a path of which something is known stands there; streams and objects are none. */
export const hasPath =
  (place: number, name: string) =>
  (call: Call): boolean =>
    [argumentAt(call, place), argumentAt(call, name)].some((argument) =>
      argument?.paths().some((path) => isKnown(path) && (path.path !== '' || path.isPrefix)),
    )

/** Whether an option says yes, or may. */
export const says =
  (name: string) =>
  (call: Call): boolean =>
    /^(True|true|1|\?)$/.test(argumentAt(call, name)?.text('?') ?? '')
