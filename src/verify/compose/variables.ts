import { readFile } from 'node:fs/promises'
import { parseEnv } from 'node:util'
import { interpolate } from '../../library.ts'

/** Fills variables into a text. */
export type Expand = (text: string) => string

/** Puts variables into texts as compose does: those that nobody knows are empty. */
export function expander(
  beside: ReadonlyMap<string, string> | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Expand {
  const known = new Map(beside)
  for (const [name, value] of Object.entries(env)) if (value !== undefined) known.set(name, value)
  const unknown = /\$\{([A-Za-z_]\w*)\}|\$([A-Za-z_]\w*)/g
  return (written) =>
    written
      .split('$$')
      .map((part) =>
        interpolate(
          part.replace(unknown, (all, braced?: string, bare?: string) =>
            known.has(braced ?? bare ?? '') ? all : '',
          ),
          known,
        ),
      )
      .join('$')
}

/** Undefined where there is none. */
export async function readEnvFile(file: string): Promise<ReadonlyMap<string, string> | undefined> {
  const source = await readText(file)
  if (source === undefined) return undefined
  return new Map(
    Object.entries(parseEnv(source)).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    ),
  )
}

/** Undefined where it can't be read. */
export async function readText(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined)
}
