import type { Call, CallRow } from '../../call.ts'

/** A row for each of several classes. */
export function rowsOf(classes: readonly string[], row: CallRow): readonly CallRow[] {
  return classes.map((module) => ({ ...row, module }))
}

/** PHP's own functions. */
export const ofPhp = (row: CallRow): CallRow => ({ ...row, module: '' })

export const constructor = ['__construct']

/** An argument's text, with `?` for what isn't known of it; undefined where there is no such argument. */
export const textAt = (call: Call, at: number) => call.args[at]?.text('?')

export const hasList = ({ args }: Call) => args[0]?.items() !== undefined
export const hasLine = (call: Call) => call.args.length > 0 && !hasList(call)

/** `fopen` and what takes its modes, of which only `r` does not write. https://www.php.net/manual/en/function.fopen.php */
export const opensToWrite = (call: Call) => /[?waxc+]/.test(textAt(call, 1) ?? 'r')

export function isSetting(...names: readonly string[]): (call: Call) => boolean {
  return (call) => names.includes(textAt(call, 0) ?? '')
}
