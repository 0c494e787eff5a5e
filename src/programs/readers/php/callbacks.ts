import type { Argument } from '../../call.ts'
import { unknownArgument } from './argument.ts'

/** Functions that call one whose name they are given, where that stands, and what they hand to it. */
interface CallbackRow {
  readonly at: number
  readonly args: (rest: readonly Argument[]) => readonly Argument[]
}

const anything = () => [unknownArgument, unknownArgument, unknownArgument]

/** https://www.php.net/manual/en/ref.funchand.php, https://www.php.net/manual/en/function.array-map.php */
export const callbacks: ReadonlyMap<string, CallbackRow> = new Map([
  ['call_user_func', { at: 0, args: (rest: readonly Argument[]) => rest }],
  [
    'call_user_func_array',
    { at: 0, args: (rest: readonly Argument[]) => rest[0]?.items() ?? anything() },
  ],
  ['array_map', { at: 0, args: anything }],
  ['array_walk', { at: 1, args: anything }],
  ['register_shutdown_function', { at: 0, args: (rest: readonly Argument[]) => rest }],
])
