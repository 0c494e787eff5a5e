/** The media type by which a file of a FormData is known here to be executable. */
export const executableType = 'application/x-executable'

/** `fetch`, with forms written as Bitbucket reads them. */
export function withForms(fetcher: typeof fetch): typeof fetch {
  return async (input, init) => {
    const form = init?.body
    if (!(form instanceof FormData)) return fetcher(input, init)
    const { body, contentType } = await encodeForm(form)
    const headers = new Headers(init?.headers)
    headers.set('Content-Type', contentType)
    return fetcher(input, { ...init, headers, body })
  }
}

interface EncodedForm {
  readonly contentType: string
  readonly body: Buffer
}

interface Part {
  readonly head: string
  readonly content: Buffer
}

/**
 * Bitbucket wants to hear in a file's Content-Disposition that it is executable, or it takes that away from the file:
 * https://developer.atlassian.com/cloud/bitbucket/rest/api-group-source/#api-repositories-workspace-repo-slug-src-post
 * A FormData can't say so. The rest is as browsers write it: https://html.spec.whatwg.org/#multipart-form-data
 */
export async function encodeForm(form: FormData): Promise<EncodedForm> {
  const parts: Part[] = []
  for (const [name, value] of form) {
    const disposition = `Content-Disposition: form-data; name="${escaped(name)}"`
    if (typeof value === 'string') {
      parts.push({ head: disposition, content: Buffer.from(value) })
    } else {
      const attributes = value.type === executableType ? '; x-attributes="executable"' : ''
      const head = `${disposition}; filename="${escaped(value.name)}"${attributes}\r\nContent-Type: application/octet-stream`
      parts.push({ head, content: Buffer.from(await value.arrayBuffer()) })
    }
  }
  const boundary = findBoundary(parts)
  const pieces = parts.flatMap(({ head, content }) => [
    Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`),
    content,
    Buffer.from('\r\n'),
  ])
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]),
  }
}

const escaped = (text: string) =>
  text.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22')

/** One that is nowhere in the form. */
function findBoundary(parts: readonly Part[]): string {
  let number = 0
  while (parts.some(({ content }) => content.includes(`part-${number}`))) number += 1
  return `----part-${number}`
}
