import { numberOf, textOf, type ConfigValue, type Option } from '../config/value.ts'

/** A header that a server sends with every file. */
export interface Header {
  readonly name: string
  readonly value: string
}

/** `Access-Control-Allow-Origin: *`, what a bare `--cors` means. */
export const anyOrigin: readonly Header[] = [{ name: 'Access-Control-Allow-Origin', value: '*' }]

/** That, and which headers a request from elsewhere may have. */
export const anyOriginWith = (allowed: string): readonly Header[] => [
  ...anyOrigin,
  { name: 'Access-Control-Allow-Headers', value: allowed },
]

/** Whatever headers a browser asks for, as the package cors says it: https://github.com/expressjs/cors#configuration-options */
export const anyOriginAsAsked = anyOriginWith('$http_access_control_request_headers')

/** Headers that nginx writes itself, by the file and the request. */
const ofTheServer =
  /^(content-(length|type|encoding|range)|transfer-encoding|connection|date|server|etag|last-modified|location|vary)$/i

/** Headers of an option: a record of texts, or webpack's list of `{ key, value }`. A clause where they can't be told. */
export function readHeaders(option: Option): readonly Header[] | string {
  if (option.kind === 'unset') return []
  if (option.kind === 'unknown') return `${option.at.path} computes the headers that it sends`
  const { value } = option
  const computed = `${value.at.path} computes the headers that it sends`
  if (value.kind === 'literal' && !value.value) return []
  const pairs = pairsOf(value)
  const headers = pairs?.map(([name, item]) => ({ name, value: textIn(item) }))
  if (headers === undefined) return computed
  const known = headers.flatMap(({ name, value: text }) =>
    text === undefined ? [] : [{ name, value: text }],
  )
  return known.length < headers.length ? computed : (refusedHeader(known) ?? known)
}

/** Why nginx can't send one of these; undefined where it can. A `$` would be a variable of it, and nothing escapes one. */
export function refusedHeader(headers: readonly Header[]): string | undefined {
  const odd = headers.find(
    ({ name, value }) => ofTheServer.test(name) || !/^[\w-]+$/.test(name) || /[$\r\n]/.test(value),
  )
  return odd === undefined ? undefined : `it sends the header ${odd.name}, which is not translated`
}

type Pair = readonly [name: string, value: ConfigValue]

function pairsOf(value: ConfigValue): readonly Pair[] | undefined {
  if (value.kind === 'record')
    return value.isWhole
      ? [...value.entries].flatMap(([name, item]) =>
          item.kind === 'list' && item.isWhole
            ? item.items.map((one): Pair => [name, one])
            : [[name, item] as const],
        )
      : undefined
  if (value.kind !== 'list' || !value.isWhole) return undefined
  const pairs = value.items.map((item) => {
    const name = item.kind === 'record' ? textOf(item.entries.get('key')) : undefined
    const text = item.kind === 'record' ? item.entries.get('value') : undefined
    return name === undefined || text === undefined ? undefined : ([name, text] as const)
  })
  return pairs.every((pair) => pair !== undefined) ? pairs : undefined
}

const textIn = (value: ConfigValue): string | undefined =>
  textOf(value) ?? numberOf(value)?.toString()
