import { argumentAt, type Call, type CallRow } from './call.ts'
import { portOf } from './port.ts'

/** A default counts where the environment could say otherwise: `process.env.PORT || 3000`. */
export function portsOf(call: Call, row: CallRow): readonly number[] {
  const address = listensAt(call, row)
  const text = address?.text()
  const texts =
    text === undefined
      ? (address?.paths() ?? []).flatMap(({ base, path }) => (base === 'cwd' ? [path] : []))
      : [text]
  return texts.flatMap((item) => portOf(item) ?? [])
}

/** The address that a call listens on. */
export const listensAt = (call: Call, { listens }: CallRow) =>
  listens === undefined ? undefined : argumentAt(call, listens)
