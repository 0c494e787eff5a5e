import { z } from 'zod'

/** What stands in a pull request's body for the next run to find: whose it is, and what was pushed. */
export interface Marker {
  /** {@link Service.key} */
  readonly key: string
  /** {@link contentHash} of the files that were pushed. */
  readonly content: string
  /** The same of what they replace on the base. */
  readonly input: string
  /** The commit that the change was made on, and the one that was pushed. */
  readonly base: string
  readonly head: string
  /** Did this program close it? What a person closed stays closed. */
  readonly closed: boolean
}

const schema = z.object({
  key: z.string(),
  content: z.string(),
  input: z.string(),
  base: z.string(),
  head: z.string(),
  closed: z.boolean().default(false),
})

/**
 * The marker's line. An HTML comment; where the host shows these, a link definition that nothing links to
 * (https://spec.commonmark.org/0.31.2/#link-reference-definitions).
 */
export function writeMarker(marker: Marker, hidesComments: boolean): string {
  const { closed, ...rest } = marker
  // Nothing that would end a comment or a title.
  const json = JSON.stringify(closed ? marker : rest).replace(
    /[<>()]|-(?=-)|-$/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return hidesComments ? `<!-- msb-migrate: ${json} -->` : `[msb-migrate]: # (msb-migrate: ${json})`
}

/** The marker of a body; undefined where there is none, or one that a person broke. */
export function readMarker(body: string): Marker | undefined {
  const json = /msb-migrate: (\{[^\n]*?\}) ?(?:-->|\)\s*$)/m.exec(body)?.[1]
  if (json === undefined) return undefined
  try {
    return schema.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}

/** The same body with another marker in the old one's place; on top where there was none. */
export function replaceMarker(body: string, marker: Marker, hidesComments: boolean): string {
  const line = writeMarker(marker, hidesComments)
  const old = /^.*msb-migrate: \{[^\n]*$/m.exec(body)?.[0]
  return old === undefined ? `${line}\n\n${body}` : body.replace(old, () => line)
}

const keyTrailer = 'Msb-Migrate-Key'
const contentTrailer = 'Msb-Migrate-Content'
const inputTrailer = 'Msb-Migrate-Input'
const baseTrailer = 'Msb-Migrate-Base'

/** What a commit says of itself. */
export type Said = Pick<Marker, 'key' | 'content' | 'input' | 'base'>

/** The lines that end a commit's message, so that a commit is known without its pull request. */
export function trailers({ key, content, input, base }: Said): string {
  return [
    `${keyTrailer}: ${encodeURI(key)}`,
    `${contentTrailer}: ${content}`,
    `${inputTrailer}: ${input}`,
    `${baseTrailer}: ${base}`,
  ].join('\n')
}

/** What a commit's message says of itself. */
export function readTrailers(message: string): Said | undefined {
  const find = (name: string): string | undefined =>
    new RegExp(`^${name}: (\\S+)\\s*$`, 'm').exec(message)?.[1]
  const [key, content] = [find(keyTrailer), find(contentTrailer)]
  const [input, base] = [find(inputTrailer), find(baseTrailer)]
  if (key === undefined || content === undefined) return undefined
  if (input === undefined || base === undefined) return undefined
  try {
    return { key: decodeURI(key), content, input, base }
  } catch {
    return undefined
  }
}
