import { createContext, Script } from 'node:vm'

const scope: { work: () => void } = { work: () => undefined }
const context = createContext(scope)
const call = new Script('work()')

/**
 * Does something that can't be asked to stop; what takes longer than this many milliseconds is broken off. Only JavaScript and WebAssembly
 * can be: https://nodejs.org/api/vm.html#scriptrunincontextcontextifiedobject-options
 * @returns undefined where it was broken off
 */
export function withinTime<T>(
  milliseconds: number,
  work: () => T,
): { readonly value: T } | undefined {
  let done: { readonly value: T } | undefined
  scope.work = () => {
    done = { value: work() }
  }
  try {
    call.runInContext(context, { timeout: milliseconds })
  } catch (error) {
    // An error of the other context is no instance of this one's Error.
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
    if (code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
  }
  return done
}
